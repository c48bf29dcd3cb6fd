import {table} from './table.mjs';

const UNITS = {
  ratio: 'a share (0 to 1 in files)',
  seconds: 'seconds in files, `1h30m` in a goal',
  items: 'items',
  'items/hour': 'items an hour',
  agents: 'agents',
  hours: 'hours',
  money: 'money of your own',
};
const BETTER = {higher: 'more is better', lower: 'less is better', neither: ''};

/** docs/metrics.md: every metric with its formula, out of the list the program computes from. */
export function metricsPage(metrics, z, parts) {
  const ofItems = metrics.filter(({scopes}) => !scopes.includes('group'));
  const ofAgents = metrics.filter(({scopes}) => scopes.includes('group'));
  if (ofItems.length === 0 || ofAgents.length === 0) throw new Error('no metrics to write of');
  return [
    '# Metrics',
    '<!-- Made by `npm run docs` out of src/measure/metrics: change the definitions there. -->',
    INTRODUCTION,
    '## Of items',
    'Of a `process`, `channel`, `source` or value of an `attribute`; without any, of all items.',
    ...ofItems.map((metric) => entry(metric, z)),
    '## Of agents',
    'Of a `group`; without one, of all agents.',
    ...ofAgents.map((metric) => entry(metric, z)),
    '## What was waited for',
    WAITING,
    table(['part', 'what stood in the way'], Object.entries(parts)),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

const INTRODUCTION = `Every number Preroute prints is one of these, under its name; any of them may stand in a [goal](scenario-reference.md#goals).

Items that arrive before \`warmUp\` ends or after \`coolDown\` begins are not counted. Intervals and days are those of the arrival, except
SLA attainment, which is of the due date. Over replications a metric is the ratio of the sums, not the mean of the ratios; ± is half a
95 % interval, by Student's distribution for means and by the delta method for ratios. Offered items are those that arrived and were
not rejected, redials included. What becomes of each at the end is in the balance that every run prints: created = rejected +
cancelled + completed + abandoned + in hand + waiting + held.`;

const WAITING = `Every item's wait, from arrival to its first answer, or until it was given up or closed without one, or to the end of the run, is
divided by what stood in its way: one part a moment, so that the parts of an item, whole milliseconds, add up to its wait without
remainder. Qualified are the agents in any target of its process, open yet or not, whose capacity rule takes its channel; there are those
of them on duty who neither rest nor are due for a rest. The first of these holds, in this order; only where missed offers are all
that is in the way of qualified agents are they looked for after \`capacity\`:`;

function entry({key, label, unit, better, definition, params, shown}, z) {
  const parameters = Object.entries(params).map(([name, schema]) => [`\`${name}\``, describe(schema, z)]);
  const variants = (shown ?? []).filter((variant) => variant.key !== key);
  return [
    `### ${key}`,
    `**${label}**: ${UNITS[unit]}${BETTER[better] ? `; ${BETTER[better]}` : ''}. ${definition}`,
    ...(parameters.length > 0 ? [table(['parameter', 'meaning'], parameters)] : []),
    ...(variants.length > 0
      ? [
          `In results as ${variants.map((variant) => `\`${variant.key}\``).join(', ')}${shown.length > variants.length ? ` beside \`${key}\`` : ''}.`,
        ]
      : []),
  ].join('\n\n');
}

const describe = (schema, z) =>
  (z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'}).description ?? '').replaceAll('|', '\\|');
