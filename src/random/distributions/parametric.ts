import type {DistributionKind} from '../kind.ts';
import {constant} from './constant.ts';
import {erlang} from './erlang.ts';
import {exponential} from './exponential.ts';
import {gamma} from './gamma.ts';
import {lognormal} from './lognormal.ts';
import {normal} from './normal.ts';
import {triangular} from './triangular.ts';
import {uniform} from './uniform.ts';
import {weibull} from './weibull.ts';

/** All that is given by parameters alone; any of them may be a part of a mixture. */
export const PARAMETRIC: readonly DistributionKind[] = [
  constant,
  exponential,
  uniform,
  triangular,
  normal,
  lognormal,
  gamma,
  erlang,
  weibull,
];
