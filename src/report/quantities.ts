import type {Estimate, MetricDefinition} from '../measure/results.ts';

export const NOTHING = '–';

/** `81.2%`; what is not quite all or nothing is not rounded to it. */
export function percent(ratio: number | null): string {
  if (!isKnown(ratio)) return NOTHING;
  if (ratio > 0 && ratio < 0.0005) return '<0.1%';
  if (ratio < 1 && ratio > 0.9995) return '>99.9%';
  return ratio === 0 || ratio === 1 ? `${ratio * 100}%` : `${(ratio * 100).toFixed(1)}%`;
}

const isKnown = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** From here on three digits and a letter: more would not fit a table, and nobody reads them. */
const MANY = 9_999_999.5;

/** `1,204`; below a hundred one decimal where there is a fraction; `12.3M` where there are many millions. */
export function amount(count: number | null): string {
  if (!isKnown(count)) return NOTHING;
  if (Math.abs(count) >= MANY) return many(count);
  if (count > 0 && count < 0.05) return '<0.1';
  const digits = Math.abs(count) < 99.95 && !Number.isInteger(count) ? 1 : 0;
  return grouped(count.toFixed(digits).replace(/\.0$/, ''));
}

function many(count: number): string {
  const [size, letter] = Math.abs(count) < 999_500_000 ? [1e6, 'M'] : [1e9, 'G'];
  return `${grouped((count / size).toFixed(Math.abs(count) < 99.95 * size ? 1 : 0))}${letter}`;
}

/** All that is known, to at most two decimals: for sums that must be seen to add up. */
export const exactAmount = (count: number): string => grouped(String(Number(count.toFixed(2))));

const grouped = (digits: string): string => digits.replace(/\d(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/g, '$&,');

const LARGE = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

/** `0s`, `4.2s`, `52s`, `1m14s`, `1h42m`, `1d2h`: two units, as durations are written in scenarios. */
export function span(seconds: number | null): string {
  if (!isKnown(seconds)) return NOTHING;
  if (seconds < 0) return `-${span(-seconds)}`;
  if (seconds === 0) return '0s';
  if (seconds < 0.05) return '<0.1s';
  if (seconds < 9.95) return `${Number(seconds.toFixed(1))}s`;
  for (const [i, [unit, size]] of LARGE.entries()) {
    const [below, step] = LARGE[i + 1] ?? ['', size];
    const rounded = Math.round(seconds / step) * step;
    if (rounded < size) continue;
    const rest = (rounded % size) / step;
    return `${Math.floor(rounded / size)}${unit}${rest === 0 ? '' : `${rest}${below}`}`;
  }
  return `${Math.round(seconds)}s`;
}

type Unit = MetricDefinition['unit'];

/** A value in its metric's unit. */
export function quantity(value: number | null, unit: Unit): string {
  if (unit === 'ratio') return percent(value);
  if (unit === 'seconds') return span(value);
  return amount(value);
}

/** The half width alone, in points for ratios: `±1.1`. Empty where there is none or nothing varied. */
export function halfWidth(estimate: Estimate, unit: Unit): string {
  if (!estimate.halfWidth || estimate.value === null) return '';
  if (unit === 'ratio') return estimate.halfWidth < 0.0005 ? '±<0.1' : `±${(estimate.halfWidth * 100).toFixed(1)}`;
  return `±${quantity(estimate.halfWidth, unit)}`;
}

/** `81.2% ±1.1`, `52s ±2.2s`. */
export function estimated(estimate: Estimate | undefined, unit: Unit): string {
  if (!estimate) return NOTHING;
  return [quantity(estimate.value, unit), halfWidth(estimate, unit)].filter((part) => part !== '').join(' ');
}
