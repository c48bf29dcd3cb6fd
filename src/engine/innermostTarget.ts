import type {Eligibility} from '../model/eligibility.ts';

/** The target through which an agent's profile is reached: the innermost open one; -1 if he is in none. */
export function innermostTarget(eligibility: Eligibility, route: number, stage: number, profile: number): number {
  const {own, words, maxStages} = eligibility;
  for (let target = 0; target <= stage; target++) {
    const at = (route * maxStages + target) * words;
    if ((own[at + (profile >>> 5)] >>> (profile & 31)) & 1) return target;
  }
  return -1;
}
