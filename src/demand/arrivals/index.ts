import type {ArrivalsSpec} from '../../scenario/scenario.ts';
import {at} from './at.ts';
import {batch} from './batch.ts';
import type {ArrivalsKind} from './kind.ts';
import {opened} from './opened.ts';
import {perHour} from './perHour.ts';
import {perInterval} from './perInterval.ts';
import {backlog, replay} from './replayed.ts';
import {steps} from './steps.ts';

const COMING: readonly ArrivalsKind[] = [perInterval, perHour, steps, at, batch, replay, backlog];
const OPENED: ArrivalsKind = opened((arrivals, ...rest) => kindOf(arrivals).expected(arrivals, ...rest));

export const ARRIVALS: readonly ArrivalsKind[] = [...COMING, OPENED];

export function kindOf(arrivals: ArrivalsSpec): ArrivalsKind {
  const kind = ARRIVALS.find((one) => one.kind === arrivals.kind);
  if (kind === undefined) throw new Error(`no arrivals are of kind ${arrivals.kind}`);
  return kind;
}
