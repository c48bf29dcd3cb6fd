import {openingOf} from '../../compile/channels.ts';
import {handedOn, sentOn} from '../../compile/routes.ts';
import type {FindingKind} from '../finding.ts';

export const unreachedProcess: FindingKind = {
  code: 'unreached-process',
  title: 'A process that no item can come to, though rows lead to it',
  severity: 'warning',
  doc: 'Some row names the process, but no item that any source brings gets that far: by the rows before it, or by the values it asks for. Its goals, priority and distribution say nothing. A process that only `otherwise` names is left alone: it is there for what nobody foresaw.',
  find({scenario, rows}) {
    if (rows === null) return [];
    const {segmentation, processes} = scenario.routing;
    const named = new Set(segmentation.rules.map(({then}) => then.process));
    const otherwise = segmentation.otherwise?.process;
    const assigned = segmentation.rules.filter((_, row) => rows.reaching[row].length > 0);
    const opened = scenario.demand.flatMap((source) => openingOf(source)?.process ?? []);
    const handed = scenario.demand.flatMap((source) => handedOn(source).flatMap(({process}) => process ?? []));
    const reached = new Set([...assigned.map(({then}) => then.process), ...opened, ...handed]);
    for (const name of [...reached, otherwise ?? '']) for (const to of sentOn(processes[name])) reached.add(to);
    return Object.keys(processes)
      .filter((name) => named.has(name) && !reached.has(name) && name !== otherwise)
      .map((name) => ({
        path: ['routing', 'processes', name],
        message: `no item ever comes to ${name}: rows lead to it, and no item that the sources bring gets there`,
        suggestion: 'look at its rows of the decision table',
      }));
  },
};
