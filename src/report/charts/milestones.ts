import {printable} from '../../language/show.ts';
import type {MilestoneDay, MilestoneResult} from '../../measure/results.ts';
import {AREAS, SERIES} from '../theme.ts';
import type {Chart} from './chart.ts';
import {rounded} from './linePanel.ts';
import {MOST_PANELS} from './panels.ts';
import {panelHeight, stacked} from './stack.ts';

const STATES = ['met', 'violated', 'open'] as const;
type State = (typeof STATES)[number];
/** Dark, between, light. */
const FILLS = [AREAS.inHand, SERIES[1].colour, AREAS.notStarted];
/** More days stand without a label each. */
const MOST_LABELS = 16;

export const milestones: Chart = {
  key: 'milestones',
  title: 'Milestones by day of the target',
  needs: ({milestones: all = []}) => all.some(({days}) => days.length > 0),
  spec({milestones: all = [], replications}) {
    const seen = all.filter(({days}) => days.length > 0);
    const shown = [...seen].sort((a, b) => b.started - a.started).slice(0, MOST_PANELS);
    const rows = seen.filter((row) => shown.includes(row));
    const days = [...new Set(rows.flatMap((row) => row.days.map(({day}) => day)))].sort();
    const left = seen.length - rows.length;
    const states = STATES.filter(
      (state) => state !== 'open' || rows.some((row) => row.days.some(({open}) => open > 0)),
    );
    const notes = [
      `What was to be reached with items on each day: met${states.includes('open') ? ', violated, or open at the end' : ' or violated'}`,
      ...(replications > 1 ? [`mean of ${replications} replications`] : []),
      ...(left > 0 ? [`the ${MOST_PANELS} most frequent of ${seen.length}`] : []),
    ];
    return stacked(
      this.title,
      [notes.join('; ')],
      rows.map((row, i) => ({name: nameOf(row), layer: [bars(row.days, days, states, i === rows.length - 1)]})),
      panelHeight(rows.length),
      {scale: {color: 'shared'}},
    );
  },
};

const nameOf = ({process, milestone}: MilestoneResult): string =>
  `${printable(milestone, 40)} (${printable(process, 30)})`;

function bars(
  days: readonly MilestoneDay[],
  all: readonly string[],
  states: readonly State[],
  last: boolean,
): Record<string, unknown> {
  const every = Math.ceil(all.length / MOST_LABELS);
  return {
    data: {
      values: days.flatMap((one) =>
        states.map((state, order) => ({day: one.day, state, order, count: rounded(one[state])})),
      ),
    },
    mark: {type: 'bar', stroke: 'white', strokeWidth: 0.5, width: {band: 0.8}},
    encoding: {
      x: {
        field: 'day',
        type: 'ordinal',
        scale: {domain: all},
        axis: last
          ? {
              title: 'local day of the target',
              labelAngle: 0,
              labelOverlap: true,
              values: all.filter((_, i) => i % every === 0),
              labelExpr: "utcFormat(toDate(datum.value), '%a %-d %b')",
            }
          : {title: null, labels: false, ticks: false},
      },
      y: {field: 'count', type: 'quantitative', stack: 'zero', axis: {title: 'occurrences', tickCount: 4}},
      order: {field: 'order', type: 'quantitative'},
      color: {
        field: 'state',
        type: 'nominal',
        scale: {domain: states, range: FILLS.slice(0, states.length)},
        legend: {symbolType: 'square', symbolSize: 120},
      },
    },
  };
}
