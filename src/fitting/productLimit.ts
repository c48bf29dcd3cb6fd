import type {Observations} from './sample.ts';

/** Share of cases that last longer than `at`, from `at` on. */
export interface SurvivalStep {
  readonly at: number;
  readonly above: number;
  /** Cases that lasted up to `at`, as far as is known. */
  readonly atRisk: number;
}

/**
 * Survival of cases some of which were only seen in part (E. L. Kaplan and P. Meier, Nonparametric estimation from
 * incomplete observations, 1958): a step at each value seen whole. A case cut at the very value of another was still
 * there then.
 */
export function survivalOf({values, isWhole}: Observations): SurvivalStep[] {
  const order = [...values.keys()].filter((i) => values[i] >= 0).sort((a, b) => values[a] - values[b]);
  const steps: SurvivalStep[] = [];
  let above = 1;
  for (let first = 0; first < order.length; ) {
    const at = values[order[first]];
    let next = first;
    let ended = 0;
    for (; next < order.length && values[order[next]] === at; next++) if (isWhole?.[order[next]] ?? true) ended++;
    if (ended > 0) {
      above *= 1 - ended / (order.length - first);
      steps.push({at, above, atRisk: order.length - first});
    }
    first = next;
  }
  return steps;
}

/** Share above x. */
export function shareAboveIn(steps: readonly SurvivalStep[], x: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle].at <= x) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1]?.above ?? 1;
}
