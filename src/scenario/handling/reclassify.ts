import {z} from '../../language/schema.ts';
import type {AttributeSpec} from '../scenario.ts';
import {attributesSchema} from '../schema/attributes.ts';
import {type OutcomeBase, outcomeKind} from './outcome.ts';

export interface ReclassifySpec extends OutcomeBase<'reclassify'> {
  /** Attributes that are others from then on, at least one. */
  readonly set: Readonly<Record<string, AttributeSpec>>;
  /** Age, place and due date: as if its new process had had it from its arrival, or from now on. */
  readonly age: 'goOn' | 'restart';
}

const KEYS = {
  set: attributesSchema.describe(
    'Attributes that are others from then on: a value, shares of values, or a distribution of numbers, drawn for each visit.',
  ),
  age: z
    .enum(['goOn', 'restart'], {error: 'expected goOn or restart'})
    .default('goOn')
    .describe(
      'Age, place in line and due date: goOn counts from its first arrival, restart from the reclassification. Default goOn.',
    ),
};

export const reclassify = outcomeKind<ReclassifySpec, typeof KEYS>({
  kind: 'reclassify',
  doc: '`reclassify`: it was the wrong kind of work. Its attributes change, and segmentation says anew what it is: process, SLA, priority, targets. Not for leads.',
  keys: KEYS,
  comesBack: true,
  leadsTo: ['queued', 'assigned'],
  read: ({set, age}, {attributesAt, error}) => {
    if (Object.keys(set).length === 0) {
      error('set', 'expected at least one attribute that changes, found none', 'set: { department: Sales }');
      return null;
    }
    const attributes = attributesAt('set', set);
    return attributes && {spans: {}, set: attributes, age};
  },
});
