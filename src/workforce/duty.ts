import type {Duty, Rests, Spells} from '../model/roster.ts';
import {keyedDraws} from '../random/keyed.ts';
import {streamOf} from '../random/streams.ts';
import type {Scenario} from '../scenario/scenario.ts';
import {absenceOf} from './absence.ts';
import {PaidTime} from './paidTime.ts';
import type {People, Seat} from './people.ts';
import {spanOf, stintsOf} from './schedule/index.ts';
import type {Stint} from './schedule/stint.ts';
import {shrinkageOf} from './shrinkage.ts';

/**
 * Who is there in one replication, and when they rest, between two instants (ms since the scenario starts).
 *
 * Spells begin at `fromMs` or later; one that begins before `toMs` keeps its own end, so that nobody seems to leave
 * at the end of the horizon. Agents without a shift have one spell that ends at Infinity. Spells that touch are one
 * where the skills stay the same. Absent agents have none but are paid. `paidMs` counts the intervals from 0 to `toMs`.
 *
 * Draws are keyed by (seed, replication, purpose, group, agent, day): neither the span nor another agent changes them.
 */
export function dutyOf(
  scenario: Scenario,
  people: People,
  profileOf: (agent: number, skillset: number) => number,
  seed: string,
  replication: number,
  fromMs: number,
  toMs: number,
): Duty {
  const span = spanOf(scenario, fromMs, toMs);
  const paid = new PaidTime(scenario.intervalMs, people.groups.length, toMs);
  const spells = new Rows<Spell>(people.agents.length);
  const rests = new Rows<Rest>(people.agents.length);
  for (const [agent, seat] of people.seats.entries()) {
    const stints = stintsOf(scenario, seat, span);
    for (const stint of stints) paid.add(stint, people.agents[agent].group);
    const present = presentStints(seat, stints, seed, replication);
    const skilled = present.map(({fromMs: begin, toMs: end, skillset}) => ({
      fromMs: Math.max(begin, fromMs),
      toMs: end,
      profile: profileOf(agent, skillset),
    }));
    spells.rows.push(...joined(skilled));
    spells.endOf(agent);
    const notReady = notReadyOf(scenario, seat, seed, replication);
    for (const stint of present) rests.rows.push(...restsOf(stint, notReady(stint), fromMs));
    rests.endOf(agent);
  }
  return {
    duty: spellColumns(spells),
    rests: restColumns(rests, people.reasons),
    paidMs: paid.ms,
    ...(choosesAtRandom(scenario) && {lots: lotsOf(people, seed, replication)}),
  };
}

const choosesAtRandom = ({routing}: Scenario): boolean =>
  Object.values(routing.distribution).some(({agent}) => agent.includes('random'));

/** By group and name or number, as every draw of an agent, so that nobody's luck changes when another joins. */
const lotsOf = (people: People, seed: string, replication: number): Int32Array =>
  Int32Array.from(people.seats, ({spec, key}) =>
    Math.floor(streamOf(seed, 'replication', replication, 'lot', spec.name, key)() * 0x1_0000_0000),
  );

interface Spell {
  readonly fromMs: number;
  readonly toMs: number;
  readonly profile: number;
}
interface Rest {
  readonly fromMs: number;
  readonly toMs: number;
  readonly reason: string;
  readonly endsOnTime: boolean;
}

function presentStints(seat: Seat, stints: readonly Stint[], seed: string, replication: number): Stint[] {
  const absent = absenceOf(seat.spec.absence, seed, replication, seat.spec.name, seat.key);
  return stints.filter((stint) => stint.toMs === Number.POSITIVE_INFINITY || !absent(stint.date));
}

/** Spells that touch and keep their profile are one: nobody leaves and comes back in the same instant. */
function joined(spells: readonly Spell[]): Spell[] {
  const result: Spell[] = [];
  for (const spell of spells) {
    const last = result.at(-1);
    if (last && last.toMs === spell.fromMs && last.profile === spell.profile)
      result[result.length - 1] = {...last, toMs: spell.toMs};
    else result.push(spell);
  }
  return result;
}

/** The not-ready spells of an agent's stints, keyed by the instant each begins. */
function notReadyOf(scenario: Scenario, seat: Seat, seed: string, replication: number): (stint: Stint) => Rest[] {
  const {share, spellMs, reason} = seat.spec.shrinkage;
  if (share <= 0) return () => [];
  const draws = keyedDraws(seed, replication, 'shrinkage', seat.spec.name, seat.key);
  return (stint) => {
    if (stint.toMs === Number.POSITIVE_INFINITY) return [];
    const spells = shrinkageOf(stint, share, spellMs, draws.at(scenario.fromEpochMs + stint.fromMs));
    return spells.map((spell) => ({...spell, reason, endsOnTime: false}));
  };
}

/** Breaks and not-ready spells of a stint, in order, cut where the span begins. */
function restsOf(stint: Stint, notReady: readonly Rest[], fromMs: number): Rest[] {
  const rests: Rest[] = [...stint.breaks, ...notReady].sort((a, b) => a.fromMs - b.fromMs);
  if (stint.fromMs >= fromMs) return rests;
  return rests.filter((rest) => rest.toMs > fromMs).map((rest) => ({...rest, fromMs: Math.max(rest.fromMs, fromMs)}));
}

function spellColumns(spells: Rows<Spell>): Spells {
  return {
    first: spells.first,
    fromMs: spells.column((spell) => spell.fromMs),
    toMs: spells.column((spell) => spell.toMs),
    profile: Int32Array.from(spells.rows, (spell) => spell.profile),
  };
}

function restColumns(rests: Rows<Rest>, reasons: readonly string[]): Rests {
  return {
    first: rests.first,
    fromMs: rests.column((rest) => rest.fromMs),
    toMs: rests.column((rest) => rest.toMs),
    reason: Int32Array.from(rests.rows, (rest) => reasons.indexOf(rest.reason)),
    endsOnTime: Uint8Array.from(rests.rows, (rest) => (rest.endsOnTime ? 1 : 0)),
  };
}

/** Rows of one kind, agent by agent. */
class Rows<Row> {
  readonly rows: Row[] = [];
  readonly first: Int32Array;

  constructor(agents: number) {
    this.first = new Int32Array(agents + 1);
  }

  endOf(agent: number): void {
    this.first[agent + 1] = this.rows.length;
  }

  column(of: (row: Row) => number): Float64Array {
    return Float64Array.from(this.rows, of);
  }
}
