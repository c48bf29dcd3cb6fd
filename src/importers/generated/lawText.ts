import {formatTimeOfDay} from '../../calendar/index.ts';
import type {Fit, LawPart} from '../../fitting/index.ts';
import {formatDuration} from '../../language/duration.ts';
import type {Fitted} from './twin.ts';

/** A fitted law of durations as the scenario language says it: `{lognormal: {mean: 3m2s, cv: 0.912}}`. */
export function lawText({law, zeroShare}: Pick<Fit, 'law' | 'zeroShare'>): string {
  const zeros = zeroShare > 0 ? `zeroShare: ${percent(zeroShare)}, ` : '';
  const [only, ...others] = law.parts;
  if (others.length === 0) {
    if (only.kind === 'constant' && zeroShare === 0) return durationText(law.mean);
    return `{${zeros}${partText(only)}}`;
  }
  const shares = sharesText(law.parts.map(({share}) => share));
  const parts = law.parts.map((part, i) => `{share: ${shares[i]}, ${partText(part)}}`);
  return `{${zeros}mixture: [${parts.join(', ')}]}`;
}

/** The law of a source, by time of day where that matters. */
export function fittedText({fit, byHour}: Fitted): string {
  if (byHour === null) return lawText(fit);
  const rows = byHour.map(({fromMs, fit: own}) => `{from: '${formatTimeOfDay(fromMs)}', use: ${lawText(own)}}`);
  return `\n      byInterval:\n${rows.map((row) => `        - ${row}`).join('\n')}`;
}

function partText({kind, quantities, numbers}: LawPart): string {
  if (kind === 'constant') return `constant: ${durationText(quantities.value)}`;
  const given = [
    ...Object.entries(quantities).map(([key, ms]) => `${key}: ${durationText(ms)}`),
    ...Object.entries(numbers).map(([key, value]) => `${key}: ${Number(value.toPrecision(4))}`),
  ];
  return `${kind}: {${given.join(', ')}}`;
}

const SECOND_MS = 1000;

/** Whoever would wait longer never hangs up. */
const FOR_EVER_MS = 30 * 86_400 * SECOND_MS;

/** To about a thousandth: whole seconds where it is long, else ms. */
function durationText(exactMs: number): string {
  if (exactMs === 0) return '0s';
  const ms = Math.min(exactMs, FOR_EVER_MS);
  const unit = ms >= 1000 * SECOND_MS ? SECOND_MS : ms >= 100 * SECOND_MS ? SECOND_MS / 10 : 1;
  const rounded = Math.max(1, Math.round(ms / unit) * unit);
  return rounded < 60 * SECOND_MS ? `${Number((rounded / SECOND_MS).toFixed(3))}s` : formatDuration(rounded);
}

export const percent = (share: number): string => `${Number((100 * share).toFixed(2))}%`;

/** Shares as percentages that come to 100 in all: what rounding leaves over is the greatest one's. */
export function sharesText(shares: readonly number[]): string[] {
  const rounded = shares.map((share) => Math.round(share * 10_000));
  const greatest = rounded.indexOf(Math.max(...rounded));
  rounded[greatest] += 10_000 - rounded.reduce((sum, one) => sum + one, 0);
  return rounded.map((one) => `${Number((one / 100).toFixed(2))}%`);
}
