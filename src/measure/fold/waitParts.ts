import type {Model} from '../../model/model.ts';
import {studentEstimate} from '../../statistics/index.ts';
import {PART_NAMES, PARTS, type PartName} from '../waitParts/parts.ts';
import type {WaitPartIntervals, WaitParts} from '../waitParts/results.ts';
import type {Replication} from './replication.ts';

/** What items waited for, by process and by reported attribute; undefined where nobody kept account of it. */
export function waitParts(replications: readonly Replication[], {names}: Model): WaitParts | undefined {
  if (replications.every(({facts}) => facts.columns.waitParts.length === 0)) return undefined;
  const met = new Set(replications.flatMap(({classes}) => classes.map(({process}) => process)));
  return {
    process: names.processes.flatMap((process, index) =>
      met.has(index) ? [{process, seconds: secondsOf(replications, (it) => it.process === index)}] : [],
    ),
    attribute: attributesOf(replications).map(({name, value}) => ({
      name,
      value,
      seconds: secondsOf(replications, ({attributes}) => attributes[name] === value),
    })),
  };
}

function secondsOf(
  replications: readonly Replication[],
  concerns: (it: Replication['classes'][number]) => boolean,
): WaitParts['process'][number]['seconds'] {
  return byPart((part) =>
    studentEstimate(
      replications.map(({classes, facts}) =>
        classes.reduce(
          (sum, it, row) => (concerns(it) ? sum + facts.columns.waitParts[row * PARTS + part] / 1000 : sum),
          0,
        ),
      ),
    ),
  );
}

function attributesOf(replications: readonly Replication[]): {readonly name: string; readonly value: string}[] {
  const met = new Map<string, {readonly name: string; readonly value: string}>();
  for (const {classes} of replications)
    for (const {attributes} of classes)
      for (const [name, value] of Object.entries(attributes)) met.set(JSON.stringify([name, value]), {name, value});
  return [...met.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it);
}

const byPart = <Value>(of: (part: number) => Value) =>
  Object.fromEntries(PART_NAMES.map((name, part) => [name, of(part)])) as Record<PartName, Value>;

/** The same by interval of arrival. */
export class WaitPartSums {
  private readonly processes: readonly string[];
  /** `[(bin * processes + process) * PARTS + part]`, ms of all replications. */
  private sums = new Float64Array(0);

  constructor({names}: Model) {
    this.processes = names.processes;
  }

  add({facts}: Replication): void {
    const {waitPartsByInterval: ms} = facts.columns;
    if (ms.length > this.sums.length) {
      const wider = new Float64Array(ms.length);
      wider.set(this.sums);
      this.sums = wider;
    }
    for (let at = 0; at < ms.length; at++) this.sums[at] += ms[at];
  }

  /** Means per replication of the processes whose items waited; undefined where nobody kept account. */
  results(intervals: number, replications: number): readonly WaitPartIntervals[] | undefined {
    if (this.sums.length === 0) return undefined;
    const mean = (interval: number, process: number, part: number) =>
      (this.sums[((interval + 1) * this.processes.length + process) * PARTS + part] ?? 0) / 1000 / replications;
    return this.processes.flatMap((process, index) => {
      const seconds: Partial<Record<PartName, readonly number[]>> = {};
      PART_NAMES.forEach((name, part) => {
        const ms = Array.from({length: intervals}, (_, interval) => mean(interval, index, part));
        if (ms.some((one) => one > 0)) seconds[name] = ms;
      });
      return Object.keys(seconds).length > 0 ? [{process, seconds}] : [];
    });
  }
}
