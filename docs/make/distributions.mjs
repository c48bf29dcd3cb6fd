import {splitDefault} from './reference.mjs';
import {entriesOf, formsOf, typeOf} from './schemaTree.mjs';
import {cell, table} from './table.mjs';

/** The section on distributions: a row a kind, then what their parameters mean. */
export function distributions({$defs}, {named}) {
  const kindsOf = (id) =>
    entriesOf(formsOf($defs[id]).find((form) => form.properties)).filter(([kind]) => kind !== 'zeroShare');
  const durations = new Map(kindsOf('durationOrDistribution'));
  const kinds = kindsOf('numberOrDistribution');
  const parametersOf = (node) => entriesOf(node).map(([key]) => `\`${key}\``);
  const rows = kinds.map(([kind, node]) => [
    `\`${kind}\``,
    node.type === 'array' ? 'a list: `share` and one distribution each' : parametersOf(node).join(', ') || 'a value',
    cell(splitDefault(node.description ?? '').meaning) + (durations.has(kind) ? '' : ' Of numbers only.'),
  ]);
  return [table(['distribution', 'by', 'what it is'], rows), parameters([...durations, ...kinds], named)].join('\n\n');
}

/** Parameters of the same name and meaning are one row. */
function parameters(kinds, named) {
  const rows = new Map();
  for (const [kind, node] of kinds)
    for (const [key, parameter] of entriesOf(node)) {
      const type = typeOf(parameter, named).replace(/^(duration|number from 0)$/, 'duration or number');
      const meaning = cell(parameter.description ?? '');
      const row = rows.get(`${key}: ${meaning}`) ?? {key, type, meaning, of: new Set()};
      row.of.add(kind);
      rows.set(`${key}: ${meaning}`, row);
    }
  return table(
    ['parameter', 'of', 'what may stand there', 'meaning'],
    [...rows.values()].map(({key, type, meaning, of}) => [`\`${key}\``, [...of].join(', '), type, meaning]),
  );
}
