import {duration, share, word, z} from '../../language/schema.ts';

/** Keys that goals may write beside a metric's scope. Their outputs are in ms and ratios. */
export const within = duration.optional();
export const quantile = share.optional();
export const milestone = word
  .optional()
  .describe('Only the milestone of this name, in whatever processes have one. Default: all of them.');
export const at = z
  .union([z.enum(['end', 'peak']), duration.transform((ms) => ({ms}))])
  .optional()
  .describe('When the backlog is read: `end` (default), `peak`, or a duration after the start of the scenario.');
