/** Who is there, to the minute, in the week that stands for all: scheduled and not on a break; absence is not looked at. */
import {DAY_MS} from '../calendar/index.ts';
import {untilMsOf} from '../compile/horizon.ts';
import type {Plan} from '../compile/plan.ts';
import {WEEK_HOURS, type Week} from '../compile/week.ts';
import type {Scenario} from '../scenario/scenario.ts';
import {spanOf, stintsOf} from '../workforce/schedule/index.ts';

export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Days looked at beyond the week, to see when somebody comes after its end. */
const BEYOND_MS = 7 * DAY_MS;

export class Presence {
  /** The part of the typical week that lies in the horizon. */
  readonly fromMs: number;
  readonly toMs: number;
  /** The same and what of the week after lies in it. */
  readonly lastMs: number;
  /** Per profile: stretches at work, in no order. */
  readonly #atWork: Stretch[][];
  readonly #ofAgent: Stretch[][];

  constructor(scenario: Scenario, {people, profiles}: Plan, week: Week) {
    const until = untilMsOf(scenario);
    this.fromMs = Math.max(0, week.edgesMs[0] ?? 0);
    this.toMs = Math.min(until, week.edgesMs[WEEK_HOURS] ?? 0);
    this.lastMs = Math.min(until, (week.edgesMs[WEEK_HOURS] ?? 0) + BEYOND_MS);
    this.#atWork = profiles.profiles.map(() => []);
    const span = spanOf(scenario, this.fromMs, this.lastMs);
    this.#ofAgent = people.seats.map((seat, agent) =>
      stintsOf(scenario, seat, span).flatMap((stint) => {
        const stretches = without(stint, stint.breaks);
        this.#atWork[profiles.profileOf(agent, stint.skillset)].push(...stretches);
        return stretches;
      }),
    );
  }

  /** Every instant at which somebody of these profiles comes or goes, inside the span. */
  changes(of: ReadonlySet<number>): number[] {
    const ends = [...of].flatMap((profile) => this.#atWork[profile].flatMap(({fromMs, toMs}) => [fromMs, toMs]));
    return [...new Set(ends)].filter((at) => at > this.fromMs && at < this.lastMs);
  }

  /** How many of them are at work at an instant. */
  count(of: ReadonlySet<number>, atMs: number): number {
    let count = 0;
    for (const profile of of)
      for (const {fromMs, toMs} of this.#atWork[profile]) if (fromMs <= atMs && atMs < toMs) count++;
    return count;
  }

  /** Stretches of the span in which none of them is at work, in order. */
  gaps(of: ReadonlySet<number>): Stretch[] {
    const spells = [...of].flatMap((profile) => this.#atWork[profile]).sort((a, b) => a.fromMs - b.fromMs);
    const gaps: Stretch[] = [];
    let freeMs = this.fromMs;
    for (const {fromMs, toMs} of spells) {
      if (fromMs > freeMs) gaps.push({fromMs: freeMs, toMs: Math.min(fromMs, this.lastMs)});
      freeMs = Math.max(freeMs, toMs);
    }
    if (freeMs < this.lastMs) gaps.push({fromMs: freeMs, toMs: this.lastMs});
    return gaps.filter(({fromMs, toMs}) => fromMs < toMs);
  }

  everAtWork(profile: number): readonly Stretch[] {
    return this.#atWork[profile];
  }

  /** Stretches of one agent, breaks off. */
  ofAgent(agent: number): readonly Stretch[] {
    return this.#ofAgent[agent];
  }
}

function without(stint: Stretch, breaks: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = [];
  let fromMs = stint.fromMs;
  for (const pause of breaks) {
    if (pause.fromMs > fromMs) stretches.push({fromMs, toMs: pause.fromMs});
    fromMs = Math.max(fromMs, pause.toMs);
  }
  return fromMs < stint.toMs ? [...stretches, {fromMs, toMs: stint.toMs}] : stretches;
}
