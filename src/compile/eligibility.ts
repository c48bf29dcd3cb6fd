import type {Eligibility} from '../model/eligibility.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {Profiles} from './profiles.ts';
import type {Route} from './routes.ts';
import {distributionOf, type Targets} from './targets.ts';

/** Reach of every route and stage, as bit sets over profiles. */
export function eligibilityOf(
  scenario: Scenario,
  routes: readonly Route[],
  {stages}: Targets,
  {profiles}: Profiles,
): Eligibility {
  const words = (profiles.length + 31) >>> 5;
  const maxStages = Math.max(1, ...stages.map(({targets}) => targets.length));
  const own = new Int32Array(routes.length * maxStages * words);
  const opensMs = new Float64Array(routes.length * maxStages);
  const opensShare = new Float64Array(routes.length * maxStages);
  stages.forEach(({targets, opens}, route) => {
    targets.forEach((target, stage) => {
      const row = route * maxStages + stage;
      opensMs[row] = opens[stage].ms;
      opensShare[row] = opens[stage].share;
      profiles.forEach((profile, index) => {
        if (profile.inTarget[target]) own[row * words + (index >>> 5)] |= 1 << (index & 31);
      });
    });
  });
  return {
    profileCount: profiles.length,
    words,
    maxStages,
    stageCount: Int32Array.from(stages, ({targets}) => targets.length),
    opensShare,
    opensMs,
    own,
    union: unions(own, routes.length, maxStages, words),
    ...ofDistributions(scenario, routes),
  };
}

function unions(own: Int32Array, routeCount: number, maxStages: number, words: number): Int32Array {
  const union = own.slice();
  for (let route = 0; route < routeCount; route++)
    for (let at = (route * maxStages + 1) * words; at < (route + 1) * maxStages * words; at++)
      union[at] |= union[at - words];
  return union;
}

function ofDistributions(scenario: Scenario, routes: readonly Route[]) {
  const rules = routes.map(({process}) => distributionOf(scenario, process));
  // A row that assigns directly leaves nothing to prefer.
  const preferred = routes.map(({direct}, route) => (direct ? null : rules[route].preferredAgent));
  return {
    prefersInner: Uint8Array.from(rules, ({prefer}) => (prefer === 'inner' ? 1 : 0)),
    restarts: Uint8Array.from(rules, ({onReturn}) => (onReturn.missed === 'restart' ? 1 : 0)),
    preferredShare: Float64Array.from(preferred, (rule) => rule?.for.share ?? 0),
    preferredMs: Float64Array.from(preferred, (rule) => rule?.for.ms ?? 0),
    skipsAway: Uint8Array.from(preferred, (rule) => (rule?.ifAway === 'skip' ? 1 : 0)),
    usesPreferred: Uint8Array.from(preferred, (rule) => (rule ? 1 : 0)),
  };
}
