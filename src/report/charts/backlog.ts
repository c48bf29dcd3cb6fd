import type {IntervalRow, Results} from '../../measure/results.ts';
import {AREAS, GOAL, INK} from '../theme.ts';
import type {Chart} from './chart.ts';
import {coarse} from './coarse.ts';
import {rounded} from './linePanel.ts';
import {type Panel, panelsOf} from './panels.ts';
import {panelHeight, stacked} from './stack.ts';
import {stageScale} from './stageFills.ts';
import {endInstant, localInstant, replicationNote, timeChannel, uncounted} from './timeAxis.ts';

const OVERDUE = 'overdue (dashed line)';

export const backlog: Chart = {
  key: 'backlog',
  title: 'Backlog by process',
  needs: (results) => results.intervals.rows.some((row) => row.backlogNotStarted.some((_, i) => openAt(row, i) > 0)),
  spec(results) {
    const {series, point} = coarse(results);
    const grey = uncounted(results);
    const joined = point === 'interval' ? null : endInstant(results);
    const panels = panelsOf(series.rows, (row) => row.backlogNotStarted.some((_, i) => openAt(row, i) > 0));
    const parts = partsOf(
      results,
      panels.map(({row}) => row),
    );
    const at = series.start.map(localInstant);
    const overdue = panels.some(({row}) => late(row));
    return stacked(
      this.title,
      [
        `Items not finished, ${joined === null ? 'at the start of each interval' : `at the fullest moment of each ${point}`}${overdue ? `; overdue ones are among ${parts.length === 2 ? 'both' : 'them'}` : ''}`,
        [replicationNote(results), grey.note].filter((part) => part !== '').join('; '),
      ],
      panels.map((panel, i) => ({
        name: panel.name,
        layer: [
          ...grey.layers(timeChannel(results, i === panels.length - 1)),
          ...layers(at, panel, timeChannel(results, i === panels.length - 1), parts, overdue, joined),
        ],
      })),
      panelHeight(panels.length),
      {scale: {color: 'shared', fillOpacity: 'shared', strokeDash: 'shared'}},
    );
  },
};

/** What an open item is part of, and how many there are at the start of an interval. */
interface Part {
  readonly name: string;
  readonly fill: string;
  readonly at: (row: IntervalRow, i: number) => number;
}

/** Stages that any of these rows has items in; where items have no life after handling, in hand and not started. */
function partsOf({stages}: Results, rows: readonly IntervalRow[]): Part[] {
  if (stages === undefined || rows.every(({backlogByStage}) => backlogByStage === undefined)) {
    return [
      {name: 'in hand', fill: AREAS.inHand, at: (row, i) => row.backlogInHand[i] ?? 0},
      {name: 'not started', fill: AREAS.notStarted, at: (row, i) => row.backlogNotStarted[i] ?? 0},
    ];
  }
  const open = stages.names.flatMap(({stage, final}, k) =>
    !final && rows.some((row) => row.backlogByStage?.[k]?.some((count) => count > 0)) ? [{stage, k}] : [],
  );
  const {range} = stageScale(open.map(({stage}) => stage));
  return open.map(({stage, k}, i) => ({
    name: stage,
    fill: range[i] ?? AREAS.inHand,
    at: (row, at) => row.backlogByStage?.[k]?.[at] ?? 0,
  }));
}

/** Items open at the start of an interval, put aside or not. */
const openAt = (row: IntervalRow, i: number): number =>
  row.backlogByStage === undefined
    ? (row.backlogNotStarted[i] ?? 0) + (row.backlogInHand[i] ?? 0)
    : row.backlogByStage.reduce((sum, counts) => sum + (counts[i] ?? 0), 0);

/**
 * Areas one on the other, the band of their sum, and the overdue among them as a line. From instant to instant, or,
 * where intervals are joined, held over each until the end of the last.
 */
function layers(
  start: readonly string[],
  {row}: Panel,
  x: Record<string, unknown>,
  parts: readonly Part[],
  overdue: boolean,
  heldUntil: string | null,
) {
  const interpolate = heldUntil === null ? 'linear' : 'step-after';
  const at = heldUntil === null ? start : [...start, heldUntil];
  const last = start.length - 1;
  const of = (values: readonly number[], i: number) => values[Math.min(i, last)] ?? 0;
  const sum = at.map((_, i) => openAt(row, Math.min(i, last)));
  const areas = at.flatMap((instant, i) => {
    let low = 0;
    return parts.map(({name, at: countAt}) => {
      const bottom = low;
      low += countAt(row, Math.min(i, last));
      return {at: instant, part: name, low: rounded(bottom), high: rounded(low)};
    });
  });
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
          scale: {
            domain: [...parts.map(({name}) => name), ...(overdue ? [OVERDUE] : [])],
            range: [...parts.map(({fill}) => fill), GOAL],
          },
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
