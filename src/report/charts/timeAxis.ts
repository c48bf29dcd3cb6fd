import {formatDuration} from '../../language/duration.ts';
import type {Results} from '../../measure/results.ts';

/** A local date-time as the axis takes it: read as if it were UTC, so that no machine's zone moves it. */
export const localInstant = (iso: string): string => `${iso.replace(/(?:Z|[+-]\d\d:?\d\d)$/, '')}Z`;

const LABEL =
  "utchours(datum.value) === 0 && utcminutes(datum.value) === 0 ? utcFormat(datum.value, '%a %-d %b') : utcFormat(datum.value, '%H:%M')";

/** The x channel of everything over time; labels and title on the last panel only. */
export function timeChannel(results: Results, last: boolean): Record<string, unknown> {
  return {
    field: 'at',
    type: 'temporal',
    scale: {type: 'utc', nice: false},
    axis: last
      ? {title: `local time (${results.horizon.zone})`, labelExpr: LABEL, labelOverlap: true, tickCount: 10}
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
