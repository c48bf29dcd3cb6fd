import type {ArrivalBlock} from '../../model/arrivals.ts';
import {sampler} from '../../random/sampler.ts';
import type {Uniform} from '../../random/streams.ts';
import type {AttributeSpec, SourceSpec} from '../../scenario/scenario.ts';
import type {AttributeValue, Classified, FeedContext} from '../context.ts';
import {sourceStream} from '../draws.ts';

/** Above this, combinations of attribute values are classified anew for each item rather than kept. */
const MOST_KEPT = 65_536;

/** Writes what segmentation makes of each item: route, rule, report class, initial priority. */
export type FillClasses = (block: ArrivalBlock, count: number) => void;

/** One attribute: `next` draws it, as one of `codes` whole numbers where its values are few, or as the value itself. */
interface AttributeDraw {
  readonly name: string;
  readonly codes: number;
  next(): number;
  value(drawn: number): AttributeValue;
}

/**
 * Attributes are drawn each from a stream of its own, in order of the items. Where all have a few values only, an item
 * is the number of a combination, classified when it is first met; a value from a distribution is classified each time.
 */
export function classesOf(source: SourceSpec, index: number, context: FeedContext): FillClasses {
  const draws = Object.entries(source.attributes).map(([name, spec]) =>
    attributeDraw(name, spec, sourceStream(context, source.name, 'attribute', name)),
  );
  const channel = channelOf(source);
  const classify = (drawn: readonly number[]) =>
    context.classifier.classify(
      index,
      channel,
      Object.fromEntries(draws.map(({name, value}, i) => [name, value(drawn[i])])),
      Number.NaN,
    );
  const combinations = draws.reduce((product, {codes}) => product * codes, 1);
  if (combinations === 1) return fillSame(() => classify(draws.map(() => 0)));

  const known: (Classified | undefined)[] = [];
  const drawn = draws.map(() => 0);
  const next = (): Classified => {
    let code = 0;
    for (let i = 0; i < draws.length; i++) {
      drawn[i] = draws[i].next();
      code = code * draws[i].codes + drawn[i];
    }
    if (combinations > MOST_KEPT) return classify(drawn);
    const met = known[code];
    if (met !== undefined) return met;
    const classified = classify(drawn);
    known[code] = classified;
    return classified;
  };
  return (block, count) => {
    for (let i = 0; i < count; i++) write(block, i, next());
  };
}

/** Asked only when an item comes: classifying adds a report class. */
function fillSame(classify: () => Classified): FillClasses {
  let classified: Classified | null = null;
  return (block, count) => {
    if (count === 0) return;
    classified ??= classify();
    block.route.fill(classified.route, 0, count);
    block.rule.fill(classified.rule, 0, count);
    block.reportClass.fill(classified.reportClass, 0, count);
    block.initial.fill(classified.initial, 0, count);
  };
}

function write(block: ArrivalBlock, row: number, {route, rule, reportClass, initial}: Classified): void {
  block.route[row] = route;
  block.rule[row] = rule;
  block.reportClass[row] = reportClass;
  block.initial[row] = initial;
}

function attributeDraw(name: string, spec: AttributeSpec, uniform: Uniform): AttributeDraw {
  switch (spec.kind) {
    case 'constant':
      return {name, codes: 1, next: () => 0, value: () => spec.value};
    case 'shares':
      return {name, codes: spec.values.length, next: pick(spec.values, uniform), value: (i) => spec.values[i].value};
    case 'distribution':
      return {name, codes: Infinity, next: sampler(spec.distribution, uniform), value: (drawn) => drawn};
  }
}

/** Index of the value whose share the next uniform number falls in; what rounding leaves over is the last one's. */
function pick(values: readonly {readonly share: number}[], uniform: Uniform): () => number {
  let total = 0;
  const upTo = values.map(({share}) => {
    total += share;
    return total;
  });
  return () => {
    const at = uniform() * total;
    let i = 0;
    while (i < upTo.length - 1 && at >= upTo[i]) i++;
    return i;
  };
}

function channelOf(source: SourceSpec): string {
  if ('name' in source.channel) return source.channel.name;
  throw new Error(`${source.name} takes its channel from a column, but is not replayed`);
}
