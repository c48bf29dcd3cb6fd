import {OUTCOMES, type OutcomeSpec} from '../handling/index.ts';
import type {LeadSpec, SourceSpec} from '../scenario.ts';
import {meanOf} from './load.ts';

/**
 * Mean work that an item of a source brings its agents over all its visits, ms, at speed 1; what it opens is work of its own
 * source. Rather too little than too much: a visit after the source has failed to confirm is left out, leads convert as
 * when they are new, and replies come in time as seldom as their mean allows.
 */
export function meanWork(source: SourceSpec): number {
  const {handling = [], lead} = source;
  const effort = meanOf(source.handleTime) + meanOf(source.wrapUp);
  const goesOn = 1 - mostConverted(lead);
  let [again, anew, finishing] = [0, 0, 0];
  for (const outcome of handling) {
    const share = outcome.share * goesOn * chanceToComeBack(outcome);
    if (outcome.kind === 'workOrder') finishing += share * finishingWork(source, outcome, effort);
    else if (comesBack(outcome)) {
      again += share;
      if (outcome.kind !== 'park' || outcome.left === null) anew += share;
    }
  }
  // Each visit draws an outcome: so many are drawn for an item, on average.
  const outcomes = 1 / (1 - again);
  return effort + outcomes * (anew * effort + finishing);
}

const comesBack = ({kind}: OutcomeSpec): boolean =>
  kind !== 'markDone' && OUTCOMES.some((one) => one.kind === kind && one.comesBack);

/** Markov: of replies whose mean is m at most m ÷ c take longer than c. */
function chanceToComeBack(outcome: OutcomeSpec): number {
  if (outcome.kind !== 'pending') return 1;
  return Math.max(0, 1 - (outcome.spans.reply?.mean ?? 0) / outcome.closeAfterMs);
}

function finishingWork({wrapUp}: SourceSpec, outcome: OutcomeSpec & {kind: 'workOrder'}, effort: number): number {
  if (!outcome.waits || outcome.finish === 'none') return 0;
  return outcome.finish === 'source' ? effort : (outcome.spans.finish?.mean ?? 0) + meanOf(wrapUp);
}

function mostConverted(lead: LeadSpec | undefined): number {
  const conversion = lead?.conversion;
  if (!conversion) return 0;
  return conversion.kind === 'halving' ? conversion.share : Math.max(...conversion.share);
}
