import {readSkillExpression} from '../../routing/eligibility/index.ts';
import {valuesOf} from '../../routing/segmentation/cell.ts';
import {compileCell} from '../../routing/segmentation/index.ts';
import type {LintContext} from '../context.ts';
import type {FindingKind, Found} from '../finding.ts';
import {readingsOf} from '../reading.ts';

const SUGGESTION = 'write the brackets that are meant';

export const mixedAndOr: FindingKind = {
  code: 'mixed-and-or',
  title: '`and` and `or` mixed without brackets, where reading from left to right says something else',
  severity: 'warning',
  doc: '`and` binds closer than `or`, as in FEEL and in arithmetic; Genesys reads from left to right. The finding shows how it is read, with brackets, and an agent or item that the two readings tell apart; where there is none, it is only a note.',
  find: (context) => [...ofTargets(context), ...ofCells(context)],
};

function ofTargets({scenario, plan, compiled}: LintContext): Found[] {
  const {agents, groups} = compiled.people;
  return Object.values(scenario.routing.distribution).flatMap(({name, targets}) =>
    targets.flatMap(({who}, index) => {
      if (who.kind !== 'skills') return [];
      const readings = readingsOf(who.expression);
      const [own, other] = [who.expression, readings?.leftToRight ?? ''].map((text) =>
        readSkillExpression(text, plan.skills),
      );
      if (!readings || 'findings' in own || 'findings' in other) return [];
      const found = agents.flatMap((agent) =>
        agent.skillsets
          .filter((skills) => own.expression.test(skills) !== other.expression.test(skills))
          .map((skills) => ({agent, skills})),
      )[0];
      return [
        {
          path: ['routing', 'distribution', name, 'targets', index],
          message: `${who.expression} is read as ${readings.feel}, not as ${readings.leftToRight}`,
          suggestion: SUGGESTION,
          ...(found
            ? {
                counterExample: {
                  kind: 'agent' as const,
                  agent: found.agent.name,
                  group: groups[found.agent.group] ?? '',
                  skills: found.skills,
                },
              }
            : {severity: 'note' as const}),
        },
      ];
    }),
  );
}

function ofCells({scenario, rows}: LintContext): Found[] {
  const {columns, rules} = scenario.routing.segmentation;
  return rules.flatMap(({cells}, row) =>
    cells.flatMap((cell, column) => {
      const readings = valuesOf(cell) === null ? readingsOf(cell) : null;
      if (!readings) return [];
      const [own, other] = [compileCell(cell), compileCell(readings.leftToRight)];
      const item = (rows?.items ?? []).findIndex(({attributes}) => {
        const value = attributes[columns[column] ?? ''] ?? null;
        return own?.(value, attributes) !== other?.(value, attributes);
      });
      const example = rows && item >= 0 ? {counterExample: rows.example(item)} : {severity: 'note' as const};
      return [
        {
          path: ['routing', 'segmentation', 'rules', row],
          message: `row ${row + 1}: \`${cell}\` is read as ${readings.feel}, not as ${readings.leftToRight}`,
          suggestion: SUGGESTION,
          ...example,
        },
      ];
    }),
  );
}
