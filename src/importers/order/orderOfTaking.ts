import {localDateOf} from '../../calendar/index.ts';
import type {Work} from '../logFacts.ts';
import {Claims, type Credits} from './claims.ts';
import {byDay, creditsIn, creditsOf, type FoundCredit, gain} from './credits.ts';
import {type Decision, decisionsIn} from './decisions.ts';
import type {WaitedContacts} from './waited.ts';

/** Rules by which waiting contacts may have been taken. */
export type Rule = 'firstCome' | 'classes' | 'credits';

/** Which order a log shows, between classes of contacts: values of one attribute. */
export interface OrderOfTaking {
  readonly rule: Rule;
  readonly attribute: string;
  /** Decisions between contacts of different classes, and the share of them each rule explains. */
  readonly decisions: number;
  readonly shares: Readonly<Record<Rule, number>>;
  /** Decisions within a class, and the share of them that took the oldest. */
  readonly within: {readonly decisions: number; readonly share: number};
  /** Of priority classes: highest first. */
  readonly ranking: readonly string[];
  /** Of waiting credits, least first. */
  readonly credits: readonly FoundCredit[];
  readonly pairs: readonly PairOfClasses[];
}

/** Decisions between two classes. */
export interface PairOfClasses {
  readonly ahead: string;
  readonly behind: string;
  readonly decisions: number;
  readonly firstCome: number;
  readonly found: number;
}

/** Fewer decisions show no order, and classes with fewer have no place in it. */
const FEWEST = 100;
/** A rule must explain so much more than first come, first served. */
const LEAST_GAIN = 0.02;
/** A head start nobody makes up for by waiting. */
const ALWAYS_MS = 1e12;
const FIRST_COME: Credits = new Map();

/**
 * Tests in which order waiting contacts were really taken, for each attribute that may tell classes apart: first come,
 * first served; priority classes; head starts in waiting time. A rule other than the first must explain more by two
 * points at least and beyond chance. The attribute whose rule gains most is handed back; null: too little to tell.
 */
export function orderOfTaking(
  {contacts, attributes}: Pick<WaitedContacts, 'contacts' | 'attributes'>,
  work: ReadonlyMap<string, readonly Work[]>,
  zone: string,
): OrderOfTaking | null {
  const takes = queuesTaken(work, zone);
  const orders = attributes.flatMap((attribute, i) => {
    const all = decisionsIn(contacts, {zone, classOf: ({values}) => values[i] ?? '', takes});
    return orderBy(attribute, withKnownClasses(all)) ?? [];
  });
  const gained = ({rule, shares, decisions}: OrderOfTaking) => (shares[rule] - shares.firstCome) * decisions;
  return orders.sort((a, b) => gained(b) - gained(a))[0] ?? null;
}

function orderBy(attribute: string, decisions: readonly Decision[]): OrderOfTaking | null {
  const between = decisions.filter(({taken, left}) => taken !== left);
  if (between.length < FEWEST) return null;
  const claims = new Claims(between);
  const ranking = rankingOf(claims);
  const classes: Credits = new Map(ranking.map((kind, i) => [kind, (ranking.length - i) * ALWAYS_MS]));
  const credits = creditsIn(between);
  const by: Readonly<Record<Rule, Credits>> = {firstCome: FIRST_COME, classes, credits: creditsOf(credits)};
  const rule = ruleOf(between, by);
  const same = decisions.filter(({taken, left}) => taken === left);
  return {
    rule,
    attribute,
    decisions: between.length,
    shares: {
      firstCome: shareOf(between, by.firstCome),
      classes: shareOf(between, by.classes),
      credits: shareOf(between, by.credits),
    },
    within: {decisions: same.length, share: shareOf(same, FIRST_COME)},
    ranking,
    credits,
    pairs: pairsOf(between, ranking, by[rule]),
  };
}

/** Head starts where they explain more than classes do; classes where they explain more than no rule. */
function ruleOf(decisions: readonly Decision[], by: Readonly<Record<Rule, Credits>>): Rule {
  const isMore = (one: Credits, other: Credits, least: number) => {
    const {value, halfWidth} = gain(decisions, one, other);
    return value !== null && value >= least && value > (halfWidth ?? Number.POSITIVE_INFINITY);
  };
  if (isMore(by.credits, by.firstCome, LEAST_GAIN) && isMore(by.credits, by.classes, 0)) return 'credits';
  return isMore(by.classes, by.firstCome, LEAST_GAIN) ? 'classes' : 'firstCome';
}

function shareOf(decisions: readonly Decision[], credits: Credits): number {
  let explained = 0;
  for (const [count] of byDay(decisions, credits)) explained += count;
  return decisions.length === 0 ? Number.NaN : explained / decisions.length;
}

/** Classes by how many others they were mostly taken before. */
function rankingOf(claims: Claims): string[] {
  const wins = (kind: string) =>
    claims.classes.filter((other) => claims.timesTaken(kind, other) > claims.timesTaken(other, kind)).length;
  return [...claims.classes].sort((a, b) => wins(b) - wins(a) || (a < b ? -1 : 1));
}

function pairsOf(decisions: readonly Decision[], ranking: readonly string[], found: Credits): PairOfClasses[] {
  return ranking.flatMap((ahead, i) =>
    ranking.slice(i + 1).flatMap((behind) => {
      const both = decisions.filter(({taken, left}) =>
        [taken, left].every((kind) => kind === ahead || kind === behind),
      );
      if (both.length < FEWEST) return [];
      const [firstCome, share] = [shareOf(both, FIRST_COME), shareOf(both, found)];
      return [{ahead, behind, decisions: both.length, firstCome, found: share}];
    }),
  );
}

/** Without decisions about classes that hardly ever had one. */
function withKnownClasses(decisions: readonly Decision[]): readonly Decision[] {
  const counts = new Map<string, number>();
  for (const {taken, left} of decisions)
    if (taken !== left) for (const kind of [taken, left]) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const isKnown = (kind: string) => (counts.get(kind) ?? 0) >= FEWEST;
  return decisions.filter(({taken, left}) => taken === left || (isKnown(taken) && isKnown(left)));
}

function queuesTaken(work: ReadonlyMap<string, readonly Work[]>, zone: string) {
  const taken = new Set<string>();
  for (const [agent, pieces] of work)
    for (const {fromMs, queue} of pieces) taken.add(`${agent}\n${localDateOf(fromMs, zone)}\n${queue}`);
  return (agent: string, day: string, queue: string) => taken.has(`${agent}\n${day}\n${queue}`);
}
