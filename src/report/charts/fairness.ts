import {printable} from '../../language/show.ts';
import type {Results, Spread} from '../../measure/results.ts';
import {CONFIG, INK, MUTED} from '../theme.ts';
import type {Chart} from './chart.ts';
import {legendFor, rounded, seriesChannels} from './linePanel.ts';
import {replicationNote} from './timeAxis.ts';

const MOST_LINES = 6;
/** Of each of two squares beside each other. */
const SIDE = 270;

export const fairness: Chart = {
  key: 'fairness',
  title: 'How evenly work came to agents alike in skill',
  needs: (results) => (results.fairness ?? []).some(({offers}) => offers.gini !== null),
  spec(results) {
    const {shown, left} = chosen(results);
    const names = shown.map(
      ({group, agent, agents}) => `${printable(group, 30)} (${agents}: ${printable(agent, 24)} …)`,
    );
    const panel = (title: string, spreadOf: (row: (typeof shown)[number]) => Spread) => ({
      title: {
        text: title,
        subtitle: `Gini ${shown.map((row) => spreadOf(row).gini?.toFixed(3) ?? 'unknown').join(' \u00b7 ')}`,
        fontSize: 12,
        subtitleColor: MUTED,
        color: INK,
        offset: 6,
      },
      width: SIDE,
      height: SIDE,
      layer: [
        {
          data: {values: [0, 1].map((at) => ({at, share: at}))},
          mark: {type: 'line', color: MUTED, strokeWidth: 1},
          encoding: {x: AT, y: SHARE},
        },
        {
          data: {
            values: shown.flatMap((row, i) =>
              spreadOf(row).lorenz.map((share, k, all) => ({
                at: rounded(k / (all.length - 1)),
                share: Number(share.toFixed(4)),
                series: names[i],
              })),
            ),
          },
          mark: {type: 'line'},
          encoding: {x: AT, y: SHARE, ...seriesChannels(names)},
        },
      ],
    });
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: [
          'Lorenz curves: what share the agents with least have. On the straight line all have alike; Gini: how far from it, 0 to 1',
          replicationNote(results, false),
          ...(left > 0 ? [`The ${MOST_LINES} most uneven of ${shown.length + left}`] : []),
        ],
      },
      hconcat: [
        panel('Offers per hour on duty', ({offers}) => offers),
        panel('Load: busy \u00f7 (busy + ready)', ({load}) => load),
      ],
      spacing: 20,
      config: {...CONFIG, legend: {...CONFIG.legend, ...legendFor(names)}},
    };
  },
};

const axis = (title: string) => ({title, format: '.0%', tickCount: 5});
const AT = {
  field: 'at',
  type: 'quantitative',
  scale: {domain: [0, 1]},
  axis: axis('share of agents, those with least first'),
};
const SHARE = {field: 'share', type: 'quantitative', scale: {domain: [0, 1]}, axis: axis('share of the whole')};

/** Of more than a picture holds, the most uneven by offers. */
function chosen({fairness: all = []}: Results) {
  const judged = all.filter(({offers}) => offers.gini !== null);
  const uneven = new Set([...judged].sort((a, b) => (b.offers.gini ?? 0) - (a.offers.gini ?? 0)).slice(0, MOST_LINES));
  return {shown: judged.filter((row) => uneven.has(row)), left: judged.length - uneven.size};
}
