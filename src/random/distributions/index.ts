import type {DistributionKind} from '../kind.ts';
import {empirical} from './empirical.ts';
import {mixture} from './mixture.ts';
import {PARAMETRIC} from './parametric.ts';
import {poisson} from './poisson.ts';

export const DISTRIBUTIONS: readonly DistributionKind[] = [...PARAMETRIC, poisson, mixture, empirical];
