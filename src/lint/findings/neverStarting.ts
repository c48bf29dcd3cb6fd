import {admissionRule, admits} from '../../routing/capacity/admission.ts';
import type {FindingKind} from '../finding.ts';
import {short} from '../words.ts';

export const neverStarting: FindingKind = {
  code: 'never-starting',
  title: 'A channel of a capacity rule that not even an agent with empty hands may start',
  severity: 'error',
  doc: 'Its weight is above the total, or what it may not join is there from the beginning: agents under this rule never get an item of the channel.',
  covers: ['capacities'],
  find({scenario, plan}) {
    const {channels} = plan;
    return Object.values(scenario.routing.capacity).flatMap((spec) => {
      const rule = admissionRule(spec, channels);
      const empty = channels.map(() => 0);
      return channels.flatMap((channel, index) => {
        const own = spec.channels[channel];
        if (!own || own.max === 0 || admits(rule, empty, index)) return [];
        const weight = spec.units?.weights[channel] ?? 0;
        const heavy = spec.units !== null && weight > spec.units.total;
        return [
          {
            path: ['routing', 'capacity', spec.name, ...(heavy ? ['weights', channel] : [channel])],
            message: heavy
              ? `${channel} takes ${short(weight)} of ${spec.units.total} units: no agent under ${spec.name} can ever start one`
              : `no agent under ${spec.name} can ever start ${channel}`,
            counterExample: {kind: 'load' as const, rule: spec.name, load: {[channel]: 1}},
            suggestion: heavy ? 'write 100% for an item that takes the whole agent' : 'look at its notWhile',
          },
        ];
      });
    });
  },
};
