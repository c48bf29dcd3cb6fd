import {type ArrivalBlock, BLOCK_ROWS} from '../../model/arrivals.ts';
import type {Fill} from '../../random/kind.ts';
import {fillSampler} from '../../random/sampler.ts';
import type {Uniform} from '../../random/streams.ts';
import type {AttributeSpec, SourceSpec} from '../../scenario/scenario.ts';
import type {AttributeValue, Classified, Classifier, FeedContext} from '../context.ts';
import {sourceStream} from '../draws.ts';

/** Above this, combinations of attribute values are classified anew for each item rather than kept. */
const MOST_KEPT = 65_536;

/** Writes what segmentation makes of each item: route, rule, report class, initial priority. */
export type FillClasses = (block: ArrivalBlock, count: number) => void;

/** One attribute: `fill` draws a column of it, as one of `codes` whole numbers, or as the value where `codes` is Infinity. */
interface AttributeDraw {
  readonly name: string;
  readonly codes: number;
  readonly fill: Fill;
  readonly drawn: Float64Array;
  value(drawn: number): AttributeValue;
}

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
  const classify = (row: number) =>
    classifier.classify(
      index,
      channel,
      Object.fromEntries(deciding.map(({name, value, drawn}) => [name, value(drawn[row])])),
      Number.NaN,
    );

  const kept = new Map<number, Met>();
  const meet = (code: number, row: number): Met => {
    const met = metOf(classify(row), classifier, values);
    if (code >= 0) kept.set(code, met);
    return met;
  };
  const codes = new Float64Array(BLOCK_ROWS);
  const varying = deciding.filter((draw) => draw.codes > 1);
  const combinations = varying.reduce((product, draw) => product * draw.codes, 1);
  return (block, count) => {
    if (count === 0) return;
    for (const draw of varying) draw.fill(draw.drawn, count);
    for (const draw of values) draw.fill(draw.drawn, count);
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

function fillCodes(codes: Float64Array, count: number, draws: readonly AttributeDraw[]): void {
  codes.fill(0, 0, count);
  for (const draw of draws)
    for (let row = 0; row < count; row++) codes[row] = codes[row] * draw.codes + draw.drawn[row];
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

function attributeDraw(name: string, spec: AttributeSpec, uniform: Uniform): AttributeDraw {
  const drawn = new Float64Array(BLOCK_ROWS);
  switch (spec.kind) {
    case 'constant':
      return {name, codes: 1, drawn, fill: () => {}, value: () => spec.value};
    case 'shares': {
      const {values} = spec;
      return {name, codes: values.length, drawn, fill: pick(values, uniform), value: (i) => values[i].value};
    }
    case 'distribution':
      return {name, codes: Infinity, drawn, fill: fillSampler(spec.distribution, uniform), value: (value) => value};
  }
}

/** Indices of the values whose shares the next uniform numbers fall in; what rounding leaves over is the last one's. */
function pick(values: readonly {readonly share: number}[], uniform: Uniform): Fill {
  let total = 0;
  const upTo = values.map(({share}) => {
    total += share;
    return total;
  });
  const last = upTo.length - 1;
  return (out, count) => {
    for (let row = 0; row < count; row++) {
      const at = uniform() * total;
      let i = 0;
      while (i < last && at >= upTo[i]) i++;
      out[row] = i;
    }
  };
}

function channelOf(source: SourceSpec): string {
  if ('name' in source.channel) return source.channel.name;
  throw new Error(`${source.name} takes its channel from a column, but is not replayed`);
}
