/** Loads and goals whose exact staffing is known, the goal half way between what one agent more or fewer gives. */
import {exponentialTime} from '../../compile/scenarios.ts';
import {abandonmentA, goalOf, queueOf, serviceLevelC, staffed} from './centres.ts';

export interface ErlangRow {
  readonly kind: 'C' | 'A';
  readonly load: number;
  readonly agents: number;
  readonly limit: number;
  /** Exact value with `agents`, and with one fewer. */
  readonly exact: number;
  readonly fewer: number;
}

const PATIENCE_SECONDS = 120;
/** What simulation must tell apart: half the step between two numbers of agents. */
const MARGIN = {C: 0.02, A: 0.0075} as const;

export function erlangTable(): ErlangRow[] {
  const rows: ErlangRow[] = [];
  for (let load = 2; load <= 30; load++)
    for (const wanted of [0.8, 0.9]) {
      let agents = Math.floor(load) + 1;
      while (serviceLevelC(load, agents) < wanted) agents++;
      add(rows, 'C', load, agents, (n) => serviceLevelC(load, n));
    }
  for (let load = 2; load <= 30; load++) {
    let agents = 1;
    while (abandonmentA(load, agents, PATIENCE_SECONDS) > 0.04) agents++;
    add(rows, 'A', load, agents, (n) => abandonmentA(load, n, PATIENCE_SECONDS));
  }
  return rows;
}

function add(
  rows: ErlangRow[],
  kind: 'C' | 'A',
  load: number,
  agents: number,
  exactOf: (agents: number) => number,
): void {
  const [exact, fewer] = [exactOf(agents), exactOf(agents - 1)];
  if (Math.abs(exact - fewer) / 2 >= MARGIN[kind])
    rows.push({kind, load, agents, limit: (exact + fewer) / 2, exact, fewer});
}

/** What `staff` finds for a row by simulation. */
export async function simulatedStaffing({kind, load, limit}: ErlangRow): Promise<number | undefined> {
  const hours = Math.max(10, Math.round(300 / load));
  const most = Math.ceil(load + 3 * Math.sqrt(load)) + 3;
  const goal = kind === 'C' ? goalOf('serviceLevel', 'atLeast', limit) : goalOf('abandonment', 'atMost', limit);
  const patience = kind === 'A' ? {patience: {fixed: exponentialTime('2m')}} : {};
  const results = await staffed(queueOf(load, most, goal, hours, patience));
  return results.staffing?.[0];
}
