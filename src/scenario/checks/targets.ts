import {reachableOf} from '../../compile/findings.ts';
import {distributionFindings} from '../../routing/eligibility/index.ts';
import {peopleOf} from '../../workforce/index.ts';
import {EVERYONE} from '../read/routing.ts';
import type {Check} from './draft.ts';
import {reportFindings} from './findings.ts';

/** Skill expressions parse, names in targets exist, somebody satisfies each target. */
export const targets: Check = ({scenario, reading, complete}) => {
  if (!complete.workforce) return;
  const people = peopleOf(scenario);
  if (people.agents.length === 0) return;
  const reachable = reachableOf(scenario, people);
  for (const rule of Object.values(scenario.routing.distribution))
    if (rule.name !== EVERYONE || reading.node(['routing', 'distribution', EVERYONE]))
      reportFindings(reading, ['routing', 'distribution', rule.name], distributionFindings(rule, reachable));
};
