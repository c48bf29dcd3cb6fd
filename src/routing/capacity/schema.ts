import {count, keys, number, oneOrMany, word, z} from '../../language/schema.ts';
import type {CapacitySpec} from './spec.ts';

/** What `routing.capacity` holds under a name. */
export type CapacityRead = Omit<CapacitySpec, 'name'>;

const atLeastOne = count.refine((value) => value > 0, {error: 'expected a number of items, 1 or more'});
const positive = number.refine((value) => value > 0, {error: 'expected a number above 0'});

const channel = keys({
  max: count
    .optional()
    .describe('Most items of this channel at once. Default: as many as `total` allows; needed where there is none.'),
  notWhile: oneOrMany(
    z
      .record(z.string(), atLeastOne)
      .refine((load) => Object.keys(load).length > 0, {error: 'expected channels with numbers, as in { chat: 1 }'}),
  )
    .default([])
    .describe(
      'Loads that a new item may not join; of { voice: 1, chat: 2 } both must be in hand. Any of a list forbids. Default none.',
    ),
  interruptedBy: oneOrMany(word)
    .default([])
    .describe('Channels that pause this one: its items do not stand in their way. Default none.'),
}).describe('Most of a channel, and what a new item of it may not join.');

const weight = z
  .union([positive, z.string()], {error: 'expected units, or a percentage of the total such as 100%'})
  .transform((written, context): {units: number} | {share: number} => {
    if (typeof written === 'number') return {units: written};
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(written.trim());
    if (percent && Number(percent[1]) > 0) return {share: Number(percent[1]) / 100};
    context.addIssue({
      code: 'custom',
      message: `expected units above 0, or a percentage of the total such as 100%, found ${JSON.stringify(written)}`,
    });
    return z.NEVER;
  });

/**
 * Schema of a capacity rule: `total`, `weights`, `holdBackFor`, `afterHold`; every other key is a channel. Whether
 * those channels exist is checked by `capacityFindings`.
 */
export const capacitySchema = z
  .object({
    total: positive.optional().describe('Units an agent has. Default: items are counted, not weighed.'),
    weights: z
      .record(z.string(), weight)
      .optional()
      .describe('Units an item of each channel takes, or a percentage of the total. A channel not named: none of it.'),
    holdBackFor: oneOrMany(word)
      .default([])
      .describe(
        'Channels for which an agent starts nothing else while one waits that he could take if he were free. Default none.',
      ),
    afterHold: z
      .enum(['agents', 'items'])
      .default('agents')
      .describe('Who is asked when a hold ends: agents in turn, or the waiting items by priority. Default agents.'),
  })
  .catchall(channel)
  .transform((written, context): CapacityRead => {
    const {total, weights, holdBackFor, afterHold, ...rest} = written;
    const channels = rest as Record<string, z.output<typeof channel>>;
    const say = (message: string, path: string[] = []) =>
      context.issues.push({code: 'custom', message, path, input: written});
    if ((total === undefined) !== (weights === undefined))
      say('expected `total` and `weights` together, as in { total: 6, weights: { voice: 100%, chat: 2 } }');
    if (weights === undefined && Object.keys(channels).length === 0)
      say('expected channels, as in { voice: { max: 1 } }, or `total` and `weights`');
    for (const [name, rule] of Object.entries(channels)) {
      if (weights === undefined && rule.max === undefined) say('expected `max`, the most items at once', [name]);
      if (weights !== undefined && !(name in weights)) say(`expected a weight of ${name} among \`weights\``, [name]);
    }
    if (context.issues.length > 0) return z.NEVER;
    return {channels: channelsOf(channels, weights), units: unitsOf(total, weights), holdBackFor, afterHold};
  });

type Weights = Record<string, {units: number} | {share: number}>;

function channelsOf(written: Record<string, z.output<typeof channel>>, weights: Weights | undefined) {
  const named = [...new Set([...Object.keys(written), ...Object.keys(weights ?? {})])];
  return Object.fromEntries(
    named.map((name) => [
      name,
      {
        max: written[name]?.max ?? Number.POSITIVE_INFINITY,
        notWhile: written[name]?.notWhile ?? [],
        interruptedBy: written[name]?.interruptedBy ?? [],
      },
    ]),
  );
}

function unitsOf(total: number | undefined, weights: Weights | undefined): CapacitySpec['units'] {
  if (total === undefined || weights === undefined) return null;
  const entries = Object.entries(weights).map(
    ([name, of]) => [name, 'units' in of ? of.units : of.share * total] as const,
  );
  return {total, weights: Object.fromEntries(entries)};
}
