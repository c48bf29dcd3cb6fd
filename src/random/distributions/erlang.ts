import {randomGamma} from 'd3-random';
import {CV, type DistributionKind, givenBy, MEAN} from '../kind.ts';

export const erlang: DistributionKind = {
  kind: 'erlang',
  doc: 'Sum of equal exponential phases: a gamma whose shape is a whole number.',
  units: ['duration', 'number'],
  schema: givenBy(
    'erlang',
    {
      mean: MEAN,
      cv: CV,
      phases: {type: 'count', doc: 'Number of phases.'},
      each: {type: 'quantity', doc: 'Mean of one phase.'},
    },
    [
      {given: ['mean', 'phases'], params: ({mean, phases}) => ({phases, each: mean / phases})},
      {given: ['phases', 'each'], params: ({phases, each}) => (each === 0 ? {constant: 0} : {phases, each})},
      {given: ['mean', 'cv'], params: ({mean, cv}) => byCv(mean, cv)},
    ],
  ),
  moments: ({phases, each}) => ({mean: phases * each, sd: Math.sqrt(phases) * each}),
  sampler: ({phases, each}, uniform) => randomGamma.source(uniform)(phases, each),
};

/** Within 1 % of a cv that whole phases have: `cv: 0.58` is three of them. */
function byCv(mean: number, cv: number) {
  const phases = Math.max(1, Math.round(1 / (cv * cv)));
  const has = 1 / Math.sqrt(phases);
  if (Math.abs(has / cv - 1) <= 0.01) return {phases, each: mean / phases};
  return `expected a cv of 1 ÷ √phases, such as ${has.toFixed(3)} (${phases}), found ${cv}: any other is a gamma`;
}
