import {confidenceAt} from '../../statistics/index.ts';
import type {Claim, Judged, Reason} from './claim.ts';
import {verdictOf} from './verdict.ts';

/** What there is to judge a claim by, after so many replications. */
export type Evidence = Pick<Judged, 'interval' | 'count' | 'beside'>;

/**
 * Judges claims at their looks until each is decided or has no look left. `runTo` sees to it that so many replications
 * are there, and says why it could not; `evidence` is asked of claims that have a look at that number. What is decided
 * stays so: at any claim, all its looks together are wrong with probability 1 - `confidence` at most.
 */
export async function judge(
  claims: readonly Claim[],
  confidence: number,
  runTo: (replications: number) => Promise<'there' | 'time' | 'stopped'>,
  evidence: (claim: Claim, replications: number, confidence: number) => Evidence,
): Promise<Judged[]> {
  const latest = new Map<Claim, Judged>(claims.map((claim) => [claim, unseen(claim)]));
  const isOpen = (claim: Claim) => latest.get(claim)?.reason === 'replications';
  const looks = [...new Set(claims.flatMap((claim) => claim.looks))].sort((a, b) => a - b);
  for (const replications of looks) {
    const asked = claims.filter((claim) => isOpen(claim) && claim.looks.includes(replications));
    if (asked.length === 0) continue;
    const came = await runTo(replications);
    if (came !== 'there') {
      for (const claim of claims.filter((it) => isOpen(it) && it.looks.some((look) => look >= replications)))
        latest.set(claim, {...(latest.get(claim) ?? unseen(claim)), reason: came});
      break;
    }
    for (const claim of asked) {
      const found = evidence(
        claim,
        replications,
        confidenceAt(claim.looks.indexOf(replications), claim.looks.length, confidence),
      );
      latest.set(claim, judgedBy(claim, replications, found));
    }
  }
  return claims.map((claim) => latest.get(claim) ?? unseen(claim));
}

const unseen = (claim: Claim): Judged => ({
  claim,
  verdict: 'undecided',
  reason: 'replications',
  replications: 0,
  interval: null,
  count: 0,
  beside: null,
});

function judgedBy(claim: Claim, replications: number, found: Evidence): Judged {
  const {interval} = found;
  if (interval === null) return {claim, verdict: 'undecided', reason: 'nothing to judge', replications, ...found};
  const verdict = verdictOf(interval, claim.limit, claim.kind === 'goal' && claim.measure.unit === 'ratio');
  const reason: Reason = verdict === 'undecided' ? 'replications' : 'shown';
  return {claim, verdict, reason, replications, ...found};
}
