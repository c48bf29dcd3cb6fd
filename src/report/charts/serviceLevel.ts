import type {Chart} from './chart.ts';
import {coarse} from './coarse.ts';
import {flowGoals} from './goalsOf.ts';
import {panelsOf} from './panels.ts';
import {ratioPanels} from './ratioPanels.ts';
import {pointSpan} from './timeAxis.ts';

export const serviceLevel: Chart = {
  key: 'service-level',
  title: 'Service level by interval of arrival',
  needs: (results) => results.intervals.rows.some((row) => row.serviceLevel.some(({value}) => value !== null)),
  spec(results) {
    const {series, point} = coarse(results);
    const panels = panelsOf(series.rows, (row) => row.serviceLevel.some(({value}) => value !== null));
    return ratioPanels(
      'Service level by interval of arrival',
      `Share of those offered in each ${pointSpan(results, point)} that were answered within the promised time`,
      results,
      series,
      panels.map(({name, row}) => ({
        name,
        value: row.serviceLevel.map(({value}) => value),
        halfWidth: row.serviceLevel.map(({halfWidth}) => halfWidth),
        goals: flowGoals(results, 'serviceLevel', 'answerWithinSeconds', row.process, row.channel),
      })),
    );
  },
};
