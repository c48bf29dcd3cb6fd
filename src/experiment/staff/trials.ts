import type {GoalSpec} from '../../scenario/scenario.ts';
import type {Ratio} from '../../statistics/index.ts';
import {keyOf, type Plan} from './plan.ts';
import {type Slack, slackOf} from './standing.ts';

/** One replication of one plan: per goal what it says, or null where the work was stopped first. */
export interface Trial {
  readonly plan: Plan;
  readonly replication: number;
}
export type Simulate = (trials: readonly Trial[]) => Promise<readonly (readonly Ratio[] | null)[]>;

/** The work was asked to stop: what is known so far stands. */
export class Stopped extends Error {}

/** A plan as far as it was tried. */
export interface Tried {
  readonly plan: Plan;
  readonly replications: number;
  /** Per goal, each with its interval. */
  readonly slack: readonly Slack[];
  /** What it was tried for at first. */
  readonly phase: string;
}

/** Slack that each goal must have: 0, or what a tighter or looser promise asks. */
export type Floors = readonly number[];

/** Every goal on the good side; the limit itself is good, and the last bits do not decide. */
export const meets = ({slack}: Tried, floors: Floors): boolean =>
  slack.every(({value}, goal) => value >= floors[goal] - LAST_BITS);
const LAST_BITS = 1e-12;

interface Known {
  readonly plan: Plan;
  readonly phase: string;
  readonly ratios: (readonly Ratio[])[];
}

export interface TrialOptions {
  readonly goals: readonly GoalSpec[];
  readonly simulate: Simulate;
  /** Number of the first replication: other numbers are other luck. */
  readonly firstReplication: number;
  /** Replications of a plan that is clearly good or bad, and at most of one that is neither. */
  readonly few: number;
  readonly most: number;
}

/**
 * Tries plans with common random numbers and remembers what came of it: the same plan is never simulated twice with
 * the same numbers. Everything that is decided is decided by replications 0 to n - 1 of this list of numbers.
 */
export class Trials {
  /** Simulated so far: one replication of one plan each. */
  simulations = 0;
  /** What is being done, for the list of what was tried. */
  phase = '';
  readonly options: TrialOptions;
  private readonly known = new Map<string, Known>();

  constructor(options: TrialOptions) {
    this.options = options;
  }

  /** In the order they were first tried. */
  get tried(): Tried[] {
    return [...this.known.values()].flatMap(({plan, ratios}) =>
      ratios.length > 0 ? [this.resultOf(plan, ratios.length)] : [],
    );
  }

  /** Each plan with exactly so many replications. */
  async with(plans: readonly Plan[], replications: number): Promise<Tried[]> {
    const missing: Trial[] = [];
    const asked = new Set<string>();
    for (const plan of plans) {
      const key = keyOf(plan);
      if (asked.has(key)) continue;
      asked.add(key);
      const from = this.known.get(key)?.ratios.length ?? 0;
      for (let k = from; k < replications; k++) missing.push({plan, replication: this.options.firstReplication + k});
    }
    const found = await this.options.simulate(missing);
    let complete = true;
    for (const [index, {plan}] of missing.entries()) {
      const ratios = found[index];
      if (!ratios) complete = false;
      else if (complete) this.remember(plan, ratios);
    }
    if (!complete) throw new Stopped();
    return plans.map((plan) => this.resultOf(plan, replications));
  }

  /** Each plan with few replications, those near a border with more, until they are clear of it or have the most. */
  async judged(plans: readonly Plan[], floors: Floors): Promise<Tried[]> {
    const {few, most} = this.options;
    let results = await this.with(plans, few);
    for (let n = few; n < most; ) {
      n = Math.min(most, 2 * n);
      const open = results.flatMap((result, index) => (isNearBorder(result, floors) ? [index] : []));
      if (open.length === 0) break;
      const again = await this.with(
        open.map((index) => plans[index]),
        n,
      );
      results = results.map((result, index) => again[open.indexOf(index)] ?? result);
    }
    return results;
  }

  /** What each replication said of a goal, for differences between plans. */
  ratiosOf(plan: Plan, goal: number, replications: number): Ratio[] {
    return (this.known.get(keyOf(plan))?.ratios ?? []).slice(0, replications).map((ratios) => ratios[goal]);
  }

  private remember(plan: Plan, ratios: readonly Ratio[]): void {
    const key = keyOf(plan);
    const entry = this.known.get(key) ?? {plan, phase: this.phase, ratios: []};
    this.known.set(key, entry);
    entry.ratios.push(ratios);
    this.simulations++;
  }

  private resultOf(plan: Plan, replications: number): Tried {
    const slack = this.options.goals.map((goal, index) => slackOf(goal, this.ratiosOf(plan, index, replications)));
    return {plan, replications, slack, phase: this.known.get(keyOf(plan))?.phase ?? this.phase};
  }
}

/** No goal is clearly missed, and some goal's interval lies across its border. */
function isNearBorder({slack}: Tried, floors: Floors): boolean {
  const reach = ({halfWidth}: Slack) => halfWidth ?? Infinity;
  if (slack.some((it, goal) => it.value - floors[goal] < -reach(it))) return false;
  return slack.some((it, goal) => Math.abs(it.value - floors[goal]) < reach(it));
}
