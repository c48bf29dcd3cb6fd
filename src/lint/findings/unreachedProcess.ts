import type {FindingKind} from '../finding.ts';

export const unreachedProcess: FindingKind = {
  code: 'unreached-process',
  title: 'A process that no item can come to, though rows lead to it',
  severity: 'warning',
  doc: 'Some row names the process, but no item that any source brings gets that far: by the rows before it, or by the values it asks for. Its goals, priority and distribution say nothing. A process that only `otherwise` names is left alone: it is there for what nobody foresaw.',
  find({scenario, served}) {
    const {rules} = scenario.routing.segmentation;
    const reached = new Set(served.map(({process}) => process));
    const named = new Set(rules.map(({then}) => then.process));
    return Object.keys(scenario.routing.processes)
      .filter(
        (name) => named.has(name) && !reached.has(name) && scenario.routing.segmentation.otherwise?.process !== name,
      )
      .map((name) => ({
        path: ['routing', 'processes', name],
        message: `no item ever comes to ${name}: rows lead to it, and no item that the sources bring gets there`,
        suggestion: 'look at its rows of the decision table',
      }));
  },
};
