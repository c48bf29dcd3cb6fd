import type {Family} from '../family.ts';
import {expectedMean} from '../starting.ts';
import {exponentialLaw} from './exponential.ts';
import {logistic, mixed} from './mixed.ts';

/** Two exponential parts: some give up soon, others stay. */
export const hyperexponential: Family = {
  name: 'hyperexponential',
  parameters: 3,
  least: 100,
  starts(sample) {
    const mean = Math.log(expectedMean(sample));
    const short = Math.log(sample.mean);
    return [
      [0, mean - 1.5, mean + 0.5],
      [-2, short - 1, mean + 0.2],
    ];
  },
  law: ([share, first, second]) =>
    mixed(logistic(share), exponentialLaw(Math.exp(first)), exponentialLaw(Math.exp(second))),
};
