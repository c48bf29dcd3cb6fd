/**
 * A wait cut into stretches, from what stood between the item and each agent. Told in full a stretch ends whenever
 * anything changes; else those that are alike are joined, until there are no more than a few.
 */
import {OBSTACLE_NAMES} from '../../journal/index.ts';
import type {HeldItem, Spell} from '../watch/spells.ts';
import type {Because, Hands, Why} from './story.ts';

/** Instants in ms. */
export interface TimedStretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly because: readonly Because[];
}

/** So many stretches a wait is told in, where it is not told in full. */
const MOST = 6;
/** Stretches are alike where so small a share of the agents is kept by something else. */
const ALIKE = 0.2;
const NAMED = 5;
/** As journals look for what is in the way: what is looked for last is told first. */
const ORDER: readonly string[] = OBSTACLE_NAMES;

/** What kept agents over a stretch; joined with others as it grows. */
interface Sum {
  readonly fromMs: number;
  toMs: number;
  readonly by: Map<Why, Part>;
}
interface Part {
  least: number;
  most: number;
  idle: number;
  /** Time, times agents. */
  agentMs: number;
  readonly agents: Set<number>;
  readonly held: Map<string, HeldItem>;
  readonly rules: Set<string>;
}

/** `spells` tile [fromMs, toMs) for every agent that is to be told of. */
export function stretchesOf(
  spells: readonly Spell[],
  fromMs: number,
  toMs: number,
  full: boolean,
  agentName: (agent: number) => string,
): TimedStretch[] {
  let sums = swept(spells, fromMs, toMs, full);
  if (!full) sums = fewer(sums);
  return sums.map((sum) => ({
    fromMs: sum.fromMs,
    toMs: sum.toMs,
    because: [...sum.by]
      .sort(([why, a], [other, b]) => b.agentMs - a.agentMs || ORDER.indexOf(other) - ORDER.indexOf(why))
      .map(([why, part]) => becauseOf(why, part, agentName)),
  }));
}

/** Of agents whom nothing but training would help. */
export function neverOf(spells: readonly Spell[], agentName: (agent: number) => string): Because[] {
  const parts = new Map<Why, Part>();
  for (const spell of spells) add(parts, spell);
  for (const part of parts.values()) part.least = part.most = part.agents.size;
  return [...parts].map(([why, part]) => becauseOf(why, part, agentName));
}

/** Goes through the instants at which spells begin or end, and closes a stretch where its picture is another. */
function swept(spells: readonly Spell[], fromMs: number, toMs: number, full: boolean): Sum[] {
  const inOrder = spells.filter(({why}) => why !== 'none').sort((a, b) => a.fromMs - b.fromMs);
  const now = new Map<number, Spell>();
  const sums: Sum[] = [];
  let signature = '';
  for (let i = 0, at = fromMs; at < toMs; ) {
    for (const [agent, spell] of now) if (spell.toMs <= at) now.delete(agent);
    const fresh: Spell[] = [];
    for (; i < inOrder.length && inOrder[i].fromMs <= at; i++) if (inOrder[i].toMs > at) fresh.push(inOrder[i]);
    for (const spell of fresh) now.set(spell.agent, spell);
    const present = [...now.values()];
    const until = present.reduce(
      (least, spell) => Math.min(least, spell.toMs),
      Math.min(toMs, inOrder[i]?.fromMs ?? toMs),
    );
    const next = full ? `${at}` : signatureOf(present);
    const last = sums.at(-1);
    if (last && next === signature) {
      last.toMs = until;
      for (const spell of fresh) add(last.by, spell);
      count(last.by, present, until - at);
    } else {
      const by = new Map<Why, Part>();
      for (const spell of present) add(by, spell);
      count(by, present, until - at);
      sums.push({fromMs: at, toMs: until, by});
    }
    signature = next;
    at = until;
  }
  return sums;
}

/** How many are kept by what. */
function signatureOf(present: readonly Spell[]): string {
  const counts = new Map<string, number>();
  for (const {why} of present) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].sort().join(' ');
}

function add(by: Map<Why, Part>, {why, agent, held, rule}: Spell): void {
  if (why === 'none') return;
  let part = by.get(why);
  if (part === undefined) {
    part = {least: Infinity, most: 0, idle: 0, agentMs: 0, agents: new Set(), held: new Map(), rules: new Set()};
    by.set(why, part);
  }
  part.agents.add(agent);
  for (const one of held) part.held.set(one.item, one);
  if (rule !== '') part.rules.add(rule);
}

/** How many at once. */
function count(by: Map<Why, Part>, present: readonly Spell[], ms: number): void {
  for (const [why, part] of by) {
    const those = present.filter((spell) => spell.why === why);
    part.least = Math.min(part.least, those.length);
    part.most = Math.max(part.most, those.length);
    part.agentMs += those.length * ms;
    part.idle = Math.max(part.idle, those.filter(({isIdle}) => isIdle).length);
  }
}

/** Joins neighbours that are alike; then, while there are many, those whose joining says least that is not so. */
const fewer = (sums: readonly Sum[]): Sum[] =>
  joining(
    joining(sums, distance, (least) => least <= ALIKE),
    costOf,
    (_, count) => count > MOST,
  );

/** Joins the two neighbours of least `measure`, again and again while `goesOn` says so. */
function joining(
  all: readonly Sum[],
  measure: (one: Sum, other: Sum) => number,
  goesOn: (least: number, count: number) => boolean,
): Sum[] {
  const sums = [...all];
  const measures = sums.slice(1).map((sum, k) => measure(sums[k], sum));
  while (measures.length > 0) {
    const at = measures.reduce((best, one, k) => (one < measures[best] ? k : best), 0);
    if (!goesOn(measures[at], sums.length)) break;
    sums.splice(at, 2, joined(sums[at], sums[at + 1]));
    measures.splice(at, 1);
    for (const k of [at - 1, at]) if (sums[k] && sums[k + 1]) measures[k] = measure(sums[k], sums[k + 1]);
  }
  return sums;
}

/** What joining takes from the truth: how unlike they are, for as long as the shorter lasts. */
const costOf = (one: Sum, other: Sum): number => distance(one, other) * Math.min(lengthOf(one), lengthOf(other));

const lengthOf = ({fromMs, toMs}: Sum): number => toMs - fromMs;

/** The share of agents kept by something else, by their mean numbers; 0 to 1. */
function distance(one: Sum, other: Sum): number {
  const [means, others] = [meansOf(one), meansOf(other)];
  let [moved, all] = [0, 0];
  for (const why of new Set([...means.keys(), ...others.keys()])) {
    const [here, there] = [means.get(why) ?? 0, others.get(why) ?? 0];
    moved += Math.abs(here - there);
    all += here + there;
  }
  return all === 0 ? 0 : moved / all;
}

const meansOf = (sum: Sum): Map<Why, number> =>
  new Map([...sum.by].map(([why, {agentMs}]) => [why, agentMs / lengthOf(sum)]));

function joined(one: Sum, other: Sum): Sum {
  const by = new Map<Why, Part>();
  for (const why of new Set([...one.by.keys(), ...other.by.keys()])) {
    const parts = [one.by.get(why), other.by.get(why)].filter((part) => part !== undefined);
    by.set(why, {
      least: parts.length < 2 ? 0 : Math.min(...parts.map(({least}) => least)),
      most: Math.max(...parts.map(({most}) => most)),
      idle: Math.max(...parts.map(({idle}) => idle)),
      agentMs: parts.reduce((sum, {agentMs}) => sum + agentMs, 0),
      agents: new Set(parts.flatMap(({agents}) => [...agents])),
      held: new Map(parts.flatMap(({held}) => [...held])),
      rules: new Set(parts.flatMap(({rules}) => [...rules])),
    });
  }
  return {fromMs: one.fromMs, toMs: other.toMs, by};
}

function becauseOf(why: Why, part: Part, agentName: (agent: number) => string): Because {
  const agents = [...part.agents].sort((a, b) => a - b).slice(0, NAMED);
  return {
    why,
    least: part.least,
    most: part.most,
    agents: agents.map(agentName),
    ...(part.idle > 0 && {idle: part.idle}),
    ...(part.held.size > 0 && {hands: handsOf([...part.held.values()])}),
    ...(part.rules.size > 0 && {rules: [...part.rules].sort()}),
  };
}

function handsOf(held: readonly HeldItem[]): Hands {
  const priorities = held.map(({priority}) => priority);
  const those = (kind: HeldItem['against']) => held.filter(({against}) => against === kind).length;
  return {
    items: held.length,
    before: those('before'),
    higher: those('higher'),
    other: those('other'),
    lowest: priorities.reduce((least, priority) => Math.min(least, priority), Infinity),
    highest: priorities.reduce((most, priority) => Math.max(most, priority), -Infinity),
    named: held.slice(0, NAMED).map(({item, priority}) => ({item, priority})),
  };
}
