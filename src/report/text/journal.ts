import type {AgentCandidate, Hindered, JournalEvent, MilestoneEvent, ObstacleName, Point} from '../../journal/index.ts';
import {formatDuration} from '../../language/duration.ts';
import {printable} from '../../language/show.ts';
import {paragraph, SUMMARY_WIDTH} from './lines.ts';

/** Under `08:00:00.000  `. */
const INDENT = 14;
/** Candidates a line of text names; the line of JSON has more. */
const NAMED = 5;

/** What stands in an agent's way, in words. */
export const WHY: Readonly<Record<Exclude<ObstacleName, 'none'>, string>> = {
  notSkilled: 'not skilled',
  notHisChannel: 'never takes this channel',
  offDuty: 'off duty',
  keptForPreferred: 'kept for the preferred agent',
  notYetOpen: 'target not yet open',
  resting: 'on a break',
  notReady: 'not ready',
  ringing: 'an offer rings',
  full: 'hands full',
  combination: 'no room beside what is in hand',
  heldBack: 'held back',
};

const AGENTS: Readonly<Record<string, string>> = {
  comes: 'comes on duty',
  leaves: 'goes off duty',
  restDue: 'is due for a break',
  returns: 'is back',
  ready: 'is ready again',
  heldBack: 'is held back',
  heldNoLonger: 'is held back no longer',
  otherSkills: 'has other skills from here',
};

/** A journal as people read it: a heading a day, then a line or a few an event, its local time in front. */
export class JournalText {
  #day = '';

  /** What is to be added for an event, each line ended. */
  of(event: JournalEvent): string {
    const [day = '', time = ''] = event.at.split('T');
    const heading = day === this.#day ? '' : `${this.#day === '' ? '' : '\n'}${day}\n`;
    this.#day = day;
    const texts = textsOf(event, (point) => pointText(point, day));
    const lines = texts.flatMap((text, k) =>
      k === 0
        ? paragraph(`${time}  `, printable(text), SUMMARY_WIDTH, INDENT + 2)
        : paragraph(' '.repeat(INDENT + 2), printable(text), SUMMARY_WIDTH, INDENT + 4),
    );
    return `${heading}${lines.join('\n')}\n`;
  }
}

type Points = (point: Point) => string;

/** The sentence of an event, and what it is followed by. */
export function textsOf(event: JournalEvent, at: Points): string[] {
  switch (event.event) {
    case 'created':
    case 'rejected':
    case 'opens':
    case 'waits':
    case 'decided':
      return routed(event, at);
    case 'rings':
      return [`${event.item} rings at ${event.agent}`];
    case 'missed':
      return [`${event.item} is not answered by ${event.agent}`];
    case 'answered':
      return [`${event.item} is answered by ${event.agent} after ${lasting(event.waitedMs)}`];
    case 'abandoned':
      return [`${event.item} gives up after ${lasting(event.waitedMs)}`];
    case 'completed':
      return [`${event.item} is completed by ${event.agent} after ${lasting(event.handledMs)}`];
    case 'handled':
    case 'awaits':
    case 'comesBack':
    case 'takenAgain':
    case 'confirmed':
      return [lived(event)];
    case 'held':
    case 'dueMoves':
    case 'canceled':
    case 'lapses':
    case 'closed':
      return [putOff(event, at)];
    case 'stage':
      return [`${event.item} is ${event.stage} now`];
    case 'moves':
      return [`${event.item} moves to ${event.process}: ${event.target}`];
    case 'contacted':
      return [`${event.item} is ${event.converted ? 'won' : 'not won'} by ${event.agent}`];
    case 'noted':
      return [`${event.item} is noted as ${event.disposition}`];
    case 'milestoneWarns':
    case 'milestoneViolated':
    case 'milestoneReached':
      return [milestone(event, at)];
    case 'parks':
      return [`${event.item} lies in the workbin of ${event.agent}`];
    case 'inboxed':
      return [`${event.item} lies in the inbox of ${event.agent}`];
    case 'takenFrom':
      return [`${event.item} is taken out of the workbin of ${event.agent}`];
    case 'wrappedUp':
      return [`${event.item} is wrapped up by ${event.agent}`];
    case 'paused':
    case 'resumed':
      return [`${event.item} is ${event.event} by ${event.agent}`];
    case 'end': {
      const {waiting, inHand, awaiting} = event;
      const more = awaiting === undefined ? '' : `, ${awaiting} awaiting confirmation`;
      return [`the run ends: ${waiting} waiting, ${inHand} in hand${more}`];
    }
    case 'rests':
      return [`${event.agent} takes a break: ${event.reason}`];
    case 'notReady':
      return [`${event.agent} is not ready until ${at(event.until)}`];
    default:
      return [`${event.agent} ${AGENTS[event.event]}${event.inHand > 0 ? `, ${event.inHand} in hand` : ''}`];
  }
}

type Lived = Extract<JournalEvent, {event: 'handled' | 'awaits' | 'comesBack' | 'takenAgain' | 'confirmed'}>;

/** After handling. */
function lived(event: Lived): string {
  const {item} = event;
  if (event.event === 'handled') return `${item} is handled by ${event.agent} for ${lasting(event.handledMs)}`;
  if (event.event === 'awaits') return `${item} is marked done, and awaits confirmation`;
  if (event.event === 'comesBack') return `${item} comes back (priority ${event.priority})`;
  if (event.event === 'confirmed') return `${item} is confirmed by its source: completed`;
  return `${item} is taken again by ${event.agent} after ${lasting(event.waitedMs)}, visit ${event.visit}`;
}

type PutOff = Extract<JournalEvent, {event: 'held' | 'dueMoves' | 'canceled' | 'lapses' | 'closed'}>;

/** Held, due at another time, or ended without an agent. */
function putOff(event: PutOff, at: Points): string {
  const {item} = event;
  if (event.event === 'held') return `${item} is held`;
  if (event.event === 'dueMoves') return `${item} is due ${event.due ? at(event.due) : 'at no time'} from now on`;
  if (event.event === 'closed') return `${item} is closed: all that it opened is done with`;
  if (event.event === 'lapses') return `${item} is closed: no reply has come`;
  return `${item} is canceled by its source${event.agent === undefined ? '' : `: ${event.agent} drops it`}`;
}

function milestone(event: MilestoneEvent, at: Points): string {
  const {item, milestone, target, leftMs} = event;
  const when = target ? ` (target ${at(target)})` : '';
  const left = leftMs < 0 ? `${lasting(-leftMs)} late` : `${lasting(leftMs)} left`;
  if (event.event === 'milestoneWarns') return `${item}: ${milestone} warns, ${left}${when}`;
  if (event.event === 'milestoneReached')
    return `${item}: ${milestone} is reached ${event.late ? 'too late' : 'in time'}, ${left}${when}`;
  return `${item}: ${milestone} is violated${when}`;
}

type Routed = Extract<JournalEvent, {event: 'created' | 'rejected' | 'opens' | 'waits' | 'decided'}>;

function routed(event: Routed, at: Points): string[] {
  if (event.event === 'created') return [created(event, at)];
  if (event.event === 'rejected') return [`${event.item} is rejected: its process is closed`];
  if (event.event === 'opens') return [`${event.item}: ${event.target} opens (priority ${event.priority})`];
  if (event.event === 'waits') return waits(event, at);
  return decided(event);
}

function created(event: Extract<JournalEvent, {event: 'created'}>, at: Points): string {
  const parts = [
    `${event.item}${event.id === undefined ? '' : ` (${event.id})`} comes by ${event.channel}: ${event.process}`,
    `by ${event.rule.replace(/^otherwise .*/s, 'otherwise')}`,
    `priority ${event.priority}`,
    ...(event.arrived ? [`arrived ${at(event.arrived)}`] : []),
    ...(event.due ? [`due ${at(event.due)}`] : []),
    ...(event.prefers === undefined ? [] : [`prefers ${event.prefers}`]),
    ...(event.openedBy === undefined ? [] : [`opened by ${event.openedBy}`]),
  ];
  return parts.join(', ');
}

function waits(event: Extract<JournalEvent, {event: 'waits'}>, at: Points): string[] {
  const {item, priority, targets, waitsFor, next, obstacles} = event;
  const whom = [...(waitsFor === undefined ? [] : [waitsFor]), ...targets].join(', ');
  const then = next ? `; ${next.target} from ${at(next)}` : '';
  return [`${item} waits for ${whom} (priority ${priority})${then}`, ...obstacles.map(hindered)];
}

const hindered = ({why, count, agents}: Hindered): string => `${WHY[why]}: ${named(agents, count)}`;

function decided(event: Extract<JournalEvent, {event: 'decided'}>): string[] {
  const {item, agent, priority, target, asked, by, agents, agentCount, items, itemCount} = event;
  const turn = asked === 'in turn' ? ', asked in turn' : '';
  const agentTexts = agents.map((one) => `${one.agent} (${compared(one, target)})`);
  const itemTexts = items.map((one) => `${one.item} (${one.priority}, ${lasting(one.inRoutingMs)})`);
  return [
    `${item} goes to ${agent} (priority ${priority}, ${target}${turn})`,
    ...(agentCount > 1 ? [`of agents by ${by.join(', ')}: ${named(agentTexts, agentCount)}`] : []),
    ...(itemCount > 1 ? [`of items by priority and time in routing: ${named(itemTexts, itemCount)}`] : []),
  ];
}

/** What was compared, and the target he is reached through where it is not the one that took the item. */
function compared(candidate: AgentCandidate, taken: string): string {
  const {idleMs, active, free, occupancy, level, lot, interrupts, target} = candidate;
  const parts = [
    ...(interrupts ? ['interrupted'] : []),
    ...(level === undefined ? [] : [`level ${level}`]),
    ...(active === undefined ? [] : [`${active} in hand`]),
    ...(free === undefined ? [] : [`${free} free`]),
    ...(occupancy === undefined ? [] : [`occupied ${Number((occupancy * 100).toFixed(1))}%`]),
    ...(idleMs === undefined ? [] : [`idle ${lasting(idleMs)}`]),
    ...(lot === undefined ? [] : [`lot ${lot}`]),
    ...(target === taken ? [] : [target]),
  ];
  return parts.join(', ');
}

/** `a, b and 3 more`. */
function named(texts: readonly string[], count: number): string {
  const shown = texts.slice(0, NAMED);
  const more = count - shown.length;
  return `${shown.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** An instant, its day left out where that is `today`. */
export function pointText({at}: Point, today: string): string {
  const [day = '', time = ''] = at.split('T');
  const short = time.replace(/\.000$/, '');
  return day === today ? short : `${day} ${short}`;
}

/** `1m2.5s`: exact, unlike the spans of tables. */
export function lasting(ms: number): string {
  const rest = Math.abs(ms) % 60_000;
  const minutes = Math.abs(ms) - rest;
  const seconds = rest > 0 || minutes === 0 ? `${Number((rest / 1000).toFixed(3))}s` : '';
  return `${ms < 0 ? '-' : ''}${minutes > 0 ? formatDuration(minutes) : ''}${seconds}`;
}
