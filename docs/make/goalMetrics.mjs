import {splitDefault} from './reference.mjs';
import {entriesOf, formsOf, nodeAt, typeOf} from './schemaTree.mjs';
import {cell, table} from './table.mjs';

const LIMITS = ['atLeast', 'atMost', 'onDays'];

/** The section on goals: the keys that say of whom and how far, then a row a metric with the keys it takes. */
export function goalMetrics(schema, {named, shown}) {
  const goals = formsOf(nodeAt(schema, 'goals[]')).map((form) => {
    const entries = entriesOf(form);
    for (const [, node] of entries) {
      shown.add(node);
      for (const inner of formsOf(node)) for (const [, scope] of entriesOf(inner)) shown.add(scope);
    }
    const [metric, node] = entries.find(([key]) => !LIMITS.includes(key));
    return {metric, scopes: entriesOf(node), limits: entries.filter(([key]) => LIMITS.includes(key))};
  });
  return [scopeTable(goals, named), metricTable(goals)].join('\n\n');
}

function scopeTable(goals, named) {
  const rows = new Map();
  for (const {metric, scopes, limits} of goals)
    for (const [key, node] of [...scopes, ...limits]) {
      const {meaning, absent} = splitDefault(node.description ?? '');
      const general = LIMITS.slice(0, 2).includes(key)
        ? `The metric is at ${key.slice(2).toLowerCase()} this.`
        : meaning;
      const row = rows.get(`${key}: ${general}`) ?? {key, node, meaning: general, absent, of: []};
      row.of.push(metric);
      rows.set(`${key}: ${general}`, row);
    }
  return table(
    ['key', 'what may stand there', 'default', 'meaning'],
    [...rows.values()].map(({key, node, meaning, absent, of}) => [
      `\`${key}\`${of.length === 1 ? ` of \`${of[0]}\`` : ''}`,
      LIMITS.slice(0, 2).includes(key) ? 'share, duration or number, as the metric is' : typeOf(node, named),
      absent,
      cell(meaning),
    ]),
  );
}

/** Metrics that are asked of the same and limited alike are one row. */
function metricTable(goals) {
  const rows = new Map();
  for (const {metric, scopes, limits} of goals) {
    const limit = (limits[0][1].description ?? '').replace(/^.*this: (an? )?/, '').replace(/\.$/, '');
    const keys = scopes.map(([key]) => `\`${key}\``).join(', ');
    rows.set(`${keys}: ${limit}`, [...(rows.get(`${keys}: ${limit}`) ?? []), metric]);
  }
  return table(
    ['metric', 'of', 'a limit is'],
    [...rows].map(([key, metrics]) => [
      metrics.map((metric) => `[\`${metric}\`](metrics.md#${metric.toLowerCase()})`).join(', '),
      ...key.split(': '),
    ]),
  );
}
