import {localDateOf} from '../calendar/index.ts';
import type {Work} from './logFacts.ts';

/** An agent was there, and held these skills: the queues he answered that day. */
export interface Spell {
  readonly agent: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly queues: readonly string[];
}

export interface PresenceOptions {
  /** An agent with nothing to do for longer was away. */
  readonly breakMs: number;
  /** Still there so long after the last work of a spell: wrap-up. */
  readonly afterMs: number;
  readonly zone: string;
}

/**
 * Who was there when, from who did what: each local day from an agent's first work to his last, cut where he did
 * nothing for longer than a break. Work belongs to the day on which it began. By agent, then in order of time.
 */
export function presenceOf(work: ReadonlyMap<string, readonly Work[]>, options: PresenceOptions): Spell[] {
  const spells: Spell[] = [];
  for (const agent of [...work.keys()].sort())
    spells.push(...apart(byDay(work.get(agent) ?? [], options.zone).flatMap((day) => spellsOf(agent, day, options))));
  return spells;
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

function spellsOf(agent: string, day: readonly Work[], {breakMs, afterMs}: PresenceOptions): Spell[] {
  const queues = queuesOf(day);
  const cuts: {fromMs: number; toMs: number}[] = [];
  for (const {fromMs, toMs} of day) {
    const open = cuts.at(-1);
    if (open && fromMs - open.toMs <= breakMs) open.toMs = Math.max(open.toMs, toMs);
    else cuts.push({fromMs, toMs});
  }
  return cuts.map(({fromMs, toMs}) => ({agent, fromMs, toMs: toMs + afterMs, queues}));
}

/** The queues answered in these pieces of work, in order of their names. */
export const queuesOf = (work: readonly Work[]): string[] => [...new Set(work.map((piece) => piece.queue))].sort();

/** Spells of an agent in order of time, none of them empty, none reaching into the next (work over midnight). */
function apart(spells: readonly Spell[]): Spell[] {
  return spells
    .map((spell, i) => ({...spell, toMs: Math.min(spell.toMs, spells[i + 1]?.fromMs ?? Number.POSITIVE_INFINITY)}))
    .filter(({fromMs, toMs}) => toMs > fromMs);
}
