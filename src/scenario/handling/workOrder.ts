import {keys, word, z} from '../../language/schema.ts';
import type {DistributionSpec} from '../../random/distribution.ts';
import {distributionSchema} from '../../random/readDistribution.ts';
import type {SourceSpec} from '../scenario.ts';
import {attributesSchema} from '../schema/attributes.ts';
import {varying} from '../schema/distribution.ts';
import {type OutcomeBase, type OutcomeReading, outcomeKind} from './outcome.ts';
import {waitForAgent} from './waitForAgent.ts';

/** What another process is to do for the item, and how the item goes on. */
export interface WorkOrderSpec extends OutcomeBase<'workOrder'> {
  /** The sources of what is opened, one a line item: items come of them when this happens, and only then. */
  readonly opens: readonly SourceSpec[];
  /** The item waits until all of them are final; else it is complete at once. */
  readonly waits: boolean;
  readonly resume: 'sameAgent' | 'routed';
  /** How long the same agent is waited for, on the clock of the item's process; Infinity: as long as it takes. */
  readonly waitForAgentMs: number;
  /**
   * Effort of finishing the item: `span` drawn (spans.finish), `source` as its source says, `none`: it is closed when
   * the last line item is.
   */
  readonly finish: 'span' | 'source' | 'none';
}

const LINE = {
  open: word.describe('Process that does it, with its own SLA, clock, priority and targets; not segmented.'),
  channel: word.optional().describe('Its channel. Default workitem.'),
  handleTime: varying('duration').describe('Time an agent of that process works on it: a duration or distribution.'),
  wrapUp: varying('duration').optional().describe('Time after it, still occupying the agent. Default 0s.'),
  attributes: attributesSchema
    .optional()
    .describe('Attributes of its own, as of a source. Default: those of the item that results are reported by.'),
  handling: z
    .array(z.looseObject({}))
    .optional()
    .describe('What becomes of it when an agent is done with it, as `handling` of a source. Default: complete.'),
  confirmed: distributionSchema('duration')
    .optional()
    .describe(
      'Time from Mark Done to its own confirmation, as of a source. Default: it is complete when handling ends.',
    ),
};
const lineSchema = keys(LINE);
export type LineWritten = z.output<typeof lineSchema>;

const yesNo = z
  .union([z.boolean(), z.enum(['yes', 'no'])], {error: 'expected yes or no'})
  .transform((value) => value === true || value === 'yes');

const KEYS = {
  ...LINE,
  open: LINE.open.optional(),
  handleTime: LINE.handleTime.optional(),
  lineItems: z
    .array(lineSchema)
    .min(1, {error: 'expected at least one line item'})
    .optional()
    .describe(
      'Several at once, in place of `open` and what goes with it: each with its own process; all must be final before the item goes on.',
    ),
  wait: yesNo
    .default(true)
    .describe(
      '`yes`: the item waits until what it opened is final, held by nobody. `no`: it is complete at once, and what it opened lives on. Default yes.',
    ),
  resume: z
    .enum(['sameAgent', 'routed'])
    .default('sameAgent')
    .describe(
      'Who finishes it then: the agent who had it, waited for like a preferred agent, or whoever routing finds, with its age. Default sameAgent.',
    ),
  waitForAgent,
  finish: z
    .union([z.literal('none'), distributionSchema('duration')])
    .optional()
    .describe(
      'Time to finish it, after which it is complete: a duration or distribution; `none`: it is closed by the last that it opened. Default: as `handleTime` of its source.',
    ),
};

export const workOrder = outcomeKind<WorkOrderSpec, typeof KEYS>({
  kind: 'workOrder',
  doc: '`workOrder`: it opens an item, or several, in another process, and waits until they are final; then it is finished.',
  keys: KEYS,
  comesBack: false,
  leadsTo: ['held', 'queued', 'assigned', 'completed'],
  read(written, reading) {
    const {wait, resume, waitForAgent, finish} = written;
    const opens = linesOf(written, reading);
    const drawn = finish === undefined || finish === 'none' ? undefined : reading.spanAt('finish', finish);
    if (!wait)
      for (const key of ['waitForAgent', 'finish'] as const)
        if (written[key] !== undefined)
          reading.error(key, `expected no ${key} where the item does not wait: it is complete at once`);
    if (resume === 'routed' && waitForAgent !== undefined)
      reading.error('waitForAgent', 'expected no waitForAgent with resume: routed, which waits for nobody');
    if (opens === null || drawn === null) return null;
    return {
      spans: drawn === undefined ? NO_SPANS : {finish: drawn},
      opens,
      waits: wait,
      resume,
      waitForAgentMs: waitForAgent ?? Infinity,
      finish: drawn !== undefined ? 'span' : finish === 'none' ? 'none' : 'source',
    };
  },
});

const NO_SPANS: Readonly<Record<string, DistributionSpec>> = {};

type Written = z.output<z.ZodObject<typeof KEYS>>;

function linesOf(written: Written, reading: OutcomeReading): readonly SourceSpec[] | null {
  const {open, handleTime, lineItems} = written;
  if (lineItems !== undefined) {
    const beside = Object.keys(LINE).filter((key) => written[key as keyof typeof LINE] !== undefined);
    for (const key of beside) reading.error(key, `expected ${key} in each of lineItems, found it beside them`);
    const opened = lineItems.map((line, i) => reading.opened(['lineItems', i], line));
    return beside.length === 0 && opened.every((one) => one !== null) ? opened : null;
  }
  if (open === undefined || handleTime === undefined) {
    for (const [key, value] of Object.entries({open, handleTime}))
      if (value === undefined)
        reading.error(key, `expected the key ${key}, or lineItems, found none`, 'open: back-office, handleTime: 20m');
    return null;
  }
  return [reading.opened([], {...written, open, handleTime})].flatMap((one) => one ?? []);
}
