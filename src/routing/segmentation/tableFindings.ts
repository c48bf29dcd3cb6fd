import {nearest} from '../../language/nearest.ts';
import {shown} from '../../language/show.ts';
import {error, type Finding, under, warning} from '../finding.ts';
import {valuesOf} from './cell.ts';
import {type AttributeType, cellFindings} from './cellFindings.ts';
import type {DecisionTableSpec} from './spec.ts';
import {reachedRules, type Space, shadowedBy} from './tableAnalysis.ts';

export type {AttributeType, Space};

/** What a table is judged against. */
export interface TableSurroundings {
  /** Types in which the sources bring each attribute. */
  readonly types: ReadonlyMap<string, ReadonlySet<AttributeType>>;
  /** For each source and channel: what its items may hold, by column; null: anything. */
  readonly spaces: readonly Space[];
}

/** Everything wrong or doubtful with a decision table, with paths from the table: columns, cells, rules never reached. */
export function tableFindings(spec: DecisionTableSpec, surroundings: TableSurroundings): Finding[] {
  const wrong = [...columnFindings(spec, surroundings.types), ...rowFindings(spec, surroundings.types)];
  if (spec.incomplete || wrong.some(({severity}) => severity === 'error')) return wrong;
  return [...wrong, ...valueFindings(spec, surroundings), ...reachFindings(spec, surroundings)];
}

function columnFindings({columns}: DecisionTableSpec, types: TableSurroundings['types']): Finding[] {
  return columns.flatMap((column, index) => {
    const path = ['columns', index];
    const known = types.get(column);
    if (columns.indexOf(column) < index)
      return [error(path, `expected every column once, found ${shown(column)} again`)];
    if (known === undefined) {
      const near = nearest(column, types.keys());
      const hint = near === undefined ? `the attributes are ${[...types.keys()].join(', ')}` : `did you mean ${near}?`;
      return [error(path, `expected an attribute of a source, found ${shown(column)}`, hint)];
    }
    if (known.size < 2) return [];
    return [error(path, `expected one type, found that sources bring ${column} as ${[...known].join(' and as ')}`)];
  });
}

function rowFindings({columns, rules}: DecisionTableSpec, types: TableSurroundings['types']): Finding[] {
  return rules.flatMap(({cells}, rule) => {
    if (cells.length !== columns.length)
      return [
        error(
          ['rules', rule, 'if'],
          `expected ${columns.length} ${columns.length === 1 ? 'cell' : 'cells'}, one a column, found ${cells.length}`,
        ),
      ];
    return cells.flatMap((cell, index) =>
      under(['rules', rule, 'if', index], cellFindings(cell, columns[index] ?? '', types)),
    );
  });
}

/** Texts that no item can hold: a slip of the keyboard, or a table made for more than this scenario. */
function valueFindings({columns, rules}: DecisionTableSpec, {spaces}: TableSurroundings): Finding[] {
  return columns.flatMap((column, index) => {
    if (spaces.length === 0 || spaces.some((space) => space[index] === null)) return [];
    const brought = [...new Set(spaces.flatMap((space) => space[index] ?? []))].filter(
      (value) => typeof value === 'string',
    );
    return rules.flatMap(({cells}, rule) => {
      const texts = valuesOf(cells[index] ?? '-')?.texts;
      const [stray] = [...(texts?.inside ? texts.listed : [])].filter((text) => !brought.includes(text));
      if (stray === undefined) return [];
      const near = nearest(stray, brought);
      const hint = near === undefined ? `there is ${brought.join(', ') || 'none'}` : `did you mean ${near}?`;
      return [warning(['rules', rule, 'if', index], `no source brings items with ${column} ${shown(stray)}`, hint)];
    });
  });
}

function reachFindings(spec: DecisionTableSpec, {types, spaces}: TableSurroundings): Finding[] {
  const {rules, complete} = reachedRules(spec, types, spaces);
  const never = spec.rules.flatMap((_, rule) => {
    if (rules.has(rule)) return [];
    const by = shadowedBy(spec, rule);
    const why =
      by === undefined
        ? 'no item can reach it past the rules before it'
        : `rule ${by + 1} takes everything it could match`;
    return [
      warning(['rules', rule], `rule ${rule + 1} never matches: ${why}`, 'put special rules before general ones'),
    ];
  });
  if (spec.otherwise !== null || complete) return never;
  return [
    ...never,
    error(
      [],
      'expected `otherwise`: some items may match no rule, and would have no process',
      'write otherwise: and a process',
    ),
  ];
}
