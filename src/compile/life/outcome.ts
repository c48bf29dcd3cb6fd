import type {SourceSpec} from '../../scenario/scenario.ts';

/** What compiling hands an outcome: who draws it, and numbers for names. */
export interface OutcomeContext {
  readonly source: SourceSpec;
  /** Which entry of its handling, from 0. */
  readonly at: number;
  /** Number of a duration that is drawn; `name` as in `spansOf`; -1 where the source has none. */
  span(name: string): number;
  readonly processes: readonly string[];
  /** Number of a source by name. */
  sourceOf(name: string): number;
}
