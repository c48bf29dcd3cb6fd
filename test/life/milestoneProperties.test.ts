/** Whatever becomes of items: milestones start and end in order, one at a time, and none is lost. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {OutcomeRow} from '../../src/model/life.ts';
import {STATUS} from '../../src/model/life.ts';
import {ENTERING, type MilestoneAction, type MilestoneRow} from '../../src/model/milestones.ts';
import {type CentreSpec, modelOf} from '../engine/centre.ts';
import {checkInvariants} from '../engine/invariants.ts';
import {type LifeSpec, lived} from './centre.ts';

const PENDING: OutcomeRow = {
  kind: 'pending',
  replySpan: 0,
  closeAfterMs: 900,
  stops: true,
  opens: [],
  sameAgent: false,
  waitForAgentMs: Infinity,
};
const OUTCOMES: readonly OutcomeRow[] = [{kind: 'markDone'}, PENDING, {kind: 'complete', confirmedSpan: -1}];

const action: fc.Arbitrary<MilestoneAction | null> = fc.option(
  fc.record({
    raiseBy: fc.constantFrom(0, 5, -3, 40),
    openTargets: fc.constantFrom('none', 'next', 'all'),
    reassignTo: fc.constantFrom(-1, -1, 0, 1),
  }),
);
const milestone: fc.Arbitrary<MilestoneRow> = fc
  .record({
    process: fc.constantFrom(0, 1),
    reached: fc.constantFrom(STATUS.assigned, STATUS.awaiting, STATUS.held, STATUS.completed),
    starts: fc.constantFrom(ENTERING, STATUS.queued, STATUS.assigned, STATUS.held),
    withinMs: fc.integer({min: 1, max: 1500}),
    warnShare: fc.constantFrom(Number.NaN, 0, 0.5, 1),
    clock: fc.constantFrom(0, 1),
    recurrence: fc.constantFrom('none', 'independent', 'sequential'),
    onWarning: action,
    onViolation: action,
    onSuccess: action,
  })
  .map(({warnShare, ...row}) => ({
    ...row,
    // what starts with the arrival does not recur
    recurrence: row.starts === ENTERING ? ('none' as const) : row.recurrence,
    warnAfterMs: Math.round(warnShare * row.withinMs),
  }));
const item = fc.record({
  at: fc.integer({min: 0, max: 3000}),
  handle: fc.integer({min: 0, max: 400}),
  route: fc.constantFrom(0, 1),
  patience: fc.constantFrom(Infinity, Infinity, 600),
});

const centre = fc.record({
  milestones: fc.array(milestone, {minLength: 1, maxLength: 4}),
  items: fc.array(item, {minLength: 1, maxLength: 12}),
  outcomes: fc.array(fc.constantFrom(0, 1, 2, 2), {minLength: 4, maxLength: 4}),
  rings: fc.boolean(),
  untilMs: fc.constantFrom(2500, Infinity),
});

interface Track {
  open: boolean;
  violated: boolean;
  target: number;
  starts: number;
}

/** What the lines say of each milestone of each item, held to the rules. */
function judge(lines: readonly string[], rows: readonly MilestoneRow[], met: Set<string>): void {
  const tracks = new Map<string, Track>();
  for (const line of lines) {
    const found = /^(\S+) (\S+) m(\d) (.*)$/.exec(line);
    if (!found) continue;
    const [, now = '', name, row = '', what = ''] = found;
    met.add(what.replace(/ .*/, ''));
    const at = Number(now);
    const key = `${name} m${row}`;
    const track = tracks.get(key) ?? {open: false, violated: false, target: -Infinity, starts: 0};
    tracks.set(key, track);
    const starts = /^starts (\S+) until (\S+)$/.exec(what);
    if (starts) {
      expect(track.open, line).toBe(false);
      if (rows[Number(row)]?.recurrence === 'none') expect(track.starts, line).toBe(0);
      Object.assign(track, {open: true, violated: false, target: Number(starts[2]), starts: track.starts + 1});
      continue;
    }
    expect(track.open, line).toBe(true);
    if (what.startsWith('until ')) track.target = Number(what.slice(6));
    else if (what === 'violated') {
      expect(track.violated, line).toBe(false);
      track.violated = true;
    } else if (what === 'met') {
      expect(track.violated, line).toBe(false);
      expect(at, line).toBeLessThanOrEqual(track.target);
    } else if (what === 'late') {
      expect(track.violated, line).toBe(true);
      expect(at, line).toBeGreaterThanOrEqual(track.target);
    } else if (what === 'dropped' && !track.violated) track.starts--;
    if (what === 'met' || what === 'late' || what === 'dropped') track.open = false;
  }
}

test('an occurrence starts, may warn once, may be violated, and ends; no two at a time', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(centre, ({milestones, items, outcomes, rings, untilMs}) => {
      const spec: CentreSpec = {
        clocks: [
          [
            [0, 700],
            [1200, 2000],
            [2600, 90_000],
          ],
        ],
        processes: [{clock: 1}, {}],
        routes: [{targets: [{profiles: [0]}, {profiles: [1], ms: 300}]}, {process: 1, targets: [{profiles: [1]}]}],
        groups: [rings ? {count: 1, offers: {ringMs: 30}} : {count: 1}, {count: 1}],
        sources: [
          {
            items: items
              .toSorted((a, b) => a.at - b.at)
              .map(({patience, ...one}) => (patience < Infinity ? {...one, patience} : one)),
          },
        ],
        milestones,
        ...(untilMs < Infinity ? {untilMs, drains: false} : {}),
      };
      const model = modelOf(spec);
      const life: LifeSpec = {
        outcomes: OUTCOMES,
        outcome: (number, visit) => (visit > 3 ? 2 : (outcomes[(number + visit) % 4] ?? 2)),
        handle: (number, visit) => 20 * visit + number,
        span: (number, visit) => 400 + 100 * visit + number,
        confirm: [200, 250],
      };
      judge(
        lived(spec, life, ({floor}) => checkInvariants(model, floor)),
        milestones,
        met,
      );
    }),
    {numRuns: 40, seed: 7},
  );
  expect([...met].sort()).toEqual(['dropped', 'late', 'met', 'starts', 'until', 'violated', 'warns']);
});
