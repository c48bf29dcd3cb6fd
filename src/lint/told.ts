/** What reading and compiling find doubtful, as findings: by the check that finds it (`Problem.check`). */
import type {Problem} from '../language/problem.ts';
import type {Finding} from './finding.ts';

export interface ToldKind {
  readonly code: string;
  readonly title: string;
  readonly doc: string;
}

/** Where no check is named: what the reader of a part says of it. */
const READING: ToldKind = {
  code: 'reading',
  title: 'Something written that is read otherwise than it looks',
  doc: 'A time that clocks skip, a value that another makes idle: said where it is read.',
};

export const TOLD: Readonly<Record<string, ToldKind>> = {
  afterHold: {
    code: 'after-hold',
    title: 'Two answers to who is asked when a hold ends',
    doc: 'One way serves all agents; where capacity rules differ agents are asked in turn.',
  },
  arrivalsComing: {
    code: 'nothing-arrives',
    title: 'A source of which no item ever comes',
    doc: 'Its rate is 0, or it arrives only in hours that are closed all through the horizon.',
  },
  breaksInShift: {
    code: 'break-outside-shift',
    title: 'A break that nobody takes',
    doc: 'It lies in no day’s hours of its shift.',
  },
  calendarsOpen: {
    code: 'closed-calendar',
    title: 'A calendar without any open hour in the horizon',
    doc: 'A process on its clock never ages; one that is open by it rejects everything.',
  },
  capacities: {
    code: 'unknown-channel',
    title: 'A capacity rule that speaks of a channel no source has',
    doc: 'Made for more than this scenario, or misspelt: that part of the rule does nothing here.',
  },
  confirmation: {
    code: 'never-confirmed',
    title: 'Items marked done that nobody confirms or takes up again',
    doc: 'The source never confirms them, and the process has no `confirmWithin` after which they come back.',
  },
  datesInHorizon: {
    code: 'outside-horizon',
    title: 'Something that begins or expires after the end of the scenario',
    doc: 'It has no effect in this horizon.',
  },
  daysOnBusinessClock: {
    code: 'days-of-open-time',
    title: 'A duration in days on a clock of business hours',
    doc: 'A day is 24 hours of the clock it runs on: more than two days on the wall where it is open ten hours a day. The dates it comes to are shown.',
  },
  dealValues: {
    code: 'no-deal-value',
    title: 'Leads whose worth nothing says',
    doc: 'Value won and lost counts the attribute `dealValue`.',
  },
  goalScopes: {
    code: 'unknown-value',
    title: 'A goal about a value that no source brings',
    doc: 'Nothing will ever be judged by it.',
  },
  goalsToJudge: {
    code: 'unjudged-goal',
    title: 'A goal that nothing in the scenario can be judged by',
    doc: 'A service level without `answerWithin`, an SLA attainment without `sla`, a value at one instant day by day.',
  },
  milestones: {
    code: 'idle-milestone',
    title: 'A milestone, or what it does, that means nothing',
    doc: 'It is reached the moment it starts, or acts on an item that is done.',
  },
  overload: {
    code: 'overload',
    title: 'Far more work than all who may take it could do, over the whole horizon',
    doc: 'A quarter above what they could do if they did nothing else: a slip in a rate, a handle time or a head count as a rule.',
  },
  reclassifying: {
    code: 'idle-reclassification',
    title: 'Reclassifying that changes nothing',
    doc: 'The attributes it sets decide nothing in the decision table.',
  },
  segmentation: {
    code: 'idle-cell',
    title: 'A cell of the decision table that matches nothing, or everything',
    doc: 'A text that no source brings, with the nearest that one does; a list of which a part adds nothing, as a comma means or.',
  },
  timesAfterStart: {
    code: 'times-from-start',
    title: 'A time of day that counts from a start at another time than midnight',
    doc: 'It is another time of day on the wall; the one it comes to is shown.',
  },
  timesSkipped: {
    code: 'skipped-time',
    title: 'A time of day that does not exist on some day of the horizon',
    doc: 'Clocks go forward then; the instant after is taken.',
  },
  unseen: {
    code: 'never-seen',
    title: 'A pulled process of which agents see nothing, at whatever age',
    doc: 'Its priority never rises to what `sees` asks for.',
  },
  unservedProcesses: {
    code: 'unserved-process',
    title: 'A process some of whose items nobody could ever take',
    doc: 'No agent is in its targets, or none there has room for the channel.',
  },
  unused: {
    code: 'unused',
    title: 'A calendar, shift, process, priority, distribution or capacity rule that nothing uses',
    doc: 'Left over, or misspelt where it should be used.',
  },
  workOrders: {
    code: 'rejected-work-order',
    title: 'Work orders for a process that rejects them while it is closed',
    doc: 'Their items go on without them.',
  },
};

/** Every kind, each once. */
export const TOLD_KINDS: readonly ToldKind[] = [...Object.values(TOLD), READING];

export function findingOf({check, severity, at, path, message, hint, excerpt}: Problem): Finding {
  const {code} = (check === undefined ? undefined : TOLD[check]) ?? READING;
  return {
    code,
    severity,
    at,
    path,
    message,
    ...(hint !== undefined && {suggestion: hint}),
    ...(excerpt !== undefined && {excerpt}),
  };
}
