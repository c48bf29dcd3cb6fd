import type {Family} from '../family.ts';
import {exponential} from './exponential.ts';
import {gamma} from './gamma.ts';
import {hyperexponential} from './hyperexponential.ts';
import {lognormal} from './lognormal.ts';
import {lognormalMixture} from './lognormalMixture.ts';
import {weibull} from './weibull.ts';

export const FAMILIES: readonly Family[] = [exponential, lognormal, gamma, weibull, hyperexponential, lognormalMixture];
