import {sampler} from '../../random/sampler.ts';
import type {AttributeSpec, SourceSpec} from '../../scenario/scenario.ts';
import type {AttributeValue, FeedContext} from '../context.ts';
import {sourceDraws} from '../draws.ts';

type Attributes = Readonly<Record<string, AttributeValue>>;

/**
 * Attributes the scenario gives the items of a log beside those of its columns: constant, or drawn by the number of
 * the row. A column of the same name comes first.
 */
export function drawnAttributes(
  source: SourceSpec,
  context: FeedContext,
): (number: number, own: Attributes) => Attributes {
  const drawn = Object.entries(source.attributes).map(([name, spec]): [string, (number: number) => AttributeValue] => [
    name,
    attributeDraw(name, spec, source.name, context),
  ]);
  if (drawn.length === 0) return (_, own) => own;
  return (number, own) => {
    const all: Record<string, AttributeValue> = {};
    for (const [name, draw] of drawn) all[name] = draw(number);
    return {...all, ...own};
  };
}

function attributeDraw(
  name: string,
  spec: AttributeSpec,
  source: string,
  context: FeedContext,
): (number: number) => AttributeValue {
  if (spec.kind === 'constant') return () => spec.value;
  const draws = sourceDraws(context, source, 'replayed', 'attribute', name);
  if (spec.kind === 'distribution') return (number) => sampler(spec.distribution, draws.at(number))();
  const total = spec.values.reduce((sum, {share}) => sum + share, 0);
  return (number) => {
    let left = draws.uniform(number) * total;
    const found = spec.values.find(({share}) => {
      left -= share;
      return left < 0;
    });
    return (found ?? spec.values.at(-1))?.value ?? null;
  };
}
