import {printable} from '../../language/show.ts';
import type {Chart} from './chart.ts';
import {coarse} from './coarse.ts';
import {groupGoals} from './goalsOf.ts';
import {MOST_PANELS} from './panels.ts';
import {ratioPanels} from './ratioPanels.ts';

export const occupancy: Chart = {
  key: 'occupancy',
  title: 'Occupancy by group',
  needs: (results) => results.intervals.groups.some((row) => row.occupancy.some((value) => value !== null)),
  spec(results) {
    const {series} = coarse(results);
    const seen = series.groups.filter((row) => row.occupancy.some((value) => value !== null));
    const agents = (row: (typeof seen)[number]) => row.onDutyAgents.reduce((a, b) => a + b, 0);
    const largest = new Set([...seen].sort((a, b) => agents(b) - agents(a)).slice(0, MOST_PANELS));
    const left = seen.length - largest.size;
    return ratioPanels(
      this.title,
      `Busy ÷ (busy + ready)${left > 0 ? `; the ${MOST_PANELS} largest of ${seen.length} groups` : ''}`,
      results,
      series,
      seen
        .filter((row) => largest.has(row))
        .map((row) => ({
          name: printable(row.group, 60),
          value: row.occupancy,
          halfWidth: row.occupancyHalfWidth,
          goals: groupGoals(results, 'occupancy', row.group),
        })),
    );
  },
};
