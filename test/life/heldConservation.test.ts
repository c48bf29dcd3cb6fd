/** Nothing is lost of what is put off, pending, held by its source, canceled or restarted: as it goes, and in the books. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {COMMAND} from '../../src/model/commands.ts';
import type {CentreSpec} from '../engine/centre.ts';
import {modelOf} from '../engine/centre.ts';
import {checkInvariants} from '../engine/invariants.ts';
import {resultsOf} from '../program/rules/desk.ts';
import {type LifeSpec, lived} from './centre.ts';

const ms = (max: number) => fc.integer({min: 0, max});
const WORDS = Object.keys(COMMAND) as (keyof typeof COMMAND)[];
const said = fc.array(fc.record({at: ms(500), number: ms(8), what: fc.constantFrom(...WORDS)}), {maxLength: 14});

const centres = fc.record({
  items: fc.array(
    fc.record({at: ms(200), handle: ms(60), wrapUp: ms(20), patience: ms(500), activeAfter: fc.option(ms(150))}),
    {minLength: 1, maxLength: 9},
  ),
  agents: fc.integer({min: 1, max: 3}),
  ringMs: fc.option(ms(15)),
  outcomes: fc.array(fc.integer({min: 0, max: 5}), {minLength: 1, maxLength: 9}),
  delays: fc.array(ms(150), {minLength: 1, maxLength: 5}),
  commands: said,
  drains: fc.boolean(),
});

test('lines, buckets and loads hold; what was created has ended, or stands where its source holds it', () => {
  const met = new Set<string>();
  let asideOnce = false;
  fc.assert(
    fc.property(centres, ({items, agents, ringMs, outcomes, delays, commands, drains}) => {
      const spec: CentreSpec = {
        routes: [{targets: [{profiles: [0]}, {profiles: [0, 1], ms: 40}]}],
        processes: [{slaMs: 90, confirmMs: 60}],
        groups: [{count: agents, ...(ringMs === null ? {} : {offers: {ringMs}})}, {count: 1}],
        sources: [
          {
            items: items
              .map(({activeAfter, ...item}) => ({
                ...item,
                ...(activeAfter === null ? {} : {active: item.at + activeAfter}),
              }))
              .toSorted((a, b) => a.at - b.at),
            commands: commands.toSorted((a, b) => a.at - b.at),
          },
        ],
        untilMs: 400,
        drains,
      };
      const pending = {kind: 'pending', replySpan: 0, opens: [], sameAgent: false, waitForAgentMs: Infinity} as const;
      const life: LifeSpec = {
        outcomes: [
          {kind: 'reschedule', activateSpan: 0, slaMs: Number.NaN},
          {...pending, closeAfterMs: 100, stops: true},
          {...pending, closeAfterMs: Infinity, stops: false},
          {kind: 'markDone'},
          {kind: 'complete', confirmedSpan: 0, stays: true},
          {kind: 'complete', confirmedSpan: -1},
        ],
        outcome: (number, visit) => (visit > 4 ? 5 : outcomes[(number * 3 + visit) % outcomes.length]),
        handle: (number, visit) => (number * 7 + visit * 13) % 50,
        span: (number, visit) => delays[(number + visit) % delays.length],
        confirm: [60],
      };
      const model = modelOf(spec);
      const left = {live: 0};
      const story = lived(spec, life, ({floor}) => {
        asideOnce ||= checkInvariants(model, floor).aside > 1;
        left.live = floor.items.live;
      });
      for (const line of story) met.add(line.split(' ')[2] ?? '');
      const ends = story.filter((line) => / (completed|abandoned|canceled)/.test(line));
      items.forEach((_, number) => {
        const restarts = commands.filter((one) => one.what === 'restart' && one.number === number).length;
        const ended = ends.filter((line) => line.split(' ')[1] === `${number}`).length;
        expect(ended).toBeLessThanOrEqual(1 + restarts);
      });
      if (drains) expect(ends.length + left.live).toBeGreaterThanOrEqual(items.length);
      if (drains && !commands.some(({what}) => what === 'hold')) expect(left.live).toBe(0);
    }),
    {numRuns: 60, seed: 7},
  );
  expect(asideOnce).toBe(true);
  for (const what of ['held', 'due', 'lapses', 'canceled', 'awaiting', 'completed', 'abandoned'])
    expect(met).toContain(what);
});

test('the books balance, whatever sources say', async () => {
  const at = (second: number) =>
    `2026-03-02T00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
  const log = `id,at,from\n${Array.from({length: 9}, (_, n) => `n${n},${at(n * 20)},${n % 3 === 1 ? at(n * 20 + 50) : ''}\n`).join('')}`;
  const yaml = `
to: 10m
demand:
  - source: work
    channel: workitem
    replay: { file: log.csv, columns: { id: id, arrived: at, activate: from }, commands: { file: said.csv } }
    handleTime: 40s
    wrapUp: 5s
    handling:
      - { share: 25%, then: reschedule, activate: { exponential: { mean: 1m } }, sla: 2m }
      - { share: 25%, then: pending, reply: { exponential: { mean: 1m } }, closeAfter: 1m, clock: stopped }
      - { share: 25%, then: markDone }
routing:
  segmentation: { otherwise: p }
  processes: { p: { sla: 3m, confirmWithin: 1m } }
workforce: [ { group: Ann, agents: 2 } ]
`;
  const sums = {cancelled: 0, completed: 0, held: 0};
  await fc.assert(
    fc.asyncProperty(said, fc.constantFrom('cut', 'drain'), async (commands, end) => {
      const rows = commands.map(({at: s, number, what}) => `${at(s)},n${number},${what}\n`);
      const {balance, flow} = await resultsOf(`atEnd: ${end}\n${yaml}`, {
        'log.csv': log,
        'said.csv': `time,id,command\n${rows.join('')}`,
      });
      const {created, rejected, cancelled, completed, abandoned, inHand, waiting, held} = balance;
      expect(created).toBe(rejected + cancelled + completed + abandoned + inHand + waiting + held);
      expect(flow.total.canceled?.value).toBe(cancelled);
      expect(flow.total.due?.value ?? 0).toBeLessThanOrEqual(created);
      for (const key of ['cancelled', 'completed', 'held'] as const) sums[key] += balance[key];
    }),
    {numRuns: 25, seed: 3},
  );
  expect(Math.min(...Object.values(sums))).toBeGreaterThan(0);
});
