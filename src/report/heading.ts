import type {Results} from '../measure/results.ts';
import {span} from './quantities.ts';

/** `2 Mar 2026 00:00 to 4 Mar 2026 00:00, Europe/Madrid (2 days)`. */
export function horizonLine(results: Results): string {
  const {from, to, zone, days} = results.horizon;
  const count = days.length > 1 ? ` (${days.length} days)` : '';
  return `${instant(from)} to ${instant(to)}, ${zone}${count}`;
}

/** `Not counted: the first 1d (warm-up)`; empty where everything is counted. */
export function uncountedLine({horizon}: Results): string {
  const {warmUpSeconds = 0, coolDownSeconds = 0} = horizon;
  const parts = [
    warmUpSeconds > 0 ? `the first ${span(warmUpSeconds)} (warm-up)` : '',
    coolDownSeconds > 0 ? `the last ${span(coolDownSeconds)} (cool-down)` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Not counted: ${parts.join(' and ')}`;
}

/** `20 replications, seed 2026`. */
export function replicationsLine(results: Results): string {
  const {replications} = results;
  return `${replications} ${replications === 1 ? 'replication (no intervals)' : 'replications'}, seed ${results.seed}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-03-02T08:30` as `2 Mar 2026 08:30`; whatever is not of that form stays. */
export function instant(iso: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(iso);
  if (!match) return iso;
  return `${Number(match[3])} ${MONTHS[Number(match[2]) - 1]} ${match[1]} ${match[4]}`;
}
