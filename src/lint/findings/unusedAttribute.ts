import {reportedAttributes} from '../../compile/classifier.ts';
import {DEAL_VALUE} from '../../model/leads.ts';
import type {FindingKind} from '../finding.ts';

export const unusedAttribute: FindingKind = {
  code: 'unused-attribute',
  title: 'An attribute that decides nothing',
  severity: 'note',
  doc: 'Its values are drawn or read, and no row of the decision table, no priority, goal or breakdown of results looks at them.',
  find({scenario}) {
    const {segmentation, priorities} = scenario.routing;
    const cells = segmentation.rules.flatMap((rule) => rule.cells);
    const used = new Set([
      ...segmentation.columns,
      ...reportedAttributes(scenario),
      ...Object.values(priorities).flatMap(({credit, initialFrom}) =>
        [credit?.attribute ?? [], initialFrom?.attribute ?? []].flat(),
      ),
      DEAL_VALUE,
    ]);
    const told = new Set<string>();
    return scenario.demand.flatMap((source, index) => {
      const logged = 'replay' in source.arrivals ? source.arrivals.replay.attributes.map(({name}) => name) : [];
      return [...new Set([...Object.keys(source.attributes), ...logged])].flatMap((name) => {
        if (used.has(name) || told.has(name) || cells.some((cell) => cell.includes(name))) return [];
        told.add(name);
        const at = logged.includes(name)
          ? [source.arrivals.kind === 'backlog' ? 'backlog' : 'replay', 'attributes', name]
          : ['attributes', name];
        return [{path: ['demand', index, ...at], message: `nothing looks at the attribute ${name} of ${source.name}`}];
      });
    });
  },
};
