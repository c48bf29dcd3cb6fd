import {peopleOf} from '../../workforce/index.ts';
import type {Scenario} from '../scenario.ts';

/** Names of all agents, those made up for agents nobody named included (`seniors 3`). */
export const agentNames = (scenario: Scenario): string[] => peopleOf(scenario).agents.map((agent) => agent.name);
