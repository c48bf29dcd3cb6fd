import {rowsOf} from './reference.mjs';
import {formsOf, nodeAt} from './schemaTree.mjs';
import {cell, table} from './table.mjs';

export const OUTCOME = 'demand[].handling[]';

/** Keys that every outcome has. */
const COMMON = ['share', 'then', 'stage'];
const HEADER = ['key', 'what may stand there', 'default', 'meaning'];

/** The section on outcomes of handling: what every one has, what each does, and the keys of its own. */
export function outcomes(schema, context) {
  const forms = formsOf(nodeAt(schema, OUTCOME));
  const [first] = forms;
  const kindOf = (form) => `\`${form.properties.then.const}\``;
  const meaningOf = (form) => (form.properties.then.description ?? '').replace(/^`\w+`: /, '');
  const common = rowsOf(first, '', context, (key) => COMMON.includes(key)).map(([key, type, ...rest]) =>
    key === 'then' ? [key, 'an outcome', rest[0], 'What becomes of the item: see below.'] : [key, type, ...rest],
  );
  const parts = [
    table(HEADER, common.map(coded)),
    table(
      ['outcome', 'what becomes of the item'],
      forms.map((form) => [kindOf(form), cell(meaningOf(form))]),
    ),
  ];
  for (const form of forms) {
    const rows = rowsOf(form, '', context, (key) => !COMMON.includes(key));
    for (const key of COMMON) context.shown.add(form.properties[key]);
    if (rows.length > 0) parts.push(`**Of ${kindOf(form)}**`, table(HEADER, rows.map(coded)));
  }
  return parts.join('\n\n');
}

const coded = ([key, ...rest]) => [`\`${key}\``, ...rest];
