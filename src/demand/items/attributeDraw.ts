import {BLOCK_ROWS} from '../../model/arrivals.ts';
import type {Fill} from '../../random/kind.ts';
import {fillSampler} from '../../random/sampler.ts';
import type {Uniform} from '../../random/streams.ts';
import type {AttributeSpec} from '../../scenario/scenario.ts';
import type {AttributeValue} from '../context.ts';

/** One attribute: `fill` draws a column of it, as one of `codes` whole numbers, or as the value where `codes` is Infinity. */
export interface AttributeDraw {
  readonly name: string;
  readonly codes: number;
  readonly fill: Fill;
  readonly drawn: Float64Array;
  value(drawn: number): AttributeValue;
}

export function attributeDraw(name: string, spec: AttributeSpec, uniform: Uniform): AttributeDraw {
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

/** Each row as one whole number: which combination of the values of draws with `codes`. */
export function fillCodes(codes: Float64Array, count: number, draws: readonly AttributeDraw[]): void {
  codes.fill(0, 0, count);
  for (const draw of draws)
    for (let row = 0; row < count; row++) codes[row] = codes[row] * draw.codes + draw.drawn[row];
}

/** The values drawn for a row, by name. */
export const valuesOf = (draws: readonly AttributeDraw[], row: number): Record<string, AttributeValue> =>
  Object.fromEntries(draws.map(({name, value, drawn}) => [name, value(drawn[row])]));
