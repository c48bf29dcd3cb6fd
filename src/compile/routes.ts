import type {Routes} from '../model/model.ts';
import {valuesOf} from '../routing/segmentation/cell.ts';
import type {Outcome} from '../routing/segmentation/spec.ts';
import {holds, isEverything} from '../routing/segmentation/valueSet.ts';
import type {Scenario, SourceSpec} from '../scenario/scenario.ts';
import {channelsOf, openingOf} from './channels.ts';
import {type Possible, possibleValues} from './possibleValues.ts';

/** The one agent or group a row of the decision table assigns to. */
export interface Direct {
  readonly kind: 'agent' | 'group';
  readonly name: string;
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
  `${process} ${channel} ${creditMs} ${direct ? `${direct.kind} ${direct.name}` : ''}`;

/** Where a row sends items besides their process. */
export function directOf({agent, group}: Outcome): Direct | null {
  if (agent !== undefined) return {kind: 'agent', name: agent};
  return group === undefined ? null : {kind: 'group', name: group};
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

/** Every route of a scenario: sources and rules in their order, without credit first. */
export function routesOf(scenario: Scenario, channels: readonly string[], processes: readonly string[]): RouteTable {
  const {routing} = scenario;
  const routes = scenario.demand.flatMap((source) =>
    channelsOf(source.channel).flatMap((channel) =>
      outcomesFor(scenario, source, channel).flatMap(({outcome}) => {
        const credits =
          routing.priorities[routing.processes[outcome.process]?.priority.use ?? '']?.credit?.values ?? {};
        return [0, ...Object.values(credits)].map((creditMs) => ({
          process: processes.indexOf(outcome.process),
          channel: channels.indexOf(channel),
          creditMs,
          direct: directOf(outcome),
        }));
      }),
    ),
  );
  return new RouteTable(routes);
}

/** Names of the targets of each process: those of its distribution, then whom rows assign to directly. */
export function targetNames({routing}: Scenario, {routes}: RouteTable): string[][] {
  return Object.values(routing.processes).map(({distribute}, process) => {
    const widening = (routing.distribution[distribute]?.targets ?? []).map(({text}) => text);
    const directs = routes.flatMap((route) =>
      route.process === process && route.direct ? [nameOf(route.direct)] : [],
    );
    return [...widening, ...new Set(directs.filter((name) => !widening.includes(name)))];
  });
}

const nameOf = ({kind, name}: Direct) => `${kind} ${name}`;

export const routeColumns = ({routes}: RouteTable, targets: readonly (readonly string[])[]): Routes => ({
  count: routes.length,
  process: Int32Array.from(routes, ({process}) => process),
  channel: Int32Array.from(routes, ({channel}) => channel),
  creditMs: Float64Array.from(routes, ({creditMs}) => creditMs),
  firstTarget: Int32Array.from(routes, ({process, direct}) =>
    direct === null ? 0 : targets[process].lastIndexOf(nameOf(direct)),
  ),
});
