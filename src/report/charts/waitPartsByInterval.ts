import type {Results} from '../../measure/results.ts';
import {WIDTH} from '../theme.ts';
import {PART_LABELS, PART_NAMES, type PartName} from '../waitParts.ts';
import type {Chart} from './chart.ts';
import {pointsOf} from './coarse.ts';
import {rounded} from './linePanel.ts';
import {localInstant, pointSpan, replicationNote, timeChannel} from './timeAxis.ts';
import {PART_CONFIG, partColor} from './waitParts.ts';

/** Of all processes: hours waited by items that arrived in each interval, by what stood in the way. */
export const waitPartsByInterval: Chart = {
  key: 'wait-parts-by-interval',
  title: 'When it was waited for what',
  needs: ({intervals}) => (intervals.waitParts ?? []).length > 0,
  spec(results) {
    const {spans, point} = pointsOf(results.intervals.start);
    const sums = PART_NAMES.map((part) => spans.map(({first, end}) => hoursOf(results, part, first, end)));
    const met = PART_NAMES.filter((_, part) => sums[part].some((hours) => hours > 0));
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: [
          `Hours that items arriving in each ${pointSpan(results, point)} waited, all processes`,
          replicationNote(results, false),
        ].filter((line) => line !== ''),
      },
      width: WIDTH,
      height: 220,
      data: {
        values: met.flatMap((part, order) =>
          spans.map(({first}, i) => ({
            at: localInstant(results.intervals.start[first]),
            part: PART_LABELS[part],
            order,
            hours: rounded(sums[PART_NAMES.indexOf(part)][i]),
          })),
        ),
      },
      mark: {type: 'area', interpolate: 'step-after', line: false},
      encoding: {
        x: {...timeChannel(results, true), field: 'at'},
        y: {field: 'hours', type: 'quantitative', stack: 'zero', axis: {title: 'hours waited', tickCount: 5}},
        order: {field: 'order', type: 'quantitative'},
        color: partColor(met),
      },
      config: PART_CONFIG,
    };
  },
};

function hoursOf({intervals}: Results, part: PartName, first: number, end: number): number {
  let seconds = 0;
  for (const of of intervals.waitParts ?? [])
    for (let interval = first; interval < end; interval++) seconds += of.seconds[part]?.[interval] ?? 0;
  return seconds / 3600;
}
