import type {Work} from './logFacts.ts';

/** How fast an agent works beside the others: 1.25 handles a contact in four fifths of its usual time. */
export interface Pace {
  readonly pace: number;
  readonly contacts: number;
}

/** Fewer contacts show nothing of who is fast. */
const FEWEST = 100;
/** Where all paces lie nearer to 1, there is nothing to tell. */
const LEAST_SPREAD = 0.02;

/**
 * The pace of each agent: the geometric mean of his handle times relative to that of their queues, shrunk towards 1 by
 * components of variance. With σ² the variance of logarithms within agents and τ² between them (one-way analysis of
 * variance, unequal numbers: S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992, section 3.6), the mean
 * of n contacts counts by τ² / (τ² + σ² / n). Scaled so that the work of all stays as long as it was. Empty where agents
 * do not differ beyond chance.
 */
export function pacesOf(work: ReadonlyMap<string, readonly Work[]>): ReadonlyMap<string, Pace> {
  const byAgent = relativeLogs(work);
  const groups = [...byAgent.values()];
  const count = groups.reduce((sum, logs) => sum + logs.length, 0);
  if (groups.length < 2 || count < FEWEST) return new Map();
  const means = new Map([...byAgent].map(([agent, logs]) => [agent, meanOf(logs)]));
  const grand = groups.flat().reduce((sum, log) => sum + log, 0) / count;
  let [within, between, squares] = [0, 0, 0];
  for (const [agent, logs] of byAgent) {
    const mean = means.get(agent) ?? 0;
    for (const log of logs) within += (log - mean) ** 2;
    between += logs.length * (mean - grand) ** 2;
    squares += logs.length ** 2;
  }
  const variance = within / (count - groups.length);
  const each = (count - squares / count) / (groups.length - 1);
  const among = (between / (groups.length - 1) - variance) / each;
  if (!(among > 0)) return new Map();
  const longer = new Map(
    [...byAgent].map(([agent, {length}]) => {
      const weight = among / (among + variance / length);
      return [agent, Math.exp(weight * ((means.get(agent) ?? 0) - grand))];
    }),
  );
  let total = 0;
  for (const [agent, {length}] of byAgent) total += length * (longer.get(agent) ?? 1);
  const paces = new Map(
    [...byAgent].map(([agent, {length}]) => {
      const pace = total / count / (longer.get(agent) ?? 1);
      return [agent, {pace: Math.round(1000 * pace) / 1000, contacts: length}];
    }),
  );
  return [...paces.values()].some(({pace}) => Math.abs(pace - 1) > LEAST_SPREAD) ? paces : new Map();
}

/** By agent the logarithms of his handle times, less the mean of their queue. */
function relativeLogs(work: ReadonlyMap<string, readonly Work[]>): Map<string, number[]> {
  const sums = new Map<string, [sum: number, count: number]>();
  const logOf = ({fromMs, toMs}: Work) => Math.log(toMs - fromMs);
  for (const pieces of work.values())
    for (const piece of pieces) {
      if (!(piece.toMs > piece.fromMs)) continue;
      const sum = sums.get(piece.queue) ?? [0, 0];
      sums.set(piece.queue, sum);
      sum[0] += logOf(piece);
      sum[1]++;
    }
  const byAgent = new Map<string, number[]>();
  for (const [agent, pieces] of work) {
    const logs = pieces
      .filter(({fromMs, toMs}) => toMs > fromMs)
      .map((piece) => {
        const [sum, count] = sums.get(piece.queue) ?? [0, 1];
        return logOf(piece) - sum / count;
      });
    if (logs.length > 0) byAgent.set(agent, logs);
  }
  return byAgent;
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
