import type {Model} from '../model/model.ts';
import {gini, lorenz} from '../statistics/index.ts';
import type {AgentRow} from './results.ts';

/** Agents of one group with the same skills, and how evenly work came to them; of means over replications. */
export interface Fairness {
  readonly group: string;
  /** The first of them. */
  readonly agent: string;
  readonly agents: number;
  /** Offers (answered or not) per hour on duty. */
  readonly offers: Spread;
  /** Busy ÷ (busy + ready). */
  readonly load: Spread;
}

export interface Spread {
  readonly least: number;
  readonly most: number;
  /** Null where nobody had any. */
  readonly gini: number | null;
  /** Of equal steps from nobody to all: share that those with least have. */
  readonly lorenz: readonly number[];
}

const LORENZ_STEPS = 20;
const HOUR_SECONDS = 3600;

/** Of two or more who were on duty; in the order of the agents. */
export function fairnessOf(agents: readonly AgentRow[], {roster}: Model): Fairness[] {
  const alike = new Map<string, AgentRow[]>();
  agents.forEach((row, agent) => {
    if (row.onDutySeconds === 0 || row.occupancy === null) return;
    const key = `${roster.group[agent]} ${roster.profile[agent]}`;
    const rows = alike.get(key);
    if (rows === undefined) alike.set(key, [row]);
    else rows.push(row);
  });
  return [...alike.values()].flatMap((rows) => {
    const [first] = rows;
    if (rows.length < 2 || first === undefined) return [];
    const offers = rows.map((row) => (row.answered + row.missed) / (row.onDutySeconds / HOUR_SECONDS));
    return [
      {
        group: first.group,
        agent: first.agent,
        agents: rows.length,
        offers: spreadOf(offers),
        load: spreadOf(rows.map(({occupancy}) => occupancy ?? 0)),
      },
    ];
  });
}

function spreadOf(amounts: readonly number[]): Spread {
  return {
    least: amounts.reduce((a, b) => Math.min(a, b)),
    most: amounts.reduce((a, b) => Math.max(a, b)),
    gini: gini(amounts),
    lorenz: lorenz(amounts, LORENZ_STEPS),
  };
}
