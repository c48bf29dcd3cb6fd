/** Random centres for fast-check, and how one becomes smaller: fewer items, agents and rules, nothing that is not needed. */
import fc from 'fast-check';
import {stringify} from 'yaml';
import type {MilestoneAction} from '../../../src/model/milestones.ts';
import {type AgentDuty, type CentreSpec, modelOf} from '../centre.ts';
import {simulate} from '../journal.ts';
import {type Difference, difference, type Engine, storyOf, told} from './compare.ts';

/** Always one centre; shrinks by what `simpler` offers, first what takes most away. */
export class Centres extends fc.Arbitrary<CentreSpec> {
  readonly #spec: CentreSpec;
  constructor(spec: CentreSpec) {
    super();
    this.#spec = spec;
  }
  generate(): fc.Value<CentreSpec> {
    return new fc.Value(this.#spec, undefined);
  }
  canShrinkWithoutContext(value: unknown): value is CentreSpec {
    return typeof value === 'object';
  }
  shrink(spec: CentreSpec): fc.Stream<fc.Value<CentreSpec>> {
    return fc.stream(simpler(spec)).map((one) => new fc.Value(one, undefined));
  }
}

/** Shrinks no longer than that: what is found by then will do. */
const LONGEST_MS = 30_000;

export interface Disagreement {
  readonly spec: CentreSpec;
  readonly text: string;
}

/** The smallest centre found on which the engines still differ, from the one given; null where they agree. */
export function shrunk(from: CentreSpec, engine: Engine = simulate): Disagreement | null {
  const agrees = (spec: CentreSpec): boolean => partingOf(spec, engine) === null;
  const details = fc.check(fc.property(new Centres(from), agrees), {
    numRuns: 1,
    seed: 1,
    interruptAfterTimeLimit: LONGEST_MS,
  });
  const spec = details.counterexample?.[0];
  const parting = spec && partingOf(spec, engine);
  return spec && parting ? {spec, text: `${stringify(plain(spec))}\n${sideBySide(parting)}`} : null;
}

/** A centre that makes no sense any more is no counterexample. */
function partingOf(spec: CentreSpec, engine: Engine): Difference | null {
  if (!makesSense(spec)) return null;
  try {
    modelOf(spec);
    return difference(storyOf(spec), told(spec, engine));
  } catch {
    return null;
  }
}

function makesSense({capacity, groups, milestones, sources}: CentreSpec): boolean {
  const rules = capacity?.length ?? 1;
  return groups.every((group) => (group.capacity ?? 0) < rules) && (!milestones || sources.every(({life}) => life));
}

const plain = (spec: CentreSpec): unknown => JSON.parse(JSON.stringify(spec));

/** Both journals from a few lines before they part. */
export function sideBySide({at, expected, told: fast}: Difference): string {
  const from = Math.max(0, at - 4);
  const rows = Math.min(Math.max(expected.length, fast.length), at + 12);
  const width = Math.max(12, ...expected.slice(from, rows).map((line) => line.length));
  const lines = [`  ${'rescan'.padEnd(width)}  engine`];
  for (let i = from; i < rows; i++) {
    const [left = '', right = ''] = [expected[i], fast[i]];
    lines.push(`${left === right ? ' ' : '*'} ${left.padEnd(width)}  ${right}`);
  }
  return lines.join('\n');
}

/** Centres a little simpler than this one. */
function* simpler(spec: CentreSpec): IterableIterator<CentreSpec> {
  yield* shorterItems(spec);
  for (let s = 0; spec.sources.length > 1 && s < spec.sources.length; s++)
    yield {...spec, sources: spec.sources.filter((_, i) => i !== s)};
  yield* withoutKeys(spec, [
    'milestones',
    'duty',
    'speeds',
    'measureAtMs',
    'untilMs',
    'arrivals',
    'drains',
    'capacity',
  ]);
  if (spec.sources.some((source) => source.life))
    yield {
      ...spec,
      sources: spec.sources.map(({life, commands, items, ...source}) => ({
        ...source,
        items: items.map(({active, ...item}) => item),
      })),
    };
  yield* fewerAgents(spec);
  yield* fewerRoutes(spec);
  yield* fewerProcesses(spec);
  yield* each(spec, 'routes', (route) => [
    ...withoutKeys(route, ['preferred', 'creditMs', 'inner', 'restarts', 'restartsAfter', 'rule', 'levels']),
    ...route.targets.flatMap((_, k) =>
      route.targets.length > 1 ? [{...route, targets: without(route.targets, k)}] : [],
    ),
    ...route.targets.flatMap((target, k) =>
      withoutKeys(target, ['wants', 'share', 'ms']).map((one) => ({...route, targets: route.targets.with(k, one)})),
    ),
  ]);
  yield* each(spec, 'groups', (group) => [
    ...withoutKeys(group, ['offers']),
    ...(group.offers
      ? withoutKeys(group.offers, ['missed', 'missedAfterMs', 'notReadyMs', 'takesOthers']).map((offers) => ({
          ...group,
          offers,
        }))
      : []),
  ]);
  yield* each(spec, 'milestones', (row) =>
    (['onWarning', 'onViolation', 'onSuccess'] as const).flatMap((when) => {
      const action = row[when];
      if (!action) return [];
      const none: MilestoneAction = {raiseBy: 0, openTargets: 'none', reassignTo: -1};
      return [null, {...none, raiseBy: action.raiseBy}, {...none, openTargets: action.openTargets}]
        .filter((one) => JSON.stringify(one) !== JSON.stringify(action))
        .map((one) => ({...row, [when]: one}));
    }),
  );
  for (const k of spec.milestones?.keys() ?? [])
    if (spec.milestones && spec.milestones.length > 1) yield {...spec, milestones: without(spec.milestones, k)};
  yield* each(spec, 'capacity', (rule) => [
    ...(rule.units ? [{...rule, units: null}] : []),
    ...(rule.holdBackFor.length > 0 ? [{...rule, holdBackFor: []}] : []),
    ...Object.entries(rule.channels).flatMap(([name, of]) =>
      of.notWhile.length + of.interruptedBy.length === 0
        ? []
        : [{...rule, channels: {...rule.channels, [name]: {...of, notWhile: [], interruptedBy: []}}}],
    ),
  ]);
  yield* each(spec, 'duty', (duty) => [
    ...withoutKeys(duty, ['rests']),
    ...duty.spells.map((_, k): AgentDuty => ({...duty, spells: without(duty.spells, k)})),
    ...(duty.rests ?? []).map((_, k): AgentDuty => ({...duty, rests: without(duty.rests ?? [], k)})),
  ]);
  yield* each(spec, 'sources', (source) => [
    ...withoutKeys(source, ['redial', 'concurrent', 'slowdown', 'commands']),
    ...(source.commands ?? []).map((_, k) => ({...source, commands: without(source.commands ?? [], k)})),
    ...source.items.flatMap((item, k) =>
      withoutKeys(item, ['wrapUp', 'patience', 'due', 'initial', 'preferred', 'active']).map((one) => ({
        ...source,
        items: source.items.with(k, one),
      })),
    ),
  ]);
}

function* shorterItems(spec: CentreSpec): IterableIterator<CentreSpec> {
  const longest = Math.max(...spec.sources.map((source) => source.items.length));
  for (let size = 2 ** Math.floor(Math.log2(Math.max(1, longest))); size >= 1; size = Math.floor(size / 2)) {
    for (const [s, source] of spec.sources.entries()) {
      for (let at = 0; at < source.items.length; at += size) {
        const items = source.items.filter((_, i) => i < at || i >= at + size);
        yield {...spec, sources: spec.sources.with(s, {...source, items})};
      }
    }
  }
}

function* fewerAgents(spec: CentreSpec): IterableIterator<CentreSpec> {
  let first = 0;
  for (const [g, group] of spec.groups.entries()) {
    const count = group.count ?? 1;
    const gone = first + count - 1;
    first += count;
    if (first === 1 && spec.groups.length === 1) return;
    const groups = count > 1 ? spec.groups.with(g, {...group, count: count - 1}) : without(spec.groups, g);
    yield {
      ...spec,
      groups,
      ...(spec.duty ? {duty: without(spec.duty, gone)} : {}),
      sources: spec.sources.map((source) => ({
        ...source,
        items: source.items.map(({preferred, ...item}) => {
          if (preferred === undefined || preferred === gone) return item;
          return {...item, preferred: preferred > gone ? preferred - 1 : preferred};
        }),
      })),
    };
  }
}

function* fewerRoutes(spec: CentreSpec): IterableIterator<CentreSpec> {
  for (let gone = spec.routes.length - 1; gone >= 0 && spec.routes.length > 1; gone--) {
    const route = (of: number): number => (of === gone ? 0 : of > gone ? of - 1 : of);
    yield {
      ...spec,
      routes: without(spec.routes, gone),
      sources: spec.sources.map((source) => ({
        ...source,
        items: source.items.map((item) => ({...item, route: route(item.route ?? 0)})),
      })),
    };
  }
}

function* fewerProcesses(spec: CentreSpec): IterableIterator<CentreSpec> {
  const processes = spec.processes ?? [];
  for (let gone = processes.length - 1; gone >= 0 && processes.length > 1; gone--) {
    const process = (of: number): number => (of === gone ? 0 : of > gone ? of - 1 : of);
    yield {
      ...spec,
      processes: without(processes, gone),
      routes: spec.routes.map((route) => ({...route, process: process(route.process ?? 0)})),
    };
  }
  yield* each(spec, 'processes', (process) => [
    ...withoutKeys(process, [
      'written',
      'curve',
      'own',
      'clock',
      'openClock',
      'rejects',
      'slaMs',
      'bounds',
      'confirmMs',
    ]),
    ...(process.curve ?? []).flatMap((_, k) =>
      (process.curve ?? []).length > 1 ? [{...process, curve: without(process.curve ?? [], k)}] : [],
    ),
    ...(process.written
      ? withoutKeys(process.written, ['overdue', 'reprioritize', 'max']).map((written) => ({...process, written}))
      : []),
  ]);
}

type Listed = 'milestones' | 'routes' | 'groups' | 'sources' | 'duty' | 'capacity' | 'processes';
type Element<K extends Listed> = NonNullable<CentreSpec[K]>[number];

/** The centre with one element of a list simpler. */
function* each<K extends Listed>(
  spec: CentreSpec,
  key: K,
  simplerOnes: (one: Element<K>) => readonly Element<K>[],
): IterableIterator<CentreSpec> {
  const list = (spec[key] ?? []) as readonly Element<K>[];
  for (const [i, one] of list.entries()) {
    for (const simple of simplerOnes(one)) yield {...spec, [key]: list.with(i, simple)};
  }
}

const without = <T>(list: readonly T[], gone: number): T[] => list.filter((_, i) => i !== gone);

function withoutKeys<T extends object>(of: T, keys: readonly (keyof T)[]): T[] {
  return keys
    .filter((key) => of[key] !== undefined)
    .map((gone) => Object.fromEntries(Object.entries(of).filter(([key]) => key !== gone)) as T);
}
