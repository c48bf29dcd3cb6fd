import type {IntervalRow} from '../../measure/results.ts';
import {AREAS, GOAL, INK} from '../theme.ts';
import type {Chart} from './chart.ts';
import {coarse} from './coarse.ts';
import {rounded} from './linePanel.ts';
import {type Panel, panelsOf} from './panels.ts';
import {panelHeight, stacked} from './stack.ts';
import {endInstant, localInstant, replicationNote, timeChannel, uncounted} from './timeAxis.ts';

const PARTS = ['in hand', 'not started'];
const OVERDUE = 'overdue (dashed line)';

export const backlog: Chart = {
  key: 'backlog',
  title: 'Backlog by process',
  needs: (results) =>
    results.intervals.rows.some((row) => row.backlogNotStarted.some((n, i) => n + (row.backlogInHand[i] ?? 0) > 0)),
  spec(results) {
    const {series, point} = coarse(results);
    const grey = uncounted(results);
    const joined = point === 'interval' ? null : endInstant(results);
    const panels = panelsOf(series.rows, (row) =>
      row.backlogNotStarted.some((count, i) => count + (row.backlogInHand[i] ?? 0) > 0),
    );
    const at = series.start.map(localInstant);
    const overdue = panels.some(({row}) => late(row));
    return stacked(
      this.title,
      [
        `Items not finished, ${joined === null ? 'at the start of each interval' : `at the fullest moment of each ${point}`}${overdue ? '; overdue ones are among both' : ''}`,
        [replicationNote(results), grey.note].filter((part) => part !== '').join('; '),
      ],
      panels.map((panel, i) => ({
        name: panel.name,
        layer: [
          ...grey.layers(timeChannel(results, i === panels.length - 1)),
          ...layers(at, panel, timeChannel(results, i === panels.length - 1), overdue, joined),
        ],
      })),
      panelHeight(panels.length),
      {scale: {color: 'shared', fillOpacity: 'shared', strokeDash: 'shared'}},
    );
  },
};

/**
 * Two areas one on the other, the band of their sum, and the overdue among them as a line. From instant to instant, or,
 * where intervals are joined, held over each until the end of the last.
 */
function layers(
  start: readonly string[],
  {row}: Panel,
  x: Record<string, unknown>,
  overdue: boolean,
  heldUntil: string | null,
) {
  const interpolate = heldUntil === null ? 'linear' : 'step-after';
  const at = heldUntil === null ? start : [...start, heldUntil];
  const last = start.length - 1;
  const of = (values: readonly number[], i: number) => values[Math.min(i, last)] ?? 0;
  const sum = at.map((_, i) => of(row.backlogNotStarted, i) + of(row.backlogInHand, i));
  const areas = at.flatMap((instant, i) => [
    {at: instant, part: 'in hand', low: 0, high: rounded(of(row.backlogInHand, i))},
    {at: instant, part: 'not started', low: rounded(of(row.backlogInHand, i)), high: rounded(sum[i] ?? 0)},
  ]);
  const band = at.flatMap((instant, i) => {
    const half = row.backlogHalfWidth[Math.min(i, last)] ?? null;
    const middle = sum[i] ?? 0;
    return half === null ? [] : [{at: instant, low: rounded(Math.max(0, middle - half)), high: rounded(middle + half)}];
  });
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    stack: null,
    scale: {zero: true, nice: true},
    axis: {title: 'items', tickCount: 4},
  });
  return [
    {
      data: {values: areas},
      mark: {type: 'area', interpolate},
      encoding: {
        x,
        y: y('low'),
        y2: {field: 'high'},
        color: {
          field: 'part',
          type: 'nominal',
          sort: null,
          scale: {domain: [...PARTS, ...(overdue ? [OVERDUE] : [])], range: [AREAS.inHand, AREAS.notStarted, GOAL]},
          legend: {symbolType: 'square', symbolSize: 120},
        },
      },
    },
    ...(band.length > 0
      ? [
          {
            data: {values: band},
            mark: {type: 'area', color: INK, opacity: 0.16, interpolate},
            encoding: {x, y: y('low'), y2: {field: 'high'}},
          },
        ]
      : []),
    ...(late(row)
      ? [
          {
            data: {
              values: at.map((instant, i) => ({
                at: instant,
                part: OVERDUE,
                overdue: rounded(of(row.backlogOverdue, i)),
              })),
            },
            mark: {type: 'line', strokeWidth: 2, strokeDash: [5, 2], interpolate},
            encoding: {x, y: y('overdue'), color: {field: 'part', type: 'nominal'}},
          },
        ]
      : []),
  ];
}

const late = (row: IntervalRow): boolean => row.backlogOverdue.some((count) => count > 0);
