import type {IntervalSeries} from '../../measure/results.ts';
import type {Chart} from './chart.ts';
import {coarse} from './coarse.ts';
import {lineLayer} from './linePanel.ts';
import {panelHeight, stacked} from './stack.ts';
import {endInstant, localInstant, timeChannel, uncounted} from './timeAxis.ts';

const NAMES = ['on duty', 'busy', 'needed'];

export const agents: Chart = {
  key: 'agents',
  title: 'Agents on duty against agents needed',
  needs: (results) => results.intervals.groups.some((row) => row.onDutyAgents.some((count) => count > 0)),
  spec(results) {
    const {series, seconds} = coarse(results);
    const x = timeChannel(results, true);
    const grey = uncounted(results);
    return stacked(
      this.title,
      [
        'All groups. Needed: handling time of what arrived and was answered ÷ length of the interval',
        ...(grey.note === '' ? [] : [grey.note]),
      ],
      [
        {
          name: '',
          layer: [
            ...grey.layers(x),
            lineLayer(
              series.start.map(localInstant),
              [
                {name: 'on duty', values: summed(series, (row) => row.onDutyAgents), step: true},
                {name: 'busy', values: summed(series, (row) => row.busyAgents), step: true},
                {name: 'needed', values: needed(series, seconds), step: true},
              ],
              NAMES,
              x,
              {axis: {title: 'agents', tickCount: 6}, scale: {zero: true, nice: true}},
              endInstant(results),
            ),
          ],
        },
      ],
      panelHeight(1),
    );
  },
};

function summed(
  series: IntervalSeries,
  column: (row: IntervalSeries['groups'][number]) => readonly number[],
): number[] {
  return series.start.map((_, i) => series.groups.reduce((sum, row) => sum + (column(row)[i] ?? 0), 0));
}

function needed(series: IntervalSeries, seconds: readonly number[]): number[] {
  return seconds.map((length, i) => series.rows.reduce((sum, row) => sum + (row.handledSeconds[i] ?? 0), 0) / length);
}
