import {type ArrivalBlock, BLOCK_ROWS} from '../../model/arrivals.ts';
import type {SourceSpec} from '../../scenario/scenario.ts';
import type {Classified, Classifier, FeedContext} from '../context.ts';
import {sourceStream} from '../draws.ts';
import {type AttributeDraw, attributeDraw, fillCodes, valuesOf} from './attributeDraw.ts';
import {broughtOf, takesAlong} from './brought.ts';

/** Above this, combinations of attribute values are classified anew for each item rather than kept. */
const MOST_KEPT = 65_536;

/** Writes what segmentation makes of each item: route, rule, report class, initial priority; and what it takes along. */
export type FillClasses = (block: ArrivalBlock, count: number) => void;

/** A combination of values, classified; `initial` the column its items take their own initial priority from. */
interface Met {
  readonly classified: Classified;
  readonly initial: Float64Array | null;
}

/**
 * Attributes are drawn each from a stream of its own, in order of the items. An item is the number of a combination of
 * values, classified when it is first met. A value from a distribution is no part of it where it can only be a priority
 * to start from; where it decides more, each item is classified anew.
 */
export function classesOf(source: SourceSpec, index: number, context: FeedContext): FillClasses {
  const {classifier} = context;
  const all = Object.entries(source.attributes).map(([name, spec]) =>
    attributeDraw(name, spec, sourceStream(context, source.name, 'attribute', name)),
  );
  const isValue = ({name, codes}: AttributeDraw) => codes === Infinity && !classifier.decides(name);
  const values = all.filter(isValue);
  const deciding = all.filter((draw) => !isValue(draw));
  const channel = channelOf(source);
  const classify = (row: number) => classifier.classify(index, channel, valuesOf(deciding, row), Number.NaN);

  const kept = new Map<number, Met>();
  const meet = (code: number, row: number): Met => {
    const met = metOf(classify(row), classifier, values);
    if (code >= 0) kept.set(code, met);
    return met;
  };
  const codes = new Float64Array(BLOCK_ROWS);
  const varying = deciding.filter((draw) => draw.codes > 1);
  const combinations = varying.reduce((product, draw) => product * draw.codes, 1);
  const takeAlong = takesAlong(source, context) ? broughtOf(all, channel) : null;
  return (block, count) => {
    if (count === 0) return;
    for (const draw of varying) draw.fill(draw.drawn, count);
    for (const draw of values) draw.fill(draw.drawn, count);
    takeAlong?.(block, count);
    if (combinations === 1) {
      fillSame(block, count, kept.get(0) ?? meet(0, 0));
      return;
    }
    if (combinations > MOST_KEPT) codes.fill(-1, 0, count);
    else fillCodes(codes, count, varying);
    for (let row = 0; row < count; row++) write(block, row, kept.get(codes[row]) ?? meet(codes[row], row));
  };
}

function metOf(classified: Classified, classifier: Classifier, values: readonly AttributeDraw[]): Met {
  const from = classifier.initialFrom(classified.rule);
  return {classified, initial: values.find(({name}) => name === from)?.drawn ?? null};
}

function fillSame(block: ArrivalBlock, count: number, {classified, initial}: Met): void {
  block.route.fill(classified.route, 0, count);
  block.rule.fill(classified.rule, 0, count);
  block.reportClass.fill(classified.reportClass, 0, count);
  if (initial === null) block.initial.fill(classified.initial, 0, count);
  else block.initial.set(initial.subarray(0, count));
}

function write(block: ArrivalBlock, row: number, {classified, initial}: Met): void {
  block.route[row] = classified.route;
  block.rule[row] = classified.rule;
  block.reportClass[row] = classified.reportClass;
  block.initial[row] = initial === null ? classified.initial : initial[row];
}

function channelOf(source: SourceSpec): string {
  if ('name' in source.channel) return source.channel.name;
  throw new Error(`${source.name} takes its channel from a column, but is not replayed`);
}
