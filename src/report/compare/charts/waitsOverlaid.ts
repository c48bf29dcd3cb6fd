import type {Comparison} from '../../../experiment/compare/index.ts';
import {printable} from '../../../language/show.ts';
import type {WaitDistribution} from '../../../measure/results.ts';
import type {ChartSpec} from '../../charts/chart.ts';
import {durationAxis} from '../../charts/durationAxis.ts';
import {seriesChannels} from '../../charts/linePanel.ts';
import {panelName} from '../../charts/panels.ts';
import {panelHeight, stacked} from '../../charts/stack.ts';
import {waitSteps} from '../../charts/waits.ts';

const MOST_PANELS = 6;
const LEAST_SHOWN = 60;

/** How long items waited under each, a panel a process and channel. */
export function waitsOverlaid({current, candidates, replications}: Comparison): ChartSpec | null {
  const sides = [current, ...candidates].map(({name, waits}) => ({name: printable(name, 40), waits}));
  const all = new Map(sides.flatMap(({waits}) => waits.map((row) => [panelName(row), row] as const)));
  const panels = [...all].slice(0, MOST_PANELS);
  if (panels.length === 0) return null;
  const names = sides.map(({name}) => name);
  return stacked(
    'How long items waited',
    [
      'Share of offered that waited at most so long, to answer or to hanging up; logarithmic time',
      `${replications} replications${all.size > panels.length ? `; the first ${MOST_PANELS} of ${all.size}` : ''}`,
    ],
    panels.map(([name], i) => {
      const rows = sides.map(({waits}) => waits.find((row) => panelName(row) === name));
      return {name, layer: [lines(rows, names, i === panels.length - 1)]};
    }),
    panelHeight(panels.length),
  );
}

function lines(rows: readonly (WaitDistribution | undefined)[], names: readonly string[], last: boolean) {
  const most = Math.max(LEAST_SHOWN, ...rows.map((row) => row?.atSeconds.at(-1) ?? 0));
  const values = rows.flatMap((row, k) =>
    row === undefined ? [] : waitSteps(row, most).map((step) => ({...step, series: names[k]})),
  );
  return {
    data: {values},
    mark: {type: 'line', interpolate: 'step-after'},
    encoding: {
      x: {
        field: 'at',
        type: 'quantitative',
        ...durationAxis(
          values.map(({at}) => at),
          last ? 'wait' : '',
        ),
      },
      y: {
        field: 'share',
        type: 'quantitative',
        scale: {domain: [0, 1]},
        axis: {title: 'share', format: '.0%', tickCount: 4},
      },
      ...seriesChannels(names),
    },
  };
}
