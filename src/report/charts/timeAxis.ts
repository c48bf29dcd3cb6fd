import {formatDuration} from '../../language/duration.ts';
import type {Results} from '../../measure/results.ts';
import {MUTED} from '../theme.ts';

/** A local date-time as the axis takes it: read as if it were UTC, so that no machine's zone moves it. */
export const localInstant = (iso: string): string => `${iso.replace(/(?:Z|[+-]\d\d:?\d\d)$/, '')}Z`;

const LABEL =
  "utchours(datum.value) === 0 && utcminutes(datum.value) === 0 ? utcFormat(datum.value, '%a %-d %b') : utcFormat(datum.value, '%H:%M')";

/** What an axis of time must know of results. */
export interface TimeShown {
  readonly horizon: Results['horizon'];
  readonly intervals: {readonly start: readonly string[]};
}

/** Start and end of the horizon as the axis has them. */
function timeSpan({horizon, intervals}: TimeShown): [number, number] {
  const first = Date.parse(localInstant(intervals.start[0] ?? horizon.from));
  const last = Date.parse(localInstant(intervals.start.at(-1) ?? horizon.from));
  return [first, Math.max(Date.parse(localInstant(horizon.to)), last)];
}

/** Where what is held over the last interval ends. */
export const endInstant = (results: Results): string => new Date(timeSpan(results)[1]).toISOString();

/**
 * What is not counted, the warm-up and the cool-down, as grey under a panel, and how it is named; nothing where all is.
 */
export function uncounted(results: Results): {
  readonly note: string;
  readonly layers: (x: Record<string, unknown>) => Record<string, unknown>[];
} {
  const {warmUpSeconds = 0, coolDownSeconds = 0} = results.horizon;
  const [from, to] = timeSpan(results);
  const iso = (ms: number) => new Date(ms).toISOString();
  const spans = [
    ...(warmUpSeconds > 0
      ? [{what: 'warm-up', at: iso(from), to: iso(Math.min(to, from + warmUpSeconds * 1000))}]
      : []),
    ...(coolDownSeconds > 0
      ? [{what: 'cool-down', at: iso(Math.max(from, to - coolDownSeconds * 1000)), to: iso(to)}]
      : []),
  ];
  if (spans.length === 0) return {note: '', layers: () => []};
  return {
    note: `grey: ${spans.map(({what}) => what).join(' and ')}, not counted`,
    layers: (x) => [
      {
        data: {values: spans.map(({at, to: end}) => ({at, to: end}))},
        mark: {type: 'rect', color: MUTED, opacity: 0.14},
        encoding: {x, x2: {field: 'to'}},
      },
    ],
  };
}

/** The x channel of everything over time; labels and title on the last panel only. */
export function timeChannel(results: TimeShown, last: boolean): Record<string, unknown> {
  return {
    field: 'at',
    type: 'temporal',
    scale: {type: 'utc', nice: false, domain: timeSpan(results)},
    axis: last
      ? {
          title: `local time (${results.horizon.zone})`,
          labelExpr: LABEL,
          labelOverlap: 'greedy',
          labelSeparation: 10,
          tickCount: 10,
        }
      : {title: null, labels: false, ticks: false, tickCount: 10},
  };
}

/** What one point of the picture stands for, in words. */
export function pointSpan(results: Results, point: 'interval' | 'hour' | 'day'): string {
  return point === 'interval' ? formatDuration(results.horizon.intervalSeconds * 1000) : point;
}

/** `Mean of 20 replications; band: 95% interval`, or what is to be said instead. */
export function replicationNote(results: Results, banded = true): string {
  if (results.replications === 1) return 'One replication';
  const mean = `Mean of ${results.replications} replications`;
  return banded ? `${mean}; band: 95% interval` : mean;
}
