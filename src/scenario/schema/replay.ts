import {keys, oneOrMany, word, z} from '../../language/schema.ts';
import {distributionSchema} from '../../random/readDistribution.ts';

const column = oneOrMany(word);
export const instantColumn = z.union([
  column,
  keys({
    date: column.describe('Column of the date.'),
    time: column.describe('Column of the time, joined to the date with a space.'),
  }),
]);
const missing = distributionSchema('duration')
  .optional()
  .describe('Where the log has no value it is drawn from this. Default: such rows are bad rows.');
export const durationColumn = z.union([
  column,
  keys({
    column: column.describe('Column of the value.'),
    unit: z.enum(['ms', 's', 'm', 'h', 'd']).default('s').describe('Unit of bare numbers in it. Default s.'),
    missing,
  }),
  keys({
    from: instantColumn.describe('Column of the beginning.'),
    to: instantColumn.describe('Column of the end.'),
    missing,
  }),
]);

export const LOG_COLUMNS = {
  id: column
    .optional()
    .describe('Column of the id. Several rows of one id are visits of one item. Default: every row an item.'),
  arrived: instantColumn.describe(
    'Column of the arrival: an instant, or { date: …, time: … }; of a list the first that is not empty.',
  ),
  handleTime: durationColumn
    .optional()
    .describe(
      'Time with the customer: a column, { column, unit, missing } or { from, to }. Default: as the source says.',
    ),
  wrapUp: durationColumn.optional().describe('Time after it, still occupying. Default: as the source says.'),
  patience: durationColumn.optional().describe('How long the customer would wait. Default: as the source says.'),
  preferredAgent: column.optional().describe('Column with the name of the preferred agent. Default none.'),
  due: instantColumn.optional().describe("Due date; overrides the process's SLA. Default none."),
  activate: instantColumn
    .optional()
    .describe(
      'Activation date: held until then; age, priority and the SLA of its process count from there. Default none.',
    ),
  priority: column.optional().describe("Initial priority; overrides the curve's. Default none."),
  recorded: keys({
    wait: durationColumn.optional().describe('What it really waited, to answer or abandonment. Bare numbers: s.'),
    outcome: column.optional().describe('Column that says how it ended.'),
    abandoned: oneOrMany(word).optional().describe('Values of `outcome` that mean abandoned.'),
    agent: column.optional().describe('Column of the agent who took it.'),
  })
    .optional()
    .describe('What really happened: never used, only compared. Default none.'),
};

/** A log of contacts: replayed, or the backlog at the start. */
export const LOG = {
  file: z.string().describe('CSV or TSV with a header, relative to the file that names it.'),
  where: z
    .string()
    .optional()
    .describe("Rows to take, FEEL over the row's columns: 'status != \"Test\"'. Default all."),
  time: keys({
    format: z
      .string()
      .optional()
      .describe("Format of timestamps: 'dd/MM/yyyy HH:mm:ss', epoch-s, epoch-ms. Default ISO 8601."),
    zone: z.string().optional().describe("IANA zone of timestamps without an offset. Default: the scenario's."),
  })
    .optional()
    .describe("How timestamps are written. Default ISO 8601 in the scenario's zone."),
  columns: keys(LOG_COLUMNS).describe(
    'Which column holds what; where a column may stand, a list means the first that is not empty.',
  ),
  attributes: z
    .record(
      z.string(),
      z.union([
        z.enum(['text', 'number', 'date']),
        keys({
          column: column.describe('Column it comes from.'),
          type: z.enum(['text', 'number', 'date']).default('text').describe('Type of its values. Default text.'),
        }),
      ]),
    )
    .optional()
    .describe('Attributes by name: their type, or { column, type } where the column has another name. Default none.'),
  empty: z.array(word).default(['']).describe("Cells that count as empty: [ '', '0:00:00', 'NULL' ]. Default [ '' ]."),
  sorted: z
    .union([z.boolean(), z.string()])
    .default(true)
    .describe(
      'true: in order of arrival, streamed; `within 1d`: out of order by at most so much; false: sorted first. Default true.',
    ),
  commands: keys({
    file: z
      .string()
      .describe(
        'CSV or TSV with the columns time, id, command and, where wanted, value; times as in the log, in any order. Commands: hold (value: until when), resume, cancel, restart, update.',
      ),
    clock: z
      .enum(['runs', 'stopped'])
      .default('runs')
      .describe(
        'Whether the SLA of what the source holds runs on meanwhile; `stopped`: age, targets and due date stand still. Default runs.',
      ),
    separator: z.string().optional().describe('Character between cells; `tab`. Default: found out from the header.'),
  })
    .optional()
    .describe(
      'What the source says of items as they live: they are held, resumed, canceled, restarted, confirmed. Default: nothing.',
    ),
  withoutId: z
    .enum(['leaveOut', 'reject'])
    .default('leaveOut')
    .describe(
      'A row without an id, where a column holds it: left out as a bad row, or an item that is rejected when it arrives. Default leaveOut.',
    ),
  onRepeat: z
    .enum(['visit', 'reject'])
    .default('visit')
    .describe('A further row of one id: a `visit` of the item, or a bad row. Default visit.'),
  onBadRow: z
    .enum(['count', 'stop'])
    .default('count')
    .describe('A row that cannot be used is counted, or ends the run. Default count.'),
  separator: z.string().optional().describe('Character between cells; `tab`. Default: found out from the header.'),
};
export const replaySchema = keys(LOG);
export type ReplayWritten = z.output<typeof replaySchema>;
export type InstantColumnWritten = z.output<typeof instantColumn>;
export type DurationColumnWritten = z.output<typeof durationColumn>;
