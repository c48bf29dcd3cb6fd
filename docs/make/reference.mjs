// docs/scenario-reference.md: prose by hand (sections.mjs), every key out of the schema. A key that no section shows is
// an error here, so that none can be forgotten.
import {excerpt} from './excerpt.mjs';
import {entriesOf, formsOf, nodeAt, shapeOf, typeOf, valuesOf} from './schemaTree.mjs';
import {SECTIONS} from './sections.mjs';
import {cell, table} from './table.mjs';

const ANCHORS = {durationOrDistribution: 'distributions', numberOrDistribution: 'distributions'};
const REFERENCES = {durationOrDistribution: 'duration or distribution', numberOrDistribution: 'number or distribution'};

/** The reference as Markdown. */
export function reference(schema) {
  const shapes = SECTIONS.flatMap(({title, shows = []}) =>
    shows
      .filter(({shape}) => shape !== undefined)
      .map(({at, shape}) => ({shape, anchor: anchorOf(title), node: nodeAt(schema, at)})),
  ).map((one) => ({...one, as: shapeOf(one.node)}));
  const named = (node) => {
    const id = node.$ref?.split('/').pop();
    if (id !== undefined) return `[${REFERENCES[id]}](#${ANCHORS[id]})`;
    const found = shapes.find(({as}) => as === shapeOf(node));
    return found ? `[${found.shape}](#${found.anchor})` : null;
  };
  const shown = new Set();
  const parts = SECTIONS.map((section) => sectionText(schema, section, {named, shown}));
  const told = new Set(shapes.map(({node}) => node));
  const missing = keysOf(schema, (node) => named(node) !== null && !told.has(node)).filter(
    ({path, node}) => !shown.has(node) && !SECTIONS.some(({title}) => title === path),
  );
  if (missing.length > 0) throw new Error(`no section shows ${missing.map(({path}) => path).join(', ')}`);
  const contents = SECTIONS.map(({title, level = 2}) => `${'  '.repeat(level - 2)}- [${title}](#${anchorOf(title)})`);
  return `${['# Scenario reference', MADE_BY, INTRODUCTION, contents.join('\n'), ...parts].join('\n\n')}\n`;
}

const MADE_BY =
  '<!-- Made by `npm run docs` out of the JSON Schema of the language and docs/make/sections.mjs: change those. -->';
const INTRODUCTION = `Every key of a scenario: what may stand there, what holds when it is absent, and what it means. In a table, \`a.b\` is key \`b\`
inside \`a\`, \`[]\` an entry of a list, \`<name>\` a name of your own. The examples are out of [scenarios/](../scenarios), which the
tests run. \`preroute schema\` prints the same as a JSON Schema: with \`# yaml-language-server: $schema=…\` on the first line of a
scenario an editor completes keys and shows these words.`;

function sectionText(schema, {title, level = 2, prose, example, shows = [], render}, context) {
  const parts = [`${'#'.repeat(level)} ${title}`, prose.trim()];
  if (example) parts.push(`\`\`\`yaml\n${excerpt(...example)}\n\`\`\``);
  for (const {at, label, without = [], hidden, bare} of shows) {
    if (hidden) continue;
    const node = nodeAt(schema, at);
    const keep = (key) => !without.includes(key);
    if (label) parts.push(`**${label}** ${bare ? '' : splitDefault(node.description ?? '').meaning}`.trim());
    const rows = once(rowsOf(node, '', context, keep)).map(([key, ...rest]) => [`\`${key}\``, ...rest]);
    parts.push(table(['key', 'what may stand there', 'default', 'meaning'], rows));
  }
  if (render) parts.push(render(schema, context));
  return parts.join('\n\n');
}

const anchorOf = (title) =>
  title
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');

/** Without rows that were there before: of two forms with one key, or of one value or a list of such. */
const once = (rows) =>
  rows.filter((row, i) => !rows.some(([key], j) => j !== i && (row[0] === `[].${key}` || (j < i && row[0] === key))));

/** A row a key: its path below the node, type, default, meaning. Shapes told elsewhere are linked, not told again. */
export function rowsOf(node, prefix, context, keep = () => true) {
  const here = formsOf(node).filter((form) => form === node || context.named(form) === null);
  return here.flatMap((form) => [
    ...entriesOf(form)
      .filter(([key]) => keep(key))
      .flatMap(([key, child]) => keyRows(form, key, child, prefix === '' ? key : `${prefix}.${key}`, context)),
    ...valueRows(form, prefix === '' ? '<name>' : `${prefix}.<name>`, context),
    ...itemRows(form, `${prefix}[]`, context),
  ]);
}

function keyRows(form, key, child, path, context) {
  context.shown.add(child);
  const {meaning, absent} = splitDefault(child.description ?? '');
  const needed = form.required?.includes(key) && child.default === undefined;
  const own = [path, typeOf(child, context.named), needed ? 'needed' : absent, cell(meaning)];
  return [own, ...below(child, path, context)];
}

const below = (child, path, context) => (context.named(child) === null ? rowsOf(child, path, context) : []);

function valueRows(form, path, context) {
  const value = valuesOf(form);
  if (value === null) return [];
  const {meaning, absent} = splitDefault(value.description ?? '');
  const own = meaning === '' ? [] : [[path, typeOf(value, context.named), absent, cell(meaning)]];
  return [...own, ...below(value, path, context)];
}

function itemRows({items}, path, context) {
  if (!items || context.named(items) !== null) return [];
  const own = (items.prefixItems ?? []).flatMap((item, i) =>
    item.description
      ? [[`${path}[${i}]`, typeOf(item, context.named), '', cell(splitDefault(item.description).meaning)]]
      : [],
  );
  return [...own, ...rowsOf(items, path, context)];
}

/** `Time after it. Default 0s.` is a meaning and a default. */
export function splitDefault(description) {
  const at = description.search(/(?:^|(?<=[.:;] ))Default\b(?!s)/);
  if (at < 0) return {meaning: description, absent: ''};
  const absent = description
    .slice(at)
    .replace(/^Default:? ?/, '')
    .replace(/\.$/, '');
  return {meaning: description.slice(0, at).trim(), absent: cell(absent)};
}

/** Every key below a node; not into what `elsewhere` says is told at another place. */
export function keysOf(schema, elsewhere) {
  const found = [];
  const visit = (node, at) => {
    if (node.$ref !== undefined || elsewhere(node)) return;
    for (const form of formsOf(node)) {
      if (form !== node && elsewhere(form)) continue;
      for (const [key, value] of entriesOf(form)) {
        const path = at === '' ? key : `${at}.${key}`;
        found.push({path, node: value});
        visit(value, path);
      }
      const value = valuesOf(form);
      if (value) visit(value, `${at}.<name>`);
      if (form.items) visit(form.items, `${at}[]`);
    }
  };
  visit(schema, '');
  return found;
}
