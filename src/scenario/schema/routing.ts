import {keys, z} from '../../language/schema.ts';
import {capacitySchema} from '../../routing/capacity/index.ts';
import {distributionSchema, preferredAgentSchema} from '../../routing/eligibility/index.ts';
import {prioritySchema} from '../../routing/priority/index.ts';
import {processSchema} from './processes.ts';
import {segmentationSchema} from './segmentation.ts';

export const ROUTING = {
  segmentation: segmentationSchema.describe('What is this item? The first rule that matches gives its process.'),
  processes: z.record(z.string(), processSchema).describe('Processes by name.'),
  priorities: z
    .record(z.string(), prioritySchema)
    .optional()
    .describe('How urgent is it now? Curves by name. Default none: all alike, oldest first.'),
  distribution: z
    .record(z.string(), distributionSchema)
    .optional()
    .describe('Who may take it now? Targets that widen with time, by name. Default none: everyone.'),
  preferredAgent: preferredAgentSchema
    .optional()
    .describe(
      'What becomes of the agent an item prefers, where a distribution does not say. Default { for: 0s }: first choice.',
    ),
  capacity: z
    .record(z.string(), capacitySchema)
    .optional()
    .describe('Has this agent room for it? Rules by name. Default: one item at a time, of any channel.'),
};
export const routingSchema = keys(ROUTING).describe('The routing that is tuned.');
