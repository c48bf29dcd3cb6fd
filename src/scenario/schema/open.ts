import {keys, oneOrMany, word, z} from '../../language/schema.ts';
import {OPEN_STATUSES} from '../../model/opening.ts';
import {durationColumn, instantColumn, LOG, LOG_COLUMNS} from './replay.ts';

const {arrived, ...others} = LOG_COLUMNS;
const column = oneOrMany(word);

/** A snapshot: what is open when the scenario starts, where it stands and with whom. */
export const openSchema = keys({
  ...LOG,
  columns: keys({
    ...others,
    arrived: arrived.optional(),
    age: durationColumn
      .optional()
      .describe('In place of `arrived`: how old it is at the start, wall time. Bare numbers: s.'),
    status: column
      .optional()
      .describe(
        'Column of where it stands: a stage of the scenario, queued, assigned, held, parked, pending or awaiting confirmation, or a word of `statuses`. Default: queued, as is an empty cell.',
      ),
    owner: column
      .optional()
      .describe('Column of the agent who has it: in hand where it is assigned, in his workbin where it is parked.'),
    parent: column
      .optional()
      .describe(
        'Column with the id of the row that waits for it, `waiting for children`: that goes on when all that name it are final. Default none.',
      ),
    until: instantColumn
      .optional()
      .describe(
        'When that ends: held until, parked until, when the customer replies or the source confirms. Default: drawn, of what is pending or awaiting confirmation; at once, of what is parked.',
      ),
    remaining: durationColumn
      .optional()
      .describe('Effort that is left of what is assigned or parked. Default: that of a whole visit.'),
  }).describe('Which column holds what, as of a log; and where items stand, and with whom.'),
  statuses: z
    .record(z.string(), z.enum(OPEN_STATUSES))
    .optional()
    .describe(
      'What the words of its status column mean: { In Arbeit: assigned, Wiedervorlage: held }. Default: as they are.',
    ),
  sorted: LOG.sorted.unwrap().default(false).describe('As of a log. Default false: sorted first.'),
});
export type OpenWritten = z.output<typeof openSchema>;
