import type {ProcessSpec, Scenario} from '../scenario/scenario.ts';

/** When each target of a process opens for an item without a preferred agent, ms on the clock of the process; shares of its SLA. */
export function opensMs({routing}: Scenario, {distribute, slaMs = 0}: ProcessSpec): number[] {
  let ms = 0;
  return (routing.distribution[distribute]?.targets ?? []).map((target) => {
    const opens = ms;
    ms += (target.for?.ms ?? 0) + Math.round((target.for?.share ?? 0) * slaMs);
    return opens;
  });
}
