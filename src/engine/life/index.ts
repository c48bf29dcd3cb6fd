/** Every outcome of handling, by kind: the only place where one is registered with the engine. */
import type {OutcomeRow} from '../../model/life.ts';
import {comesBack} from './comesBack.ts';
import {complete} from './complete.ts';
import {markDone} from './markDone.ts';
import type {Outcome} from './outcome.ts';
import {park} from './park.ts';
import {pending} from './pending.ts';
import {reclassify} from './reclassify.ts';
import {reschedule} from './reschedule.ts';
import {transfer} from './transfer.ts';
import {workOrder} from './workOrder.ts';

type Kinds = {readonly [Kind in OutcomeRow['kind']]: (row: Extract<OutcomeRow, {kind: Kind}>) => Outcome};

const KINDS: Kinds = {
  comesBack,
  complete,
  markDone,
  park,
  pending,
  reclassify,
  reschedule,
  transfer,
  workOrder,
};

/** What a row of the model does. */
export function outcomeOf(row: OutcomeRow): Outcome {
  return (KINDS[row.kind] as (row: OutcomeRow) => Outcome)(row);
}
