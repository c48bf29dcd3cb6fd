import type {Measure} from '../../measure/measures.ts';
import {looksOf, ratioEstimate} from '../../statistics/index.ts';
import {ratiosOfKept, type ScenarioBaseline} from './baselineFile.ts';
import type {Claim} from './claim.ts';
import {allowedBy, defaultMargin, type Margin} from './margin.ts';

/** What is promised to customers: judged of every process, whether a goal asks it or not. */
const PROMISES = ['serviceLevel', 'slaAttainment', 'milestoneAttainment', 'abandonment', 'wait', 'conversionRate'];

export interface BaselineAsked {
  readonly baseline: ScenarioBaseline;
  /** By metric; a metric that is named is judged too, of every process or group. */
  readonly margins: ReadonlyMap<string, Margin>;
  readonly firstLook: number;
  readonly maxReplications: number;
}

/**
 * What is not to be worse than in the baseline: what each goal asks, and the promises to each process, where the
 * baseline has them and more or less of them is better. Replications that the baseline lacks cannot be paired: the last
 * look is at what it has.
 */
export function baselineClaims(measures: readonly Measure[], asked: BaselineAsked): Claim[] {
  const {baseline, margins, firstLook, maxReplications} = asked;
  const looks = looksOf(firstLook, Math.min(maxReplications, baseline.replications));
  return measures.flatMap((measure): Claim[] => {
    const kept = baseline.measures[measure.key];
    if (kept === undefined || measure.better === 'neither' || !isJudged(measure, margins)) return [];
    const {value} = ratioEstimate(ratiosOfKept(kept));
    if (value === null) return [];
    const margin = allowedBy(margins.get(measure.metric) ?? defaultMargin(measure.unit), value);
    const limit =
      measure.better === 'higher'
        ? ({kind: 'atLeast', value: -margin} as const)
        : ({kind: 'atMost', value: margin} as const);
    return [{kind: 'baseline', text: measure.key, measure, limit, goal: null, looks}];
  });
}

function isJudged({metric, scope, goals}: Measure, margins: ReadonlyMap<string, Margin>): boolean {
  if (goals.length > 0) return true;
  const named = Object.values(scope).filter((one) => one !== undefined).length;
  if (named !== 1) return false;
  if (scope.process !== undefined) return PROMISES.includes(metric) || margins.has(metric);
  return scope.group !== undefined && margins.has(metric);
}
