import type {WaitDistribution} from '../../measure/results.ts';
import {CONFIG, WIDTH} from '../theme.ts';
import type {Chart} from './chart.ts';
import {durationAxis} from './durationAxis.ts';
import {legendFor, rounded, seriesChannels} from './linePanel.ts';
import {panelName} from './panels.ts';

const MOST_LINES = 8;
/** A logarithmic axis has no zero: it begins here, with all who waited no longer. */
const FIRST_SECOND = 1;
/** The axis goes at least so far. */
const LEAST_SHOWN = 60;

export const waits: Chart = {
  key: 'waits',
  title: 'How long items waited',
  needs: (results) => results.waits.some((row) => row.share.length > 0),
  spec(results) {
    const offered = (process: string, channel: string) =>
      results.intervals.rows
        .filter((row) => row.process === process && row.channel === channel)
        .reduce((sum, row) => sum + row.offered.reduce((a, b) => a + b, 0), 0);
    const largest = new Set(
      [...results.waits]
        .sort((a, b) => offered(b.process, b.channel) - offered(a.process, a.channel))
        .slice(0, MOST_LINES),
    );
    const shown = results.waits.filter((row) => largest.has(row));
    const names = shown.map(panelName);
    const most = shown.reduce((last, row) => Math.max(last, row.atSeconds.at(-1) ?? 0), LEAST_SHOWN);
    const values = shown.flatMap((row, i) => waitSteps(row, most).map((step) => ({...step, series: names[i]})));
    const left = results.waits.length - shown.length;
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: [
          'Share of offered that waited at most so long, to answer or to hanging up; logarithmic time',
          ...(left > 0 ? [`The ${MOST_LINES} with most offered of ${results.waits.length}`] : []),
        ],
      },
      width: WIDTH,
      height: 300,
      data: {values},
      mark: {type: 'line', interpolate: 'step-after'},
      encoding: {
        x: {
          field: 'at',
          type: 'quantitative',
          ...durationAxis(
            values.map(({at}) => at),
            'wait',
          ),
        },
        y: {
          field: 'share',
          type: 'quantitative',
          scale: {domain: [0, 1]},
          axis: {title: 'share of offered', format: '.0%', tickCount: 5},
        },
        ...seriesChannels(names),
      },
      config: {...CONFIG, legend: {...CONFIG.legend, ...legendFor(names)}},
    };
  },
};

/** The share as it stands from the first second to the last shown, known from each of its steps on. */
export function waitSteps({atSeconds, share}: WaitDistribution, most: number): {at: number; share: number}[] {
  const before = atSeconds.filter((at) => at <= FIRST_SECOND).length;
  const later = atSeconds.slice(before).map((at, i) => ({at, share: rounded(share[before + i] ?? 0)}));
  const first = before > 0 ? (share[before - 1] ?? 0) : 0;
  return [{at: FIRST_SECOND, share: rounded(first)}, ...later, {at: most, share: rounded(share.at(-1) ?? 0)}];
}
