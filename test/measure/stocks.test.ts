import fc from 'fast-check';
import {expect, test} from 'vitest';
import {processOf, routingOf, scenarioOf} from '../compile/scenarios.ts';
import {Play} from './play.ts';

/** An item of a random life: arrival, what becomes of it and when, and when it is due. Times in whole minutes. */
const life = fc.record({
  arrived: fc.integer({min: -60, max: 119}),
  due: fc.oneof(fc.constant(null), fc.integer({min: -30, max: 200})),
  waits: fc.integer({min: 0, max: 90}),
  outcome: fc.constantFrom('waits', 'abandons', 'is answered'),
  handled: fc.integer({min: 0, max: 60}),
});
type Life = typeof life extends fc.Arbitrary<infer It> ? It : never;

const MINUTE = 60_000;
const END = 120;
const INTERVAL = 30;

interface Told {
  readonly at: number;
  readonly order: number;
  tell(): void;
}

/** When it is answered or hangs up, and when it is final; Infinity: not before the end. */
function ends({arrived, waits, outcome, handled}: Life) {
  const entered = Math.max(0, arrived);
  const leaves = outcome === 'waits' ? Infinity : entered + waits;
  return {entered, leaves, final: outcome === 'is answered' ? leaves + handled : leaves};
}

function play(lives: readonly Life[]) {
  const it = new Play(
    scenarioOf({
      until: {epochMs: Date.UTC(2026, 2, 2, 2)},
      intervalMs: INTERVAL * MINUTE,
      routing: routingOf({processes: [processOf('work', {slaMs: 1})]}),
    }),
  );
  const told: Told[] = [];
  lives.forEach((one, order) => {
    const {entered, leaves, final} = ends(one);
    let item = -1;
    const tell = (at: number, what: () => void) => {
      if (at < END) told.push({at, order, tell: what});
    };
    tell(entered, () => {
      const dueMs = one.due === null ? Infinity : one.due * MINUTE;
      item = it.arrive(entered * MINUTE, {arrivedMs: one.arrived * MINUTE, dueMs});
    });
    if (one.outcome === 'abandons') tell(leaves, () => it.abandon(item, leaves * MINUTE));
    if (one.outcome !== 'is answered') return;
    tell(leaves, () => it.answer(item, leaves * MINUTE));
    tell(final, () => it.complete(item, final * MINUTE));
  });
  for (const {tell} of told.map((one, index) => ({...one, index})).sort((a, b) => a.at - b.at || a.index - b.index))
    tell();
  return it.results(END * MINUTE);
}

const count = (lives: readonly Life[], is: (one: Life, times: ReturnType<typeof ends>) => boolean) =>
  lives.filter((one) => is(one, ends(one))).length;

test('stocks at every border of intervals are what counting item by item says', () => {
  fc.assert(
    fc.property(fc.array(life, {minLength: 1, maxLength: 40}), (lives) => {
      const results = play(lives);
      const [row] = results.intervals.rows;
      for (let interval = 0; interval < END / INTERVAL; interval++) {
        const at = interval * INTERVAL;
        // what happens at the border itself belongs to the interval; who arrived before the start was there already
        const isThere = ({arrived}: Life, {entered}: ReturnType<typeof ends>) => arrived < 0 || entered < at;
        const waiting = count(lives, (one, times) => isThere(one, times) && times.leaves >= at);
        const inHand = count(lives, (one, times) => isThere(one, times) && times.leaves < at && times.final >= at);
        const overdue = count(
          lives,
          (one, times) => isThere(one, times) && times.final >= at && one.due !== null && one.due < at,
        );
        expect(row?.backlogNotStarted[interval]).toBe(waiting);
        expect(row?.backlogInHand[interval]).toBe(inHand);
        expect(row?.backlogOverdue[interval]).toBe(overdue);
      }
      const open = count(lives, (_, {entered, final}) => entered < END && final >= END);
      expect(results.flow.total.backlogAtEnd?.value).toBe(open);
      expect(results.flow.total.overdue?.value).toBe(
        count(lives, ({due}, {final}) => final >= END && due !== null && due < END),
      );
      const {created, rejected, completed, abandoned, inHand, waiting, cancelled, held} = results.balance;
      expect(created).toBe(lives.length);
      expect(rejected + cancelled + completed + abandoned + inHand + waiting + held).toBe(created);
    }),
    {numRuns: 150},
  );
});

test('the cohort of every interval, and the peak, are what counting item by item says', () => {
  fc.assert(
    fc.property(fc.array(life, {minLength: 1, maxLength: 40}), (lives) => {
      const results = play(lives);
      const [row] = results.intervals.rows;
      const isMet = ({due, outcome}: Life, {final}: ReturnType<typeof ends>) =>
        due !== null && outcome === 'is answered' && final <= due && final < END;
      for (let interval = 0; interval < END / INTERVAL; interval++) {
        const from = interval * INTERVAL;
        const isIn = ({due}: Life) => due !== null && due >= from && due < from + INTERVAL;
        const [met, due] = [count(lives, (one, times) => isIn(one) && isMet(one, times)), count(lives, isIn)];
        expect(row?.slaAttainment[interval]?.value ?? null).toBe(due === 0 ? null : met / due);
      }
      const undetermined = count(lives, ({due}, {final}) => due !== null && due >= END && final >= END);
      const due = count(lives, (one) => one.due !== null);
      expect(results.flow.total.undetermined?.value).toBe(undetermined);
      expect(results.flow.total.slaAttainment?.value ?? null).toBe(
        due === undetermined ? null : count(lives, isMet) / (due - undetermined),
      );
      let peak = 0;
      for (let at = 0; at < END; at++)
        // within a minute things happen in the order of their items, arrivals and departures mixed
        peak = Math.max(
          peak,
          count(lives, (_, {entered, final}) => entered < at && final >= at),
        );
      expect(results.flow.total.backlogPeak?.value).toBeGreaterThanOrEqual(peak);
    }),
    {numRuns: 150},
  );
});
