/** The unit in which a chart shows durations of this size, and what seconds are divided by. */
export function durationUnit(seconds: readonly (number | null)[]): {readonly name: string; readonly seconds: number} {
  const most = seconds.reduce<number>((a, b) => Math.max(a, b ?? 0), 0);
  if (most <= 300) return {name: 'seconds', seconds: 1};
  if (most <= 7200) return {name: 'minutes', seconds: 60};
  return most <= 2 * 86_400 ? {name: 'hours', seconds: 3600} : {name: 'days', seconds: 86_400};
}

/** Durations in that unit. */
export const inUnit = (values: readonly (number | null)[], unit: {readonly seconds: number}): (number | null)[] =>
  values.map((value) => (value === null ? null : value / unit.seconds));
