/** Nothing is lost, whatever becomes of it: invariants of the floor as it goes, what is put aside included. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {CentreSpec} from '../engine/centre.ts';
import {modelOf} from '../engine/centre.ts';
import {checkInvariants} from '../engine/invariants.ts';
import {type LifeSpec, lived} from './centre.ts';

const ms = (max: number) => fc.integer({min: 0, max});
const centres = fc.record({
  items: fc.array(fc.record({at: ms(300), handle: ms(60), wrapUp: ms(20), patience: ms(400)}), {
    minLength: 1,
    maxLength: 12,
  }),
  agents: fc.integer({min: 1, max: 3}),
  ringMs: fc.option(ms(15)),
  missed: fc.array(fc.boolean(), {minLength: 1, maxLength: 7}),
  /** By item and visit: 0 not confirmed, 1 complete, 2 confirmed later. */
  outcomes: fc.array(fc.integer({min: 0, max: 2}), {minLength: 1, maxLength: 9}),
  delays: fc.array(ms(150), {minLength: 1, maxLength: 5}),
  confirm: ms(100),
  restarts: fc.boolean(),
  untilMs: fc.integer({min: 1, max: 500}),
  drains: fc.boolean(),
});

test('lines, buckets and loads hold, every item is somewhere, and all that was created ends', () => {
  let aside = 0;
  fc.assert(
    fc.property(centres, (it) => {
      const {items, agents, ringMs, missed, outcomes, delays, confirm, restarts, untilMs, drains} = it;
      const offers =
        ringMs === null
          ? {}
          : {offers: {ringMs, missed: (_: number, n: number, k: number) => k < 3 && missed[(n + k) % missed.length]}};
      const spec: CentreSpec = {
        routes: [{targets: [{profiles: [0]}, {profiles: [0, 1], ms: 40}]}],
        groups: [{count: agents, ...offers}, {count: 1}],
        sources: [{items: items.toSorted((a, b) => a.at - b.at)}],
        untilMs,
        drains,
      };
      const life: LifeSpec = {
        outcomes: [{kind: 'markDone'}, {kind: 'complete', confirmedSpan: -1}, {kind: 'complete', confirmedSpan: 0}],
        outcome: (number, visit) => (visit > 4 ? 1 : outcomes[(number * 3 + visit) % outcomes.length]),
        handle: (number, visit) => (number * 7 + visit * 13) % 50,
        span: (number, visit) => delays[(number + visit) % delays.length],
        confirm: [confirm],
        restarts: [restarts],
      };
      const model = modelOf(spec);
      const story = lived(spec, life, ({floor}) => {
        const census = checkInvariants(model, floor);
        aside = Math.max(aside, census.aside);
      });
      const ended = new Set(
        story.flatMap((line) => (/ (?:completed|abandoned)/.test(line) ? [line.split(' ')[1]] : [])),
      );
      const queued = new Set(story.flatMap((line) => (/ queued$/.test(line) ? [line.split(' ')[1]] : [])));
      if (drains) expect(ended).toEqual(queued);
    }),
    {numRuns: 40, seed: 4},
  );
  expect(aside).toBeGreaterThan(1);
});
