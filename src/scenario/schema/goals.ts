import {duration, keys, number, share, word, z} from '../../language/schema.ts';
import type {Metric} from '../../measure/metric.ts';
import {METRICS} from '../../measure/metrics/index.ts';

const SCOPE_KEYS = {
  process: word.optional().describe('Only items of this process.'),
  channel: word.optional().describe('Only items of this channel.'),
  source: word.optional().describe('Only items of this source.'),
  group: word.optional().describe('Only agents of this group.'),
  attribute: z
    .record(z.string(), word)
    .optional()
    .describe('Only items with this value of one attribute: { customerSegment: Gold }.'),
};

const limitOf = ({unit}: Metric) => (unit === 'ratio' ? share : unit === 'seconds' ? duration : number);
const UNITS = {
  ratio: 'a share such as 80%',
  seconds: 'a duration such as 60s',
  items: 'a number of items',
  'items/hour': 'items an hour',
  agents: 'a number of agents',
  hours: 'hours',
  money: 'an amount of money',
} as const;

/** A goal over one metric: what it is asked of, its limit. */
export function goalSchema(metric: Metric) {
  const scopes = Object.fromEntries(metric.scopes.map((kind) => [kind, SCOPE_KEYS[kind]]));
  const limit = limitOf(metric).optional();
  return keys({
    [metric.key]: keys({...scopes, ...metric.params}).describe(metric.definition),
    atLeast: limit.describe(`The metric is at least this: ${UNITS[metric.unit]}.`),
    atMost: limit.describe(`The metric is at most this: ${UNITS[metric.unit]}.`),
    onDays: share
      .optional()
      .describe('Share of local days that must meet it, each judged alone. Default: the horizon as a whole.'),
  });
}

export const GOALS: ReadonlyMap<string, ReturnType<typeof goalSchema>> = new Map(
  METRICS.map((metric) => [metric.key, goalSchema(metric)]),
);
export const goalsSchema = z.array(z.union([...GOALS.values()])).describe('What is promised: any metric with a limit.');
