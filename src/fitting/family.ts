import type {Sample} from './sample.ts';

/** One part of a law, as the scenario language writes it: a kind of distribution and its parameters. */
export interface LawPart {
  readonly share: number;
  readonly kind: string;
  /** Quantities in the unit of the observations, then numbers without one, by their keys. */
  readonly quantities: Readonly<Record<string, number>>;
  readonly numbers: Readonly<Record<string, number>>;
}

/** A distribution of values above 0 with its parameters. */
export interface Law {
  /** Probability of more than x. */
  above(x: number): number;
  /** Probability between two values. */
  between(from: number, to: number): number;
  readonly mean: number;
  readonly sd: number;
  /** One part; of a mixture several, whose shares add up to 1. */
  readonly parts: readonly LawPart[];
}

/** A kind of law that is fitted by maximum likelihood. A new one is a file that exports this, and a line in `families/index.ts`. */
export interface Family {
  readonly name: string;
  readonly parameters: number;
  /** Observations seen whole from which it is tried. */
  readonly least: number;
  /** Where the search begins, once from each: any numbers, which `law` makes parameters of. */
  starts(sample: Sample): readonly (readonly number[])[];
  /** The law of these numbers; null outside what the language can say. */
  law(at: readonly number[]): Law | null;
}
