import type {Compiled} from '../compile/index.ts';
import {loadByHour, type ProcessLoad} from '../compile/loadByHour.ts';
import {type Plan, planOf} from '../compile/plan.ts';
import {processShares} from '../compile/processShares.ts';
import {typicalWeek, type Week} from '../compile/week.ts';
import type {Timetable} from '../demand/context.ts';
import type {Problem} from '../language/problem.ts';
import {assignments} from '../scenario/checks/assignments.ts';
import type {Scenario, SourceSpec} from '../scenario/scenario.ts';
import {timetableOf} from './arrivals.ts';
import {itemsOf} from './items.ts';
import {Presence} from './presence.ts';
import {RowsOfItems} from './rows.ts';

/** A process as lint sees it: what comes to it, and who it may go to. */
export interface Served {
  readonly process: string;
  readonly channels: readonly string[];
  readonly sources: readonly SourceSpec[];
  /** Customers wait and may hang up, or are promised an answer within a time. */
  readonly isLive: boolean;
  /** Profiles that may take its items, by target as they widen; of all its channels. */
  readonly stages: readonly ReadonlySet<number>[];
}

/** What findings are looked for in; everything is worked out when first asked for. */
export class LintContext {
  readonly scenario: Scenario;
  readonly compiled: Compiled;
  /** What reading and compiling found doubtful. */
  readonly problems: readonly Problem[];
  #plan: Plan | undefined;
  #week: Week | undefined;
  #rows: RowsOfItems | null | undefined;
  #presence: Presence | undefined;
  #load: readonly ProcessLoad[] | undefined;
  readonly #shares = new Map<SourceSpec, ReadonlyMap<string, number>>();
  #timetable: Timetable | undefined;
  #served: readonly Served[] | undefined;

  constructor(scenario: Scenario, compiled: Compiled, problems: readonly Problem[]) {
    this.scenario = scenario;
    this.compiled = compiled;
    this.problems = problems;
  }

  get plan(): Plan {
    this.#plan ??= planOf(this.scenario, this.compiled.people);
    return this.#plan;
  }

  get week(): Week {
    this.#week ??= typicalWeek(this.scenario);
    return this.#week;
  }

  /** Null where the decision table tells too many items apart to try them. */
  get rows(): RowsOfItems | null {
    if (this.#rows === undefined) {
      const items = itemsOf(this.scenario);
      this.#rows = items && new RowsOfItems(this.scenario.routing.segmentation, items);
    }
    return this.#rows;
  }

  get presence(): Presence {
    this.#presence ??= new Presence(this.scenario, this.plan, this.week);
    return this.#presence;
  }

  get timetable(): Timetable {
    this.#timetable ??= timetableOf(this.scenario, this.compiled);
    return this.#timetable;
  }

  /** The share of a source's items that comes to a process; 0 where only a log knows. */
  shareOf(source: SourceSpec, process: string): number {
    const shares = this.#shares.get(source) ?? processShares(this.scenario, source) ?? new Map();
    this.#shares.set(source, shares);
    return shares.get(process) ?? 0;
  }

  get load(): readonly ProcessLoad[] {
    this.#load ??= loadByHour(this.scenario, this.week);
    return this.#load;
  }

  /** Processes that items may come to, in the order of the scenario. */
  get served(): readonly Served[] {
    this.#served ??= servedBy(this.scenario, this.plan);
    return this.#served;
  }
}

function servedBy(scenario: Scenario, plan: Plan): Served[] {
  const all = assignments(scenario);
  return Object.values(scenario.routing.processes).flatMap((spec) => {
    const of = all.filter(({process}) => process === spec.name);
    if (of.length === 0) return [];
    const channels = [...new Set(of.map(({channel}) => channel))];
    const sources = [...new Set(of.map(({source}) => source))];
    const isLive = spec.answerWithinMs !== undefined || sources.some(({patience}) => patience !== undefined);
    return [{process: spec.name, channels, sources, isLive, stages: stagesOf(plan, spec.name, channels)}];
  });
}

/** Of routes without an agent or group of their own; where all are direct, of those. */
function stagesOf(plan: Plan, process: string, channels: readonly string[]): Set<number>[] {
  const {table, targets, profiles, capacity} = plan;
  const {start, admits} = capacity.capacity;
  const routes = [...table.routes.entries()].filter(
    ([, route]) =>
      route.process === plan.processes.indexOf(process) && channels.includes(plan.channels[route.channel] ?? ''),
  );
  const widening = routes.filter(([, {direct}]) => direct === null);
  const stages: Set<number>[] = [];
  for (const [index, {channel}] of widening.length > 0 ? widening : routes) {
    const reached = new Set<number>();
    for (const [stage, target] of targets.stages[index].targets.entries()) {
      for (const [profile, {inTarget, capacityRule}] of profiles.profiles.entries())
        if (inTarget[target] && ((admits[start[capacityRule]] >>> channel) & 1) === 1) reached.add(profile);
      stages[stage] = new Set([...(stages[stage] ?? []), ...reached]);
    }
  }
  return stages;
}
