import {type NamedReport, ratio, seconds, text} from './report.ts';
import {share} from './told.ts';

/** The reason of who did not answer an offer; no name that a scenario gives, for it has a blank. */
const NO_ANSWER = 'offer not answered';

export const notReady: NamedReport = {
  key: 'not-ready',
  title: 'Not ready by reason',
  doc: 'A row an agent and reason for which he was on duty and could be given nothing, between warm-up and cool-down.',
  columns: [
    text('agent', 'Name of the agent.'),
    text('group', 'His group.'),
    text('reason', `Reason of a break or of shrinkage; \`${NO_ANSWER}\`: made not ready because of that.`),
    seconds('not_ready_s', 'Time not ready for the reason.'),
    ratio('share', 'Of his time on duty.'),
  ],
  *rows({people}) {
    for (const {agent, group, onDutySeconds, restingSecondsByReason = {}, notReadySeconds} of people.agents)
      for (const [reason, time] of [...Object.entries(restingSecondsByReason), [NO_ANSWER, notReadySeconds] as const])
        if (time > 0) yield [agent, group, reason, time, share(time, onDutySeconds)];
  },
};
