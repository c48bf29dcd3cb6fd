import {duration} from '../../language/schema.ts';
import {distributionSchema} from '../../random/readDistribution.ts';
import {type OutcomeBase, outcomeKind} from './outcome.ts';

export interface RescheduleSpec extends OutcomeBase<'reschedule'> {
  /** From activation, on the process's clock; absent: as the process says. */
  readonly slaMs?: number;
}

const KEYS = {
  activate: distributionSchema('duration')
    .optional()
    .describe(
      'Time until its activation date, from the end of wrap-up, of wall time: a duration or distribution. It is held until then. Default: at once.',
    ),
  sla: duration
    .optional()
    .describe('Its new SLA, from activation, on the clock of the process. Default: that of the process.'),
};

export const reschedule = outcomeKind<RescheduleSpec, typeof KEYS>({
  kind: 'reschedule',
  doc: '`reschedule`: put off with a new SLA. Held until its activation date; age, priority and due date count from there.',
  keys: KEYS,
  comesBack: true,
  leadsTo: ['held', 'queued', 'assigned'],
  read: ({activate, sla}, {spanAt, error}) => {
    if (activate === undefined && sla === undefined) {
      error('then', 'expected `activate` or `sla` of what is rescheduled, found neither', 'activate: 1d');
      return null;
    }
    const span = activate && spanAt('activate', activate);
    if (span === null) return null;
    return {spans: span ? {activate: span} : {}, ...(sla !== undefined && {slaMs: sla})};
  },
});
