import type {Model} from '../../model/model.ts';
import {studentEstimate} from '../../statistics/index.ts';
import {LATE} from '../life/ownerBook.ts';
import {OWNERS, type Owner} from '../life/owners.ts';
import type {LateIntervals, LateTime, Results} from '../results.ts';
import type {Replication} from './replication.ts';

/** By process, those with items that arrive by themselves; undefined where no items open others. */
export function lateTimes(replications: readonly Replication[], {names, life}: Model): Results['late'] | undefined {
  const opened = life?.opened;
  if (opened === undefined) return undefined;
  const classes = replications.flatMap((replication) => replication.classes);
  const arrives = new Set(classes.flatMap(({process, source}) => (opened[source] === 1 ? [] : process)));
  return names.processes.flatMap((process, index) =>
    arrives.has(index) ? lateTime(process, index, replications) : [],
  );
}

function lateTime(process: string, index: number, replications: readonly Replication[]): LateTime {
  const estimate = (fields: readonly number[], unit: number) =>
    studentEstimate(replications.map((one) => fields.reduce((sum, field) => sum + sumOf(one, index, field), 0) / unit));
  const seconds = (from: number) => byOwner((k) => estimate([from + k], 1000));
  return {
    process,
    items: estimate([LATE.completed, LATE.gaveUp, LATE.open], 1),
    gaveUp: estimate([LATE.gaveUp], 1),
    open: estimate([LATE.open], 1),
    wholeSeconds: seconds(LATE.whole),
    pastDueSeconds: seconds(LATE.pastDue),
  };
}

const sumOf = ({classes, facts}: Replication, process: number, field: number): number =>
  classes.reduce(
    (sum, it, row) => (it.process === process ? sum + facts.columns.late[row * LATE.stride + field] : sum),
    0,
  );

const byOwner = <Value>(of: (owner: number) => Value) =>
  Object.fromEntries(OWNERS.map((owner, k) => [owner, of(k)])) as Record<Owner, Value>;

/** Time past due, collected by the interval in which it passed. */
export class LateSums {
  private readonly processes: readonly string[];
  /** `[(bin * processes + process) * owners + owner]`, ms of all replications. */
  private sums = new Float64Array(0);

  constructor({names}: Model) {
    this.processes = names.processes;
  }

  add({facts}: Replication): void {
    const {lateByInterval} = facts.columns;
    if (lateByInterval.length > this.sums.length) {
      const wider = new Float64Array(lateByInterval.length);
      wider.set(this.sums);
      this.sums = wider;
    }
    for (let at = 0; at < lateByInterval.length; at++) this.sums[at] += lateByInterval[at];
  }

  /** Means per replication of the processes that were late at all; undefined where no items open others. */
  results(intervals: number, replications: number): readonly LateIntervals[] | undefined {
    if (this.sums.length === 0) return undefined;
    const mean = (interval: number, process: number, owner: number) =>
      (this.sums[((interval + 1) * this.processes.length + process) * OWNERS.length + owner] ?? 0) /
      1000 /
      replications;
    return this.processes.flatMap((process, index) => {
      const pastDueSeconds = byOwner((owner) =>
        Array.from({length: intervals}, (_, interval) => mean(interval, index, owner)),
      );
      const isLate = Object.values(pastDueSeconds).some((seconds) => seconds.some((one) => one > 0));
      return isLate ? {process, pastDueSeconds} : [];
    });
  }
}
