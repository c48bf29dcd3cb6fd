import type {Results} from '../../measure/results.ts';

/** A Vega-Lite specification with its data inside. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/** One picture of the results. */
export interface Chart {
  /** File name without ending, anchor in the page. */
  readonly key: string;
  readonly title: string;
  /** False where the results have nothing to show in it. */
  needs(results: Results): boolean;
  spec(results: Results): ChartSpec;
}
