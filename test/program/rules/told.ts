/** Small scenarios as in desk.ts, and what `run --journal` writes of them: events, lines of JSON, text. */
import {journalOf} from '../../../src/experiment/journal.ts';
import type {JournalEvent, Part} from '../../../src/journal/index.ts';
import {JournalText} from '../../../src/report/text/journal.ts';
import {opened} from './desk.ts';

type Files = Readonly<Record<string, string>>;

/** Events of the journal of replication 1. */
export function toldOf(yaml: string, files: Files = {}, part: Part = {}): Promise<JournalEvent[]> {
  return opened(yaml, files, {}, async (loaded) => {
    const events: JournalEvent[] = [];
    await journalOf({loaded, replication: 0, part, write: (event) => events.push(event)});
    return events;
  });
}

/** The text of the journal, a line an entry of the list: local time without what every line has, no day, no wrapping. */
export async function journalText(yaml: string, files: Files = {}, part: Part = {}): Promise<string[]> {
  const text = new JournalText();
  const whole = (await toldOf(yaml, files, part)).map((event) => text.of(event)).join('');
  return whole.trimEnd().split('\n');
}

/**
 * What was decided, a line each: `10s a.0 -> t 1 [everyone, 5] by agents: t 1 idle 10s | t 2 idle 5s; of a.0 5 10s | b.0 3 0s`:
 * item, agent, target, priority, who was asked, the agents who could have taken it with what was compared, the items he
 * could have taken with their priorities and times in routing. One candidate alone is not listed.
 */
export async function decisionsOf(yaml: string, files: Files = {}): Promise<string[]> {
  return (await toldOf(yaml, files)).flatMap((event) => (event.event === 'decided' ? [decision(event)] : []));
}

type Of<Name extends JournalEvent['event']> = Extract<JournalEvent, {event: Name}>;

function decision({ms, item, agent, target, priority, asked, agents, items}: Of<'decided'>): string {
  const agentTexts = agents.map((one) => {
    const {idleMs, active, free, occupancy, level, interrupts} = one;
    const compared = [
      interrupts ? 'interrupted' : '',
      idleMs === undefined ? '' : `idle ${seconds(idleMs)}`,
      active === undefined ? '' : `active ${active}`,
      free === undefined ? '' : `free ${free}`,
      occupancy === undefined ? '' : `occupied ${occupancy}`,
      level === undefined ? '' : `level ${level}`,
    ].filter((text) => text !== '');
    return `${one.agent} ${compared.join(' ')}${one.target === target ? '' : ` [${one.target}]`}`;
  });
  const itemTexts = items.map((one) => `${one.item} ${one.priority} ${seconds(one.inRoutingMs)}`);
  const list = (word: string, texts: string[]) => (texts.length > 1 ? `; ${word} ${texts.join(' | ')}` : '');
  const of = `${list('agents', agentTexts)}${list('items', itemTexts)}`;
  return `${seconds(ms)} ${item} -> ${agent} [${target}, ${priority}] ${asked}${of}`;
}

/** What else happened to items: `10s a.0 waits 5 for g until 20s h: full t 1`, `20s a.0 opens h`. */
export async function waitsOf(yaml: string, files: Files = {}): Promise<string[]> {
  return (await toldOf(yaml, files)).flatMap((event) => {
    const at = seconds(event.ms);
    if (event.event === 'opens') return [`${at} ${event.item} opens ${event.target}, ${event.priority}`];
    if (event.event === 'decided') return [`${at} ${event.item} -> ${event.agent}`];
    if (event.event !== 'waits') return [];
    const {item, priority, targets, waitsFor, next, obstacles} = event;
    const whom = [...(waitsFor === undefined ? [] : [`@${waitsFor}`]), ...targets].join(', ');
    const then = next ? `, at ${seconds(next.ms)} ${next.target}` : '';
    const why = obstacles.map(({why, agents}) => `${why} ${agents.join(' ')}`).join(', ');
    return [`${at} ${item} waits ${priority} for ${whom}${then}: ${why}`];
  });
}

/** Who comes, leaves, rests and the like: `10s t 1 comes`. */
export async function presenceOf(yaml: string, files: Files = {}): Promise<string[]> {
  return (await toldOf(yaml, files)).flatMap((event) => {
    if ('item' in event || event.event === 'end') return [];
    const more =
      event.event === 'rests' ? ` ${event.reason}` : event.event === 'notReady' ? ` ${seconds(event.until.ms)}` : '';
    return [
      `${seconds(event.ms)} ${event.agent} ${event.event}${more}${event.inHand > 0 ? `, holds ${event.inHand}` : ''}`,
    ];
  });
}

/** Every event of items in one word each: `10s a.0 created`, `10s a.0 answered t 1`. */
export async function storyOf(yaml: string, files: Files = {}): Promise<string[]> {
  return (await toldOf(yaml, files)).flatMap((event) => {
    if (!('item' in event)) return [];
    return [`${seconds(event.ms)} ${event.item} ${event.event}${'agent' in event ? ` ${event.agent}` : ''}`];
  });
}

const seconds = (ms: number): string => `${ms / 1000}s`;
