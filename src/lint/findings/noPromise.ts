import type {FindingKind} from '../finding.ts';

export const noPromise: FindingKind = {
  code: 'no-promise',
  title: 'A process without `sla`, `answerWithin`, milestone or goal',
  severity: 'warning',
  doc: 'Nothing says when its items are late, so that no result and no goal can tell whether they were served well, and a rule that starves them costs nothing. Live contacts are promised an answer (`answerWithin`), deferred work a due date (`sla`); a goal about the process (its wait, its backlog) is a promise too.',
  find({scenario, served}) {
    const {processes} = scenario.routing;
    return served.flatMap(({process, channels, sources, isLive}) => {
      const {slaMs, answerWithinMs, milestones = []} = processes[process] ?? {milestones: []};
      const names = new Set(sources.map(({name}) => name));
      const isJudged = scenario.goals.some(
        ({of}) =>
          of.group === undefined &&
          (of.process === undefined || of.process === process) &&
          (of.channel === undefined || channels.includes(of.channel)) &&
          (of.source === undefined || names.has(of.source)),
      );
      const brings = sources.some(({arrivals}) => 'replay' in arrivals && arrivals.replay.columns.due !== null);
      if (slaMs !== undefined || answerWithinMs !== undefined || milestones.length > 0 || isJudged || brings) return [];
      return [
        {
          path: ['routing', 'processes', process],
          message: `nothing says when items of ${process} (${channels.join(', ')}) are late: no sla, no answerWithin, no milestone, no goal`,
          suggestion: isLive ? 'answerWithin: 20s' : 'sla: 8h',
        },
      ];
    });
  },
};
