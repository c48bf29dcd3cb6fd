import type {Model} from '../../model/model.ts';
import {studentEstimate} from '../../statistics/index.ts';
import {LATE} from '../life/ownerBook.ts';
import {OWNERS} from '../life/owners.ts';
import type {LateTime, Results} from '../results.ts';
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
  const estimate = (field: number, unit: number) =>
    studentEstimate(
      replications.map(({classes, facts}) =>
        classes.reduce(
          (sum, it, row) => (it.process === index ? sum + facts.columns.late[row * LATE.stride + field] / unit : sum),
          0,
        ),
      ),
    );
  const byOwner = (from: number) =>
    Object.fromEntries(OWNERS.map((owner, k) => [owner, estimate(from + k, 1000)])) as LateTime['wholeSeconds'];
  return {
    process,
    items: estimate(LATE.items, 1),
    wholeSeconds: byOwner(LATE.whole),
    pastDueSeconds: byOwner(LATE.pastDue),
  };
}
