import {formatDuration} from '../../language/duration.ts';
import type {FindingKind} from '../finding.ts';
import {drawsOf} from '../quantile.ts';

export const shortPatience: FindingKind = {
  code: 'short-patience',
  title: 'Customers give up before the phone has rung for as long as it takes to answer',
  severity: 'warning',
  doc: 'Half of the customers of a source hang up before an agent of a group who might get them has answered on average, with nobody else in line: `patience` or `answerIn` is probably in another unit than was meant.',
  find({served, plan, scenario}) {
    return scenario.demand.flatMap((source, index) => {
      if (source.patience === undefined) return [];
      const draws = drawsOf(source.patience);
      const median = draws[Math.floor(draws.length / 2)];
      const profiles = new Set(
        served.flatMap(({sources, stages}) => (sources.includes(source) ? [...(stages.at(-1) ?? [])] : [])),
      );
      const rings = plan.people.seats.flatMap(({spec}, agent) => {
        const of = plan.people.agents[agent].skillsets.some((_, set) =>
          profiles.has(plan.profiles.profileOf(agent, set)),
        );
        return of && spec.offers.answerIn !== null ? [{name: spec.name, ms: spec.offers.answerIn.mean}] : [];
      });
      const slow = rings.find(({ms}) => ms > median);
      if (slow === undefined) return [];
      return [
        {
          path: ['demand', index, 'patience'],
          message: `half of ${source.name} hang up within ${formatDuration(Math.round(median))}, and ${slow.name} answer in ${formatDuration(Math.round(slow.ms))} on average`,
          counterExample: {kind: 'times' as const, ms: slow.ms, limitMs: median, limit: 'median patience'},
          suggestion: 'check the units of patience and of answerIn',
        },
      ];
    });
  },
};
