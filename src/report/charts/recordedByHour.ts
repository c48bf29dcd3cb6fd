import type {RecordedComparison, Results} from '../../measure/results.ts';
import type {Chart} from './chart.ts';
import {durationUnit, inUnit} from './durationUnit.ts';
import {lineLayer} from './linePanel.ts';
import {isRare, leftOut} from './rare.ts';
import {panelHeight, stacked} from './stack.ts';

const NAMES = ['recorded', 'simulated'];

export const recordedByHour: Chart = {
  key: 'recorded-by-hour',
  title: 'Simulated against recorded, by hour of the day',
  needs: (results) => (results.recorded?.byHourOfDay.length ?? 0) > 0,
  spec(results) {
    const {hours, rare} = hoursOf(results.recorded);
    const rows = everyHour(hours);
    const at = rows.map(({hour}) => hour);
    const seen = rows.filter((row) => row.recordedMeanWaitSeconds !== null || row.simulatedMeanWaitSeconds !== null);
    const first = seen[0]?.hour ?? 0;
    const last = seen.at(-1)?.hour ?? 23;
    const values = Array.from({length: last - first + 1}, (_, i) => first + i);
    const x = {field: 'at', type: 'quantitative', scale: {domain: [first, Math.max(last, first + 1)], nice: false}};
    const axis = (labelled: boolean) =>
      labelled
        ? {
            title: `hour of arrival, local time (${results.horizon.zone})`,
            values,
            labelExpr: "format(datum.value, '02d') + ':00'",
            labelOverlap: true,
          }
        : {title: null, labels: false, ticks: false, values};
    const share = {axis: {title: 'share', format: '.0%', tickCount: 4}, scale: {zero: true, nice: true}};
    const within = results.recorded?.rows[0]?.recorded.withinSeconds ?? null;
    const unit = durationUnit(rows.flatMap((row) => [row.recordedMeanWaitSeconds, row.simulatedMeanWaitSeconds]));
    const panels = [
      {
        name: 'Mean wait',
        recorded: inUnit(
          rows.map((row) => row.recordedMeanWaitSeconds),
          unit,
        ),
        simulated: inUnit(
          rows.map((row) => row.simulatedMeanWaitSeconds),
          unit,
        ),
        y: {axis: {title: unit.name, tickCount: 4}, scale: {zero: true, nice: true}},
      },
      {
        name: within === null ? 'Answered in time' : `Answered within ${within} s`,
        recorded: rows.map((row) => row.recordedWithin),
        simulated: rows.map((row) => row.simulatedWithin),
        y: {...share, scale: {domain: [0, 1]}},
      },
      {
        name: 'Abandonment',
        recorded: rows.map((row) => row.recordedAbandonment),
        simulated: rows.map((row) => row.simulatedAbandonment),
        y: share,
      },
    ].filter((panel) => [...panel.recorded, ...panel.simulated].some((value) => (value ?? 0) > 0));
    return stacked(
      this.title,
      rare > 0 ? [leftOut(rare === 1 ? '1 hour' : `${rare} hours`)] : [],
      panels.map((panel, i) => ({
        name: panel.name,
        layer: [
          {
            ...lineLayer(
              at,
              [
                {name: 'recorded', values: panel.recorded},
                {name: 'simulated', values: panel.simulated},
              ],
              NAMES,
              {...x, axis: axis(i === panels.length - 1)},
              panel.y,
            ),
            mark: {type: 'line', point: {size: 26}},
          },
        ],
      })),
      panelHeight(panels.length),
      {scale: {color: 'shared', strokeDash: 'shared'}},
    );
  },
};

type HourRow = RecordedComparison['byHourOfDay'][number];

/** Hours of some contacts, and how many others there are. */
function hoursOf(recorded: Results['recorded']): {readonly hours: readonly HourRow[]; readonly rare: number} {
  if (!recorded) return {hours: [], rare: 0};
  const offered = new Map<number, number>();
  for (const {start, recordedOffered} of recorded.byInterval) {
    const hour = Number(start.slice(11, 13));
    offered.set(hour, (offered.get(hour) ?? 0) + recordedOffered);
  }
  const hours = recorded.byHourOfDay.filter(({hour}) => !isRare(recorded, offered.get(hour) ?? 0));
  return {hours, rare: recorded.byHourOfDay.length - hours.length};
}

/** From the first hour seen to the last; hours without arrivals have nothing, so that no line runs across them. */
function everyHour(rows: readonly HourRow[]) {
  const seen = new Map(rows.map((row) => [row.hour, row]));
  const hours = [...seen.keys()];
  const first = Math.min(...hours);
  return Array.from({length: Math.max(...hours) - first + 1}, (_, i) => {
    const nothing = {
      hour: first + i,
      recordedMeanWaitSeconds: null,
      simulatedMeanWaitSeconds: null,
      recordedWithin: null,
      simulatedWithin: null,
      recordedAbandonment: null,
      simulatedAbandonment: null,
    };
    return seen.get(first + i) ?? nothing;
  });
}
