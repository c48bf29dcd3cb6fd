import {at} from './at.ts';
import {batch} from './batch.ts';
import type {ArrivalsKind} from './kind.ts';
import {perHour} from './perHour.ts';
import {perInterval} from './perInterval.ts';
import {backlog, replay} from './replayed.ts';
import {steps} from './steps.ts';

export const ARRIVALS: readonly ArrivalsKind[] = [perInterval, perHour, steps, at, batch, replay, backlog];
