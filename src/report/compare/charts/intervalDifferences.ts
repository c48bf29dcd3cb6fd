import type {Comparison, IntervalDifference} from '../../../experiment/compare/index.ts';
import {printable} from '../../../language/show.ts';
import type {ChartSpec} from '../../charts/chart.ts';
import {seriesChannels} from '../../charts/linePanel.ts';
import {panelHeight, stacked} from '../../charts/stack.ts';
import {localInstant, timeChannel} from '../../charts/timeAxis.ts';
import {MUTED} from '../../theme.ts';

const MOST_PANELS = 8;
const LABELS = {serviceLevel: 'service level', slaAttainment: 'SLA attainment', wait: 'mean wait'} as const;

interface Panel {
  readonly process: string;
  readonly metric: IntervalDifference['metric'];
}

/** Candidate less current over time, a panel for each process and what it promises, with 95 % bands. */
export function intervalDifferences(comparison: Comparison): ChartSpec | null {
  const all = panelsOf(comparison);
  const panels = all.slice(0, MOST_PANELS);
  if (panels.length === 0) return null;
  const names = comparison.candidates.map(({name}) => printable(name, 40));
  const {point} = comparison.candidates[0].intervals;
  return stacked(
    'What the candidate changes, by time of arrival',
    [
      `Candidate less current in each ${point === 'interval' ? 'interval' : point}, points of a share or time waited; band: 95 % of each by itself`,
      `${comparison.replications} replications${all.length > panels.length ? `; the first ${MOST_PANELS} of ${all.length}` : ''}`,
    ],
    panels.map((panel, i) => ({
      name: `${printable(panel.process, 48)}: ${LABELS[panel.metric]}`,
      notes: [],
      layer: layers(comparison, names, panel, i === panels.length - 1),
    })),
    panelHeight(panels.length),
  );
}

/** What is promised of a process where something is, else its waits; where any candidate changes it. */
function panelsOf({candidates}: Comparison): Panel[] {
  const rows = candidates.flatMap(({intervals}) => intervals.rows);
  const promised = new Set(rows.filter(({metric}) => metric !== 'wait').map(({process}) => process));
  const panels = new Map<string, Panel>();
  for (const {process, metric, difference} of rows) {
    const wanted = metric !== 'wait' || !promised.has(process);
    if (wanted && difference.some(({value}) => value !== null && value !== 0))
      panels.set(JSON.stringify([process, metric]), {process, metric});
  }
  return [...panels.values()];
}

function layers({candidates, horizon}: Comparison, names: readonly string[], {process, metric}: Panel, last: boolean) {
  const scale = metric === 'wait' ? 1 / 60 : 100;
  const values = candidates.flatMap(({intervals}, k) => {
    const row = intervals.rows.find((one) => one.process === process && one.metric === metric);
    return intervals.start.map((start, i) => {
      const {value = null, halfWidth = null} = row?.difference[i] ?? {};
      const known = value === null ? null : value * scale;
      const half = known === null || halfWidth === null ? null : halfWidth * scale;
      return {
        at: localInstant(start),
        series: names[k],
        value: known,
        low: known === null || half === null ? null : known - half,
        high: known === null || half === null ? null : known + half,
      };
    });
  });
  const x = timeChannel({horizon, intervals: candidates[0].intervals}, last);
  const y = {type: 'quantitative', axis: {title: metric === 'wait' ? 'minutes' : 'points', tickCount: 4}};
  const {color, strokeDash} = seriesChannels(names);
  const legend = {legend: names.length > 1 ? {symbolType: 'stroke', symbolOpacity: 1} : null};
  return [
    {
      data: {values: [{zero: 0}]},
      mark: {type: 'rule', color: MUTED, strokeWidth: 1},
      encoding: {y: {field: 'zero', ...y}},
    },
    {
      data: {values},
      mark: {type: 'area', opacity: 0.2, interpolate: 'linear'},
      encoding: {x, y: {field: 'low', ...y}, y2: {field: 'high'}, color: {...color, ...legend}},
    },
    {
      data: {values},
      mark: {type: 'line'},
      encoding: {
        x,
        y: {field: 'value', ...y},
        color: {...color, ...legend},
        strokeDash: {...strokeDash, ...legend},
      },
    },
  ];
}
