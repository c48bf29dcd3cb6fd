/** Scenarios built by hand, for tests that need one without reading files. Everything left out has a plain default. */

import {parseDuration} from '../../src/language/duration.ts';
import type {Located} from '../../src/language/problem.ts';
import type {DistributionSpec} from '../../src/random/distribution.ts';
import {type CapacityRead, capacitySchema} from '../../src/routing/capacity/index.ts';
import {distributionSchema, namedDistribution} from '../../src/routing/eligibility/index.ts';
import {prioritySchema} from '../../src/routing/priority/index.ts';
import {feelOf} from '../../src/routing/segmentation/cellText.ts';
import type {DecisionTableSpec, Outcome} from '../../src/routing/segmentation/spec.ts';
import type {GroupSpec, ProcessSpec, RoutingSpec, Scenario, SourceSpec} from '../../src/scenario/scenario.ts';
import {plainGroup} from '../../src/workforce/plainGroup.ts';

export const ms = (text: string): number => {
  const value = parseDuration(text);
  if (value === null) throw new Error(`no duration: ${text}`);
  return value;
};

/** Nothing of a scenario built by hand stands in a file. */
export const nowhere: Located = {file: 'scenario.yaml', locate: () => ({file: 'scenario.yaml', line: 0, column: 0})};

export const constantTime = (text: string): DistributionSpec => ({
  kind: 'constant',
  params: {value: ms(text)},
  zeroShare: 0,
  mean: ms(text),
  sd: 0,
});

export const exponentialTime = (text: string): DistributionSpec => ({
  kind: 'exponential',
  params: {mean: ms(text)},
  zeroShare: 0,
  mean: ms(text),
  sd: ms(text),
});

/** A source of one item at 0 s that takes one minute. */
export const sourceOf = (name: string, channel: string, rest: Partial<SourceSpec> = {}): SourceSpec => ({
  name,
  channel: {name: channel},
  arrivals: {kind: 'at', atMs: [0]},
  attributes: {},
  handleTime: {fixed: constantTime('1m')},
  ...rest,
});

/** `count` agents who are always there. */
export const groupOf = (name: string, count: number, rest: Partial<GroupSpec> = {}): GroupSpec => ({
  ...plainGroup(name),
  agents: [{kind: 'shift', shift: null, count}],
  ...rest,
});

export const processOf = (name: string, rest: Partial<ProcessSpec> = {}): ProcessSpec => ({
  name,
  whenClosed: 'reject',
  priority: {use: 'plain'},
  distribute: 'anyone',
  ...rest,
});

/** A decision table from cells as people write them. */
export const tableOf = (
  columns: readonly string[],
  rules: readonly (readonly [cells: readonly unknown[], to: string | Outcome])[],
  otherwise: string | null = null,
): DecisionTableSpec => ({
  columns,
  rules: rules.map(([cells, to]) => {
    const rule = {cells: cells.map(feelOf), text: `${cells.join(', ')} → ${typeof to === 'string' ? to : to.process}`};
    // biome-ignore lint/suspicious/noThenProperty: the word of the language; nobody awaits a rule
    return Object.assign(rule, {then: typeof to === 'string' ? {process: to} : to});
  }),
  otherwise: otherwise === null ? null : {process: otherwise},
});

/** Parts of routing as they stand in YAML. */
export interface RoutingWritten {
  readonly segmentation?: DecisionTableSpec;
  readonly processes?: readonly ProcessSpec[];
  readonly priorities?: Readonly<Record<string, unknown>>;
  readonly distribution?: Readonly<Record<string, unknown>>;
  readonly capacity?: Readonly<Record<string, unknown>>;
}

/** One process `work` for everything, a fixed priority `plain`, a distribution `anyone`, unless said otherwise. */
export function routingOf(written: RoutingWritten = {}): RoutingSpec {
  const processes = written.processes ?? [processOf('work')];
  const named = <Named>(entries: Readonly<Record<string, unknown>>, read: (name: string, value: unknown) => Named) =>
    Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, read(name, value)]));
  return {
    segmentation: written.segmentation ?? tableOf([], [], processes[0]?.name ?? 'work'),
    processes: Object.fromEntries(processes.map((process) => [process.name, process])),
    priorities: named({plain: {fixed: 0}, ...written.priorities}, (name, value) => ({
      ...prioritySchema.parse(value),
      name,
    })),
    distribution: named({anyone: {targets: [{everyone: true}]}, ...written.distribution}, (name, value) =>
      namedDistribution(name, distributionSchema.parse(value), null),
    ),
    capacity: named(written.capacity ?? {}, (name, value): CapacityRead & {name: string} => ({
      ...capacitySchema.parse(value),
      name,
    })),
  };
}

/** Monday 2 March 2026, one day, UTC: one source, one agent, one process. */
export const scenarioOf = (rest: Partial<Scenario> = {}): Scenario => ({
  name: 'test',
  zone: 'UTC',
  fromEpochMs: Date.UTC(2026, 2, 2),
  until: {epochMs: Date.UTC(2026, 2, 3)},
  warmUpMs: 0,
  coolDownMs: 0,
  atEnd: 'cut',
  seed: '1',
  replications: 1,
  measureAtMs: [],
  intervalMs: 1_800_000,
  reportBy: [],
  waitParts: true,
  stages: [],
  calendars: {},
  demand: [sourceOf('calls', 'voice')],
  routing: routingOf(),
  shifts: {},
  workforce: [groupOf('agents', 1)],
  goals: [],
  located: nowhere,
  ...rest,
});
