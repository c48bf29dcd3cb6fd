import type {OutcomeRow, ParkRow, PendingRow} from '../../model/life.ts';
import type {Openings} from '../../model/opening.ts';
import type {Scenario} from '../../scenario/scenario.ts';
import {logOf} from '../channels.ts';

/** Parked without a way of parking: its owner goes on with it by priority, and it is taken from him when he is off duty. */
const PARKED: ParkRow = {
  kind: 'park',
  forSpan: -1,
  left: Number.NaN,
  first: false,
  returnAfterMs: 0,
  toColleague: false,
};
/** In the hands of somebody who is not there: he goes on with it first, whenever he comes. */
const KEPT: ParkRow = {...PARKED, first: true, returnAfterMs: Infinity};

/** Waited for its children, without work orders of its source: it goes on in distribution. */
const WAITING: PendingRow = {
  kind: 'pending',
  replySpan: -1,
  closeAfterMs: Infinity,
  stops: false,
  opens: [],
  sameAgent: false,
  waitForAgentMs: Infinity,
};

/** Whether a snapshot says where its items stand. */
export const hasOpenings = ({demand}: Scenario): boolean =>
  demand.some((source) => (logOf(source)?.open?.status.length ?? 0) > 0);

/**
 * How open items are put where they stand, and the rows they need behind those of all sources; null where no snapshot
 * says where its items stand.
 */
export function openingsOf(
  scenario: Scenario,
  rows: readonly (readonly OutcomeRow[])[],
): {readonly openings: Openings; readonly more: readonly OutcomeRow[]} | null {
  if (!hasOpenings(scenario)) return null;
  const all = rows.flat();
  const more = [PARKED, KEPT, WAITING];
  const own = (kind: OutcomeRow['kind'], absent: number) =>
    Int32Array.from(rows, (of) => {
      const row = of.find((one) => one.kind === kind);
      return row === undefined ? absent : all.indexOf(row);
    });
  return {
    openings: {
      parked: own('park', all.length),
      kept: all.length + 1,
      pending: own('pending', -1),
      waiting: Int32Array.from(rows, (of) => {
        const row = of.find((one) => one.kind === 'workOrder' && one.waits);
        return row === undefined ? all.length + 2 : all.indexOf(row);
      }),
      children: scenario.demand.some((source) => (logOf(source)?.open?.parent.length ?? 0) > 0),
      confirmedSpan: Int32Array.from(rows, (of) =>
        of.reduce((span, row) => (row.kind === 'complete' ? row.confirmedSpan : span), -1),
      ),
    },
    more,
  };
}
