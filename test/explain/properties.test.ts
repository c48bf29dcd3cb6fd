/** What holds for the story of any item: its spans lie end to end from its arrival to its end, and stretches tile waits. */
import {beforeAll, expect, test} from 'vitest';
import {explain, type ItemStory, worst} from '../../src/explain/index.ts';
import type {Chapter} from '../../src/explain/story/story.ts';
import {opened} from '../program/rules/desk.ts';
import {chapterLine} from './stories.ts';

/** Most of what may happen to items, in two hours. */
const BUSY = `
to: 2h
atEnd: cut
seed: 3
shifts: { day: { daily: 00:00-01:30, breaks: [ { at: 00:40, for: 10m } ] } }
demand:
  - { source: calls, channel: voice, arrivals: { perHour: 60 }, handleTime: { exponential: { mean: 3m } }, wrapUp: 20s, patience: { exponential: { mean: 4m } }, redial: { share: 50%, after: 5m, atMost: 2 }, preferredAgent: { share: 30%, from: [ a ] } }
  - { source: chats, channel: chat, arrivals: { perHour: 30 }, handleTime: { exponential: { mean: 4m } }, concurrency: { slowdown: 0.5 } }
  - source: work
    channel: workitem
    arrivals: { perHour: 40 }
    handleTime: { exponential: { mean: 4m } }
    handling:
      - { share: 20%, then: park, for: 5m, left: 50% }
      - { share: 15%, then: transfer, to: { process: third } }
      - { share: 15%, then: workOrder, open: second, handleTime: 1m, finish: 30s }
      - { share: 10%, then: reschedule, activate: 10m }
routing:
  segmentation: { columns: [ channel ], rules: [ { if: [ voice ], then: calls }, { if: [ chat ], then: calls } ], otherwise: first }
  processes:
    calls: { priority: high, distribute: d }
    first: { sla: 20m, priority: low, distribute: d }
    second: { sla: 30m, priority: low, distribute: d }
    third: { sla: 30m, priority: low, distribute: d }
  priorities: { high: { initial: 500, increment: 10, every: 30s }, low: { initial: 100, increment: 40, every: 1m, max: 700 } }
  distribution: { d: { preferredAgent: { for: 1m }, targets: [ { skills: S > 5, for: 2m }, { everyone: true } ] } }
  capacity: { blended: { voice: { max: 1, notWhile: [ { chat: 1 } ] }, chat: { max: 2, notWhile: [ { voice: 1 } ] }, workitem: { max: 1, interruptedBy: [ voice ] } } }
workforce:
  - { group: a, agents: { day: 3 }, skills: { S: 7 }, capacity: blended, offers: { answerIn: 3s, noAnswer: 20%, ringFor: 8s, thenNotReady: 1m } }
  - { group: b, agents: 2, skills: { S: 2 }, capacity: blended }
`;

type Span = Extract<Chapter, {from: unknown}>;
const isSpan = (chapter: Chapter): chapter is Span => 'from' in chapter;

async function storiesOf(full: boolean): Promise<ItemStory[]> {
  return opened(BUSY, {}, {}, async (loaded) => {
    const items = loaded.compiled.model.names.sources.flatMap((_, source) =>
      Array.from({length: 20}, (_, number) => ({source, number: number * 3, redial: 0})),
    );
    const {stories} = await explain({loaded, replication: 0, items, full});
    return stories.filter((story) => story !== null);
  });
}

let brief: readonly ItemStory[];
let inFull: readonly ItemStory[];
beforeAll(async () => {
  [brief, inFull] = [await storiesOf(false), await storiesOf(true)];
});

test.each([false, true])('spans tile a life, stretches tile a wait; full: %s', (full) => {
  const stories = full ? inFull : brief;
  expect(stories.length).toBeGreaterThan(50);
  const met = new Set<string>();
  for (const {item, chapters} of stories) {
    const told = `${item}\n${chapters.map(chapterLine).join('\n')}`;
    for (const {kind} of chapters) met.add(kind);
    const spans = chapters.filter(isSpan);
    let at = chapters[0]?.kind === 'arrives' ? chapters[0].at.ms : Number.NaN;
    for (const span of spans) {
      expect(span.from.ms, told).toBe(at);
      expect(span.to.ms, told).toBeGreaterThan(span.from.ms);
      at = span.to.ms;
      if (span.kind !== 'waits') continue;
      let since = span.from.ms;
      for (const {from, to, because} of span.stretches) {
        expect(from.ms, told).toBe(since);
        expect(because.length, told).toBeGreaterThan(0);
        since = to.ms;
      }
      expect(since, told).toBe(span.to.ms);
      if (!full) expect(span.stretches.length, told).toBeLessThanOrEqual(6);
      for (const {at: when, priority, own, because} of span.passedOver) {
        expect(when.ms >= span.from.ms && when.ms <= span.to.ms, told).toBe(true);
        if (because === 'priority') expect(priority, told).toBeGreaterThan(own);
      }
    }
    const again = chapters.findIndex(({kind}) => kind === 'callsAgain');
    const life = again < 0 ? chapters : chapters.slice(0, again);
    const last = life.at(-1);
    expect(last && ('at' in last ? last.at.ms : last.to.ms), told).toBe(at);
    expect(
      life.some(({kind}) => kind === 'ends'),
      told,
    ).toBe(true);
  }
  for (const kind of [
    'waits',
    'given',
    'rings',
    'handled',
    'wrapUp',
    'aside',
    'moves',
    'opens',
    'opensItem',
    'callsAgain',
  ])
    expect([...met], kind).toContain(kind);
});

test('what is told does not change what happens, and full tells the same life', () => {
  const facts = ({chapters}: ItemStory) => chapters.map((chapter) => chapterLine(chapter).split('; ')[0]);
  expect(brief.map(facts)).toEqual(inFull.map(facts));
});

test('the worst are those that waited longest', async () => {
  const {by, items, stories} = await opened(BUSY, {}, {}, async (loaded) => {
    const found = await worst({loaded, replication: 0, count: 5, process: 'calls'});
    return {...found, ...(await explain({loaded, replication: 0, items: found.items}))};
  });
  expect(by).toBe('wait');
  expect(items).toHaveLength(5);
  expect(items.every(({ms}, k) => k === 0 || ms <= (items[k - 1]?.ms ?? 0))).toBe(true);
  for (const [k, story] of stories.entries()) {
    const waited = (story?.chapters ?? []).filter(({kind}) => kind === 'waits' || kind === 'rings').filter(isSpan);
    expect(waited.reduce((sum, {from, to}) => sum + to.ms - from.ms, 0)).toBe(items[k]?.ms);
  }
});
