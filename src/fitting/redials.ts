/** Contacts of one kind, with who made them. Instants ms. */
export interface Calls {
  /** Number of the customer; -1: not known. */
  readonly customer: readonly number[];
  readonly arrivedMs: readonly number[];
  /** NaN where it is not known: then as though there had been none. */
  readonly waitMs: readonly number[];
  readonly isAbandoned: readonly boolean[];
}

/** Customers who hung up and called again. */
export interface Redials {
  /** Of those who hung up, within an hour; and of those who were answered, who call again for other reasons. */
  readonly share: number;
  readonly shareAnswered: number;
  /** From hanging up to calling again, ms. */
  readonly delaysMs: readonly number[];
  /** Most attempts beyond the first that were seen. */
  readonly mostAttempts: number;
  /** Which contacts are such attempts. */
  readonly isRedial: readonly boolean[];
}

const WINDOW_MS = 3_600_000;
/** A number in more than this share of the contacts is nobody's: a placeholder, a switchboard. */
const MOST_OF_ONE = 0.01;
const FEW = 20;
const FEWEST = 10;
const SURE = 3;

/**
 * Redials by customer: a contact within an hour after the same customer hung up. Null where those who hung up do not
 * come back more often than those who were answered, beyond three standard errors: then it is no reaction to the wait.
 */
export function redialsIn({customer, arrivedMs, waitMs, isAbandoned}: Calls): Redials | null {
  const counts = new Map<number, number>();
  for (const one of customer) counts.set(one, (counts.get(one) ?? 0) + 1);
  const most = Math.max(FEW, MOST_OF_ONE * customer.length);
  const order = [...customer.keys()]
    .filter((i) => customer[i] >= 0 && (counts.get(customer[i]) ?? 0) <= most)
    .sort((a, b) => customer[a] - customer[b] || arrivedMs[a] - arrivedMs[b]);
  const isRedial = new Array<boolean>(customer.length).fill(false);
  const delaysMs: number[] = [];
  let [abandoned, answered, answeredAgain, attempts, mostAttempts] = [0, 0, 0, 0, 0];
  for (const [place, i] of order.entries()) {
    const next = order[place + 1];
    const endMs = arrivedMs[i] + (waitMs[i] || 0);
    const delayMs = next !== undefined && customer[next] === customer[i] ? arrivedMs[next] - endMs : Number.NaN;
    const isBack = delayMs >= 0 && delayMs <= WINDOW_MS;
    attempts = isRedial[i] ? attempts : 0;
    if (!isAbandoned[i]) {
      answered++;
      answeredAgain += Number(isBack);
      continue;
    }
    abandoned++;
    if (!isBack || next === undefined) continue;
    isRedial[next] = true;
    mostAttempts = Math.max(mostAttempts, ++attempts);
    delaysMs.push(delayMs);
  }
  if (delaysMs.length < FEWEST || answered === 0) return null;
  const share = delaysMs.length / abandoned;
  const shareAnswered = answeredAgain / answered;
  const pooled = (delaysMs.length + answeredAgain) / (abandoned + answered);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / abandoned + 1 / answered));
  return share - shareAnswered > SURE * error ? {share, shareAnswered, delaysMs, mostAttempts, isRedial} : null;
}
