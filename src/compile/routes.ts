import type {Routes} from '../model/model.ts';
import {valuesOf} from '../routing/segmentation/cell.ts';
import type {Outcome} from '../routing/segmentation/spec.ts';
import {holds, isEverything} from '../routing/segmentation/valueSet.ts';
import type {ProcessSpec, Scenario, SourceSpec} from '../scenario/scenario.ts';
import {channelsOf, openingOf} from './channels.ts';
import {type Possible, possibleValues} from './possibleValues.ts';

/** The one agent or group a row of the decision table assigns to, or somebody hands an item to. */
export interface Direct {
  readonly kind: 'agent' | 'group';
  readonly name: string;
  /** How long they stand alone; then the targets of the process open. Absent: for ever. */
  readonly forMs?: number;
}

export interface Route {
  readonly process: number;
  readonly channel: number;
  readonly creditMs: number;
  readonly direct: Direct | null;
}

/** Every way of being routed that items of a scenario can meet, found before the run. */
export class RouteTable {
  readonly routes: readonly Route[];
  readonly #ids = new Map<string, number>();

  constructor(routes: Iterable<Route>) {
    const found: Route[] = [];
    for (const route of routes) {
      const key = keyOf(route);
      if (this.#ids.has(key)) continue;
      this.#ids.set(key, found.length);
      found.push(route);
    }
    this.routes = found;
  }

  idOf(route: Route): number {
    const id = this.#ids.get(keyOf(route));
    if (id === undefined) throw new Error(`route ${keyOf(route)} was not foreseen`);
    return id;
  }
}

const keyOf = ({process, channel, creditMs, direct}: Route) =>
  `${process} ${channel} ${creditMs} ${direct ? `${direct.forMs ?? ''} ${direct.kind} ${direct.name}` : ''}`;

/** Where a row sends items besides their process. */
export function directOf({agent, group, forMs}: Pick<Outcome, 'agent' | 'group'> & {forMs?: number}): Direct | null {
  const stays = forMs === undefined ? {} : {forMs};
  if (agent !== undefined) return {kind: 'agent', name: agent, ...stays};
  return group === undefined ? null : {kind: 'group', name: group, ...stays};
}

/** Opened items are not segmented. Each source of them has a rule of its own, after those of the table. */
export function ruleThatOpens({demand, routing}: Scenario, source: SourceSpec): number {
  const {rules, otherwise} = routing.segmentation;
  return rules.length + (otherwise ? 1 : 0) + demand.filter((one) => openingOf(one)).indexOf(source);
}

/** What the decision table can make of a source's items of a channel: rules that may match, and `otherwise`. */
export function outcomesFor(
  scenario: Scenario,
  source: SourceSpec,
  channel: string,
): {rule: number; outcome: Outcome}[] {
  const {columns, rules, otherwise} = scenario.routing.segmentation;
  const opening = openingOf(source);
  if (opening) return [{rule: ruleThatOpens(scenario, source), outcome: {process: opening.process}}];
  const possible = columns.map((column) => possibleValues(source, channel, column));
  const outcomes: {rule: number; outcome: Outcome}[] = [];
  for (const [rule, {cells, then: outcome}] of rules.entries()) {
    const matches = cells.map((cell, index) => matching(cell, possible[index] ?? null));
    if (matches.includes('never')) continue;
    outcomes.push({rule, outcome});
    if (matches.every((match) => match === 'always')) return outcomes;
  }
  return otherwise === null ? outcomes : [...outcomes, {rule: rules.length, outcome: otherwise}];
}

function matching(cell: string, possible: Possible): 'always' | 'sometimes' | 'never' {
  const values = valuesOf(cell);
  if (values && isEverything(values)) return 'always';
  if (!values || !possible) return 'sometimes';
  if (possible.every((value) => holds(values, value))) return 'always';
  return possible.some((value) => holds(values, value)) ? 'sometimes' : 'never';
}

/** Every route of a scenario: sources and rules in their order, without credit first; then what is handed over. */
export function routesOf(scenario: Scenario, channels: readonly string[], processes: readonly string[]): RouteTable {
  const {routing} = scenario;
  const toProcess = (name: string, channel: string, direct: Direct | null): Route[] => {
    const credits = routing.priorities[routing.processes[name]?.priority.use ?? '']?.credit?.values ?? {};
    return [0, ...Object.values(credits)].map((creditMs) => ({
      process: processes.indexOf(name),
      channel: channels.indexOf(channel),
      creditMs,
      direct,
    }));
  };
  const routes = scenario.demand.flatMap((source) =>
    channelsOf(source.channel).flatMap((channel) => {
      const outcomes = outcomesFor(scenario, source, channel).map(({outcome}) => outcome);
      const reached = processesOf(scenario, source, outcomes);
      return [
        ...outcomes.flatMap((outcome) => toProcess(outcome.process, channel, directOf(outcome))),
        ...reached.flatMap((name) => sentOn(routing.processes[name]).flatMap((to) => toProcess(to, channel, null))),
        ...handedOn(source).flatMap((to) =>
          (to.process === undefined ? reached : [to.process]).flatMap((name) => toProcess(name, channel, directOf(to))),
        ),
      ];
    }),
  );
  return new RouteTable(routes);
}

/** Whom items of a source are handed to. */
export const handedOn = ({handling = []}: SourceSpec) =>
  handling.flatMap((one) => (one.kind === 'transfer' ? [one.to] : []));

/**
 * Processes that items of a source may be in: by segmentation, then where they are handed to, then where milestones send
 * them; each once.
 */
export function processesOf(
  {routing}: Scenario,
  source: SourceSpec,
  assigned: readonly {readonly process: string}[],
): string[] {
  const handed = handedOn(source).flatMap(({process}) => process ?? []);
  const found = new Set([...assigned.map(({process}) => process), ...handed]);
  // What is added while it is gone through is gone through too.
  for (const name of found) for (const to of sentOn(routing.processes[name])) found.add(to);
  return [...found];
}

/** Processes that milestones of a process send its items to. */
export const sentOn = (process: ProcessSpec | undefined): string[] =>
  (process?.milestones ?? []).flatMap(({onWarning, onViolation, onSuccess}) =>
    [onWarning, onViolation, onSuccess].flatMap((action) => action?.reassign ?? []),
  );

/**
 * Names of the targets of each process: those of its distribution, then whom rows assign to directly and items are
 * handed to; those who stand alone for a while with the targets that open after them.
 */
export function targetNames({routing}: Scenario, {routes}: RouteTable): string[][] {
  return Object.values(routing.processes).map(({distribute}, process) => {
    const widening = (routing.distribution[distribute]?.targets ?? []).map(({text}) => text);
    const directs = routes.flatMap(({process: of, direct}) => (of === process && direct ? [direct] : []));
    const alone = directs.filter(({forMs}) => forMs === undefined).map(nameOf);
    const first = [...new Set(directs.filter(({forMs}) => forMs !== undefined).map(nameOf))];
    return [
      ...widening,
      ...first.flatMap((name) => [name, ...widening]),
      ...new Set(alone.filter((name) => !widening.includes(name))),
    ];
  });
}

const nameOf = ({kind, name}: Direct) => `${kind} ${name}`;

/** Where the names of a route's targets begin among those of its process. */
function firstTargetOf({direct}: Route, names: readonly string[]): number {
  if (direct === null) return 0;
  return direct.forMs === undefined ? names.lastIndexOf(nameOf(direct)) : names.indexOf(nameOf(direct));
}

export const routeColumns = ({routes}: RouteTable, targets: readonly (readonly string[])[]): Routes => ({
  count: routes.length,
  process: Int32Array.from(routes, ({process}) => process),
  channel: Int32Array.from(routes, ({channel}) => channel),
  creditMs: Float64Array.from(routes, ({creditMs}) => creditMs),
  firstTarget: Int32Array.from(routes, (route) => firstTargetOf(route, targets[route.process])),
});
