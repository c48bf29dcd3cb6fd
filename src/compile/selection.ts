import type {Selection} from '../model/selection.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {Profiles} from './profiles.ts';
import type {Route} from './routes.ts';
import {distributionOf, type Targets} from './targets.ts';

/** Whether any distribution of these routes asks for the best skilled. */
export const asksForSkill = (scenario: Scenario, routes: readonly Route[]): boolean =>
  routes.some(({process}) => distributionOf(scenario, process).agent.includes('best-skilled'));

export function selectionOf(
  scenario: Scenario,
  routes: readonly Route[],
  {stages}: Targets,
  {profiles}: Profiles,
  maxStages: number,
): Selection {
  const written = routes.map(({process}) => distributionOf(scenario, process).agent);
  const keys = [...new Set(written.map((rule) => rule.join()))];
  const skillLevel = new Float64Array(asksForSkill(scenario, routes) ? routes.length * maxStages * profiles.length : 0);
  if (skillLevel.length > 0)
    stages.forEach(({targets}, route) => {
      targets.forEach((target, stage) => {
        profiles.forEach(({levels}, profile) => {
          skillLevel[(route * maxStages + stage) * profiles.length + profile] = levels[target];
        });
      });
    });
  return {
    rules: keys.map((key) => written.find((rule) => rule.join() === key) ?? []),
    ruleOf: Int32Array.from(written, (rule) => keys.indexOf(rule.join())),
    skillLevel,
  };
}
