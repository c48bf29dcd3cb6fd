import type {Results} from '../../measure/results.ts';
import type {Chart} from './chart.ts';
import {coarse} from './coarse.ts';
import {flowGoals} from './goalsOf.ts';
import {panelsOf} from './panels.ts';
import {ratioPanels} from './ratioPanels.ts';
import {pointSpan} from './timeAxis.ts';

/** Few items are due in an interval: two days by interval, longer by hour or day. */
const MOST_POINTS = 100;

/** Shares are joined by what they are shares of. */
const canJoin = ({intervals}: Results): boolean => intervals.rows.every(({judgedDue}) => judgedDue !== undefined);

export const slaAttainment: Chart = {
  key: 'sla-attainment',
  title: 'SLA attainment by interval of the due date',
  needs: (results) => results.intervals.rows.some((row) => row.slaAttainment.some(({value}) => value !== null)),
  spec(results) {
    const {series, point} = coarse(results, canJoin(results) ? MOST_POINTS : Number.POSITIVE_INFINITY);
    const panels = panelsOf(series.rows, (row) => row.slaAttainment.some(({value}) => value !== null));
    return ratioPanels(
      'SLA attainment by interval of the due date',
      `Share of those due in each ${pointSpan(results, point)} that were completed by their due date`,
      results,
      series,
      panels.map(({name, row}) => ({
        name,
        value: row.slaAttainment.map(({value}) => value),
        halfWidth: row.slaAttainment.map(({halfWidth}) => halfWidth),
        goals: flowGoals(results, 'slaAttainment', 'slaSeconds', row.process, row.channel),
      })),
    );
  },
};
