/** Charts of a comparison, in the order of the page. A new one is a file and a line here. */
import type {Comparison} from '../../../experiment/compare/index.ts';
import type {ChartSpec} from '../../charts/chart.ts';
import {goalSlopes} from './goalSlopes.ts';
import {intervalDifferences} from './intervalDifferences.ts';
import {waitsOverlaid} from './waitsOverlaid.ts';

export interface ComparisonChart {
  readonly key: string;
  readonly title: string;
  /** Null where there is nothing to show. */
  readonly spec: (comparison: Comparison) => ChartSpec | null;
}

export const COMPARISON_CHARTS: readonly ComparisonChart[] = [
  {key: 'goal-slopes', title: 'Goals, from current to candidate', spec: goalSlopes},
  {key: 'interval-differences', title: 'What the candidate changes, by time of arrival', spec: intervalDifferences},
  {key: 'waits-overlaid', title: 'How long items waited', spec: waitsOverlaid},
];
