import {type ArrivalBlock, BLOCK_ROWS} from '../../model/arrivals.ts';
import type {Brought} from '../../model/moves.ts';
import type {SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {type AttributeDraw, fillCodes, valuesOf} from './attributeDraw.ts';

/** Above this, what items bring is made for each anew rather than kept by combination of values. */
const MOST_KEPT = 65_536;

/** Whether items take what they brought along: they may move, or be won. */
export const takesAlong = ({handling = [], lead}: SourceSpec, {reassigns = false}: FeedContext): boolean =>
  reassigns || lead !== undefined || handling.some(({kind}) => kind === 'reclassify' || kind === 'transfer');

/** Writes what each item of a block brings; what its attributes have drawn stands there already. */
export function broughtOf(
  draws: readonly AttributeDraw[],
  channel: string,
): (block: ArrivalBlock, count: number) => void {
  const made = (row: number): Brought => ({channel, attributes: valuesOf(draws, row), priority: Number.NaN});
  const varying = draws.filter(({codes}) => codes > 1);
  const combinations = varying.reduce((product, draw) => product * draw.codes, 1);
  if (combinations > MOST_KEPT)
    return (block, count) => {
      for (let row = 0; row < count; row++) block.brought[row] = made(row);
    };
  const kept = new Map<number, Brought>();
  const codes = new Float64Array(BLOCK_ROWS);
  return (block, count) => {
    fillCodes(codes, count, varying);
    for (let row = 0; row < count; row++) {
      let brought = kept.get(codes[row]);
      if (brought === undefined) {
        brought = made(row);
        kept.set(codes[row], brought);
      }
      block.brought[row] = brought;
    }
  };
}
