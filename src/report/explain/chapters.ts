/** A chapter of an item's life in sentences: what happens, then what is to be said of it. */
import type {Arrival, Because, Chapter, End, Given, ItemStory, Waiting} from '../../explain/index.ts';
import type {Point} from '../../journal/index.ts';
import {textsOf} from '../text/journal.ts';
import {becauseText, passedOverText, priorityText, spanText} from './because.ts';

/** How it is told: an instant as text, and whether every moment is wanted. */
export interface Telling {
  readonly at: (point: Point) => string;
  readonly full: boolean;
}

/** When a chapter begins, and ends. */
export const startOf = (chapter: Chapter): Point => ('at' in chapter ? chapter.at : chapter.from);
export const endOf = (chapter: Chapter): Point => ('at' in chapter ? chapter.at : chapter.to);

/** Sentences of a chapter: the first what happens, the others set in below it. */
export function sentencesOf(chapter: Chapter, story: ItemStory, telling: Telling): string[] {
  const {at} = telling;
  switch (chapter.kind) {
    case 'arrives':
      return arrival(chapter, telling);
    case 'opens':
      return [
        chapter.target === 'preferred agent'
          ? `its preferred agent alone, from here (priority ${chapter.priority})`
          : `${chapter.target} opens${onClock(chapter.clock)} (priority ${chapter.priority})`,
      ];
    case 'waits':
      return waiting(chapter, telling);
    case 'given':
      return given(chapter, story);
    case 'rings':
      return [`rings at ${chapter.agent}, ${RANG[chapter.outcome]} after ${lasted(chapter)}`];
    case 'handled': {
      const visit = chapter.visit > 1 ? `, visit ${chapter.visit}` : '';
      const who = `with ${chapter.agent} for ${lasted(chapter)}${visit}${pauses(chapter.pauses)}`;
      return [`${who} (priority ${chapter.priority}, ${chapter.target})`];
    }
    case 'wrapUp':
      return [`wrap-up by ${chapter.agent} for ${lasted(chapter)}${pauses(chapter.pauses)}`];
    case 'aside':
      return [
        `${ASIDE[chapter.where]}${chapter.agent === undefined ? '' : ` ${chapter.agent}`} for ${lasted(chapter)}`,
      ];
    case 'moves':
      return [`moves to ${chapter.process}: ${chapter.target} (priority ${chapter.priority})`];
    case 'milestone': {
      const target = chapter.target ? ` (target ${at(chapter.target)})` : '';
      return [`milestone ${chapter.milestone} ${MILESTONE[chapter.what]}${target}`];
    }
    case 'ends':
      return [end(chapter, at)];
    default:
      return [moment(chapter, at)];
  }
}

const RANG = {
  answered: 'answered',
  missed: 'not answered, and taken back',
  hungUp: 'and the customer hangs up',
  withdrawn: 'withdrawn',
} as const;
const ASIDE = {
  workbin: 'lies in the workbin of',
  confirmation: 'awaits confirmation',
  held: 'is put aside',
  kept: 'done, but kept by',
} as const;
const MILESTONE = {
  warns: 'warns',
  violated: 'is violated',
  reached: 'is reached in time',
  reachedLate: 'is reached too late',
} as const;

const lasted = ({from, to}: {readonly from: Point; readonly to: Point}): string => spanText(to.ms - from.ms);

function pauses(those: readonly {readonly from: Point; readonly to: Point}[]): string {
  if (those.length === 0) return '';
  const ms = those.reduce((sum, {from, to}) => sum + to.ms - from.ms, 0);
  return `, interrupted ${those.length === 1 ? '' : `${those.length} times, `}for ${spanText(ms)}`;
}

const onClock = (clock: string | undefined): string => (clock === undefined ? '' : ` on the clock of ${clock}`);

function arrival(chapter: Arrival, {at}: Telling): string[] {
  const {channel, process, rule, priority, creditMs, arrived, due, prefers, openedBy, clock} = chapter;
  const values = rule.matched.map(({column, cell, value}) => `${column} ${value ?? 'missing'} matches ${cell}`);
  const facts = [
    `priority ${priority}`,
    ...(creditMs === undefined ? [] : [`as if it had waited ${spanText(creditMs)}`]),
    ...(arrived ? [`arrived ${at(arrived)}`] : []),
    ...(due ? [`due ${at(due)}`] : []),
    ...(clock === undefined ? [] : [`clock ${clock}`]),
    ...(prefers === undefined ? [] : [`prefers ${prefers}`]),
  ];
  const by = openedBy === undefined ? '' : `, opened by ${openedBy}`;
  return [
    `comes by ${channel}${by}: ${process}, by ${rule.text}`,
    ...(values.length > 0 ? [values.join('; ')] : []),
    facts.join(', '),
  ];
}

function waiting(chapter: Waiting, telling: Telling): string[] {
  const {targets, waitsFor, inbox, next, priority, never, stretches, passedOver} = chapter;
  const {at, full} = telling;
  const whom = [...(waitsFor === undefined ? [] : [waitsFor]), ...targets].join(', ');
  const where = inbox === undefined ? `for ${whom}` : `in the inbox of ${inbox}`;
  const then = next && next.ms > chapter.to.ms ? `; ${next.target} would open at ${at(next)}` : '';
  return [
    `waits ${lasted(chapter)} ${where}${then}`,
    ...(priority.length > 0 ? [priorityText(priority, at)] : []),
    ...(full ? priority.flatMap((piece) => ticksOf(piece, at)) : []),
    ...(never.length > 0 ? [`never: ${never.map((one) => becauseText(one, false)).join('; ')}`] : []),
    ...stretches.map((stretch) => stretchText(stretch, chapter, telling)),
    ...passedOverText(passedOver, at, full),
  ];
}

/** What kept whom; now and then is what did not all the while, and kept one at most. */
function stretchText({from, to, because}: Waiting['stretches'][number], wait: Waiting, {at, full}: Telling): string {
  const whole = from.ms === wait.from.ms && to.ms === wait.to.ms;
  const isRare = ({least, most}: Because) => least === 0 && most === 1;
  const always = because.filter((one) => !isRare(one)).map((one) => becauseText(one, because.length === 1));
  const rare = because.filter(isRare).map((one) => becauseText(one, false));
  const said = [...always, ...(rare.length > 0 ? [`at times ${rare.join(', ')}`] : [])].join('; ');
  const coarse = (point: Point) => (full || to.ms - from.ms < COARSE_MS ? at(point) : at(point).replace(/\.\d+$/, ''));
  return `${whole ? '' : `${coarse(from)} to ${coarse(to)}: `}${said || 'nobody in question'}`;
}

/** Stretches longer than this are told to the second. */
const COARSE_MS = 10_000;

/** Every tick of a piece, a few to a sentence. */
function ticksOf(piece: Waiting['priority'][number], at: Telling['at']): string[] {
  const {starts, ends, step, everyMs} = piece;
  if (step === 0 || everyMs === 0) return [];
  const count = Math.round((ends - starts) / step);
  const values = Array.from({length: count}, (_, k) => Number((starts + step * (k + 1)).toFixed(6)));
  return [`ticks from ${at(piece.from)}: ${values.join(', ')}`];
}

function given(chapter: Given, {item}: ItemStory): string[] {
  const {at, kind: _, ...rest} = chapter;
  const [main = '', ...more] = textsOf({...at, event: 'decided', item, ...rest}, () => '');
  return [main.replace(`${item} `, ''), ...(chapter.agentCount === 1 ? ['nobody else could take it'] : []), ...more];
}

type Momentary = Exclude<
  Chapter,
  {
    kind:
      | 'arrives'
      | 'opens'
      | 'waits'
      | 'given'
      | 'rings'
      | 'handled'
      | 'wrapUp'
      | 'aside'
      | 'moves'
      | 'milestone'
      | 'ends';
  }
>;

function moment(chapter: Momentary, at: Telling['at']): string {
  switch (chapter.kind) {
    case 'comesBack':
      return `comes back (priority ${chapter.priority})`;
    case 'inboxed':
      return `is put into the inbox of ${chapter.agent}`;
    case 'takenFrom':
      return `is taken out of the workbin of ${chapter.agent}`;
    case 'dueMoves':
      return `is due ${chapter.due ? at(chapter.due) : 'at no time'} from now on`;
    case 'contacted':
      return `is ${chapter.converted ? 'won' : 'not won'} by ${chapter.agent}`;
    case 'noted':
      return `is noted as ${chapter.disposition}`;
    case 'opensItem':
      return `opens ${chapter.child}: ${chapter.process}`;
    case 'childEnds':
      return `${chapter.child} is done with`;
    case 'callsAgain':
      return `its customer calls again: ${chapter.item}`;
  }
}

const ENDS: Readonly<Record<End['how'], string>> = {
  completed: 'completed',
  confirmed: 'confirmed by its source: completed',
  closed: 'closed: all that it opened is done with',
  lapsed: 'closed: no reply has come',
  abandoned: 'gives up',
  canceled: 'canceled by its source',
  rejected: 'rejected: its process is closed',
  unfinished: 'the run ends, and it is not done',
};

function end({how, agent, afterMs, due, lateMs}: End, at: Telling['at']): string {
  const who = agent === undefined ? '' : how === 'canceled' ? `: ${agent} drops it` : ` by ${agent}`;
  const after = how === 'rejected' ? '' : ` after ${spanText(afterMs)}`;
  const late =
    due === undefined || lateMs === undefined
      ? ''
      : `, ${lateMs > 0 ? `${spanText(lateMs)} late` : `${spanText(-lateMs)} before it is due`} (due ${at(due)})`;
  return `${ENDS[how]}${who}${after}${late}`;
}
