import {localDateOf} from '../calendar/index.ts';
import type {Work} from './logFacts.ts';
import {PassedOver} from './passedOver.ts';
import type {WaitingTimes} from './turnaround.ts';

/** An agent was there, and held these skills: the queues he answered that day. */
export interface Spell {
  readonly agent: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly queues: readonly string[];
}

export interface PresenceOptions {
  /** An agent with nothing to do for longer was away, if he was passed over. */
  readonly breakMs: number;
  readonly zone: string;
  readonly waiting: ReadonlyMap<string, WaitingTimes>;
}

/**
 * Who was there when, from who did what: each local day from an agent's first work to his last, cut where he did
 * nothing for longer than a break though there was something to do. Work belongs to the day on which it began. By
 * agent, then in order of time.
 *
 * A spell ends in the middle of its last work. Whoever leaves finishes what he has in hand, in the simulation as at the
 * desk: the end falls anywhere into it, on average into its middle. Up to its end he would work on for half a contact
 * longer at every break and every evening. Only who is the last of a day to take from a queue stays until he is done,
 * so that nobody waits there overnight.
 */
export function presenceOf(work: ReadonlyMap<string, readonly Work[]>, options: PresenceOptions): Spell[] {
  const agents = [...work.keys()].sort();
  const passedOver = new PassedOver(work, options.waiting, options.zone);
  const stays = agents.map((agent) =>
    byDay(work.get(agent) ?? [], options.zone).flatMap((day) => staysOn(agent, day, passedOver, options)),
  );
  const last = lastOfQueues(stays.flat());
  return stays.flatMap((own) => apart(own.map((stay) => spellOf(stay, last.has(stay)))));
}

/** An agent's work by the local day on which it began, in order of time. */
export function byDay(work: readonly Work[], zone: string): Work[][] {
  const days = new Map<string, Work[]>();
  for (const piece of [...work].sort((a, b) => a.fromMs - b.fromMs)) {
    const date = localDateOf(piece.fromMs, zone);
    const day = days.get(date);
    if (day) day.push(piece);
    else days.set(date, [piece]);
  }
  return [...days.values()];
}

/** For so long after a contact who is passed over may still be at work on it. */
const STILL_AT_WORK_MS = 120_000;

/** A stretch of a day in which an agent worked without a break. */
interface Stay {
  readonly agent: string;
  readonly date: string;
  readonly fromMs: number;
  last: Work;
  readonly queues: readonly string[];
}

function staysOn(
  agent: string,
  day: readonly Work[],
  passedOver: PassedOver,
  {breakMs, zone}: PresenceOptions,
): Stay[] {
  const queues = queuesOf(day);
  const wasAway = (fromMs: number, toMs: number) =>
    toMs - fromMs > breakMs && passedOver.between(fromMs + STILL_AT_WORK_MS, toMs, queues);
  const stays: Stay[] = [];
  for (const piece of day) {
    const open = stays.at(-1);
    if (!open || wasAway(open.last.toMs, piece.fromMs))
      stays.push({agent, date: localDateOf(piece.fromMs, zone), fromMs: piece.fromMs, last: piece, queues});
    else if (piece.toMs >= open.last.toMs) open.last = piece;
  }
  return stays;
}

/** Of each queue on each day the stay that ends last among those who can take from it. */
function lastOfQueues(stays: readonly Stay[]): ReadonlySet<Stay> {
  const last = new Map<string, Stay>();
  for (const stay of stays)
    for (const queue of stay.queues) {
      const key = `${stay.date} ${queue}`;
      if (stay.last.toMs >= (last.get(key)?.last.toMs ?? Number.NEGATIVE_INFINITY)) last.set(key, stay);
    }
  return new Set(last.values());
}

const SECOND_MS = 1000;

/** In whole seconds, one at least. */
function spellOf({agent, fromMs, last, queues}: Stay, isLast: boolean): Spell {
  const endMs = isLast ? last.toMs : (last.fromMs + last.toMs) / 2;
  return {agent, fromMs, toMs: Math.max(Math.ceil(endMs / SECOND_MS) * SECOND_MS, fromMs + SECOND_MS), queues};
}

/** The queues answered in these pieces of work, in order of their names. */
export const queuesOf = (work: readonly Work[]): string[] => [...new Set(work.map((piece) => piece.queue))].sort();

/** Spells of an agent in order of time, none of them empty, none reaching into the next (work over midnight). */
function apart(spells: readonly Spell[]): Spell[] {
  return spells
    .map((spell, i) => ({...spell, toMs: Math.min(spell.toMs, spells[i + 1]?.fromMs ?? Number.POSITIVE_INFINITY)}))
    .filter(({fromMs, toMs}) => toMs > fromMs);
}
