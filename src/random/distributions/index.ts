import type {DistributionKind} from '../kind.ts';
import {constant} from './constant.ts';
import {empirical} from './empirical.ts';
import {erlang} from './erlang.ts';
import {exponential} from './exponential.ts';
import {gamma} from './gamma.ts';
import {lognormal} from './lognormal.ts';
import {mixture} from './mixture.ts';
import {normal} from './normal.ts';
import {poisson} from './poisson.ts';
import {triangular} from './triangular.ts';
import {uniform} from './uniform.ts';
import {weibull} from './weibull.ts';

export const DISTRIBUTIONS: readonly DistributionKind[] = [
  constant,
  exponential,
  uniform,
  triangular,
  normal,
  lognormal,
  gamma,
  erlang,
  weibull,
  poisson,
  mixture,
  empirical,
];
