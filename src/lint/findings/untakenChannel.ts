import type {FindingKind} from '../finding.ts';

export const untakenChannel: FindingKind = {
  code: 'untaken-channel',
  title: 'A group that a target names, and that can never take the channel of its items',
  severity: 'warning',
  doc: 'The target names the group, but its capacity rule has none of a channel that items of the process come by: a channel that a rule does not name gets no place. Where nobody at all could take it, validation says so.',
  find({scenario, served, plan}) {
    const {people, capacity, channels} = plan;
    const {start, admits} = capacity.capacity;
    return served.flatMap(({process, channels: coming}) => {
      const {distribute} = scenario.routing.processes[process];
      const targets = scenario.routing.distribution[distribute]?.targets ?? [];
      return targets.flatMap(({who}, stage) => {
        if (who.kind !== 'groups') return [];
        return who.groups.flatMap((group) => {
          const members = [...people.agents.entries()].filter(([, agent]) => people.groups[agent.group] === group);
          return coming.flatMap((channel) => {
            const bit = channels.indexOf(channel);
            const takes = members.some(([id]) => ((admits[start[capacity.ruleOf(id)]] >>> bit) & 1) === 1);
            const [first] = members;
            if (first === undefined || takes) return [];
            const rule = first[1].capacity ?? 'one at a time';
            return [
              {
                path: ['routing', 'distribution', distribute, 'targets', stage],
                message: `${group} are in target ${stage + 1} of ${process}, whose items come by ${channel}, and their capacity rule ${rule} has no place for one`,
                counterExample: {kind: 'load' as const, rule, load: {[channel]: 1}},
                suggestion: `add ${channel} to the capacity rule ${rule}, or leave the group out`,
              },
            ];
          });
        });
      });
    });
  },
};
