import type {z} from '../../language/schema.ts';
import type {Piece} from '../../model/curves.ts';
import type {PrioritySpec} from './spec.ts';

/** What a curve is made for: a process's bounds, the time its items are allowed, and what one item brings itself. */
export interface Given {
  /** Initial value of the item's own: stands where the scheme's (or `from`) would. */
  readonly initial?: number;
  /** Bounds of the process, see `placed` in bounds.ts. */
  readonly from?: number;
  readonly to?: number;
  /** Due minus arrival on the process's clock, may be negative; null: never due. */
  readonly allowedMs: number | null;
}

/** What an entry of `routing.priorities` is, but for its name. */
export type PriorityRead = Omit<PrioritySpec, 'name'>;

/**
 * One way of writing a priority curve: a file of this folder. It states its keys, says which keys give it away, and
 * compiles to pieces that start at age 0. Methods are pure.
 */
export interface PriorityForm<Keys = unknown> {
  readonly form: string;
  /** One sentence for the reference: what it says and what its keys mean. */
  readonly doc: string;
  readonly schema: z.ZodType<Keys>;
  /** Whether an entry with these keys is of this form; asked in the order of PRIORITY_FORMS, the last takes the rest. */
  meantBy(names: ReadonlySet<string>): boolean;
  read(keys: Keys): PriorityRead;
  pieces(keys: Keys, given: Given): Piece[];
  /** Value at age 0 of the curve without an initial value of the item's own. */
  initial(keys: Keys, given: Given): number;
  /** Whether an initial value of the item's own only adds to the curve (see Curves.additive). */
  additive(keys: Keys, given: Given): boolean;
  /** Whether the curve has a top that `to` may replace. */
  hasTop(keys: Keys): boolean;
  /** Keys that mean nothing where nothing is ever due, as written: `atSla`, `reprioritize[1].from`. */
  needsDue(keys: Keys): readonly string[];
}
