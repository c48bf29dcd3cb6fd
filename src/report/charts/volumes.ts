import type {Chart} from './chart.ts';
import {coarse} from './coarse.ts';
import {lineLayer} from './linePanel.ts';
import {panelsOf} from './panels.ts';
import {panelHeight, stacked} from './stack.ts';
import {endInstant, localInstant, pointSpan, timeChannel, uncounted} from './timeAxis.ts';

const NAMES = ['offered', 'answered', 'abandoned'];

export const volumes: Chart = {
  key: 'volumes',
  title: 'Offered, answered and abandoned',
  needs: (results) => results.intervals.rows.some((row) => row.offered.some((count) => count > 0)),
  spec(results) {
    const {series, point} = coarse(results);
    const panels = panelsOf(series.rows, (row) => row.offered.some((count) => count > 0));
    const at = series.start.map(localInstant);
    const span = pointSpan(results, point);
    const grey = uncounted(results);
    return stacked(
      this.title,
      [
        [
          `Items arriving in each ${span}`,
          results.replications > 1 ? `mean of ${results.replications} replications` : '',
          grey.note,
        ]
          .filter((part) => part !== '')
          .join('; '),
      ],
      panels.map(({name, row}, i) => ({
        name,
        layer: [
          ...grey.layers(timeChannel(results, i === panels.length - 1)),
          lineLayer(
            at,
            [
              {name: 'offered', values: row.offered, step: true},
              {name: 'answered', values: row.answered, step: true},
              {name: 'abandoned', values: row.abandoned, step: true},
            ],
            NAMES,
            timeChannel(results, i === panels.length - 1),
            {axis: {title: 'items', tickCount: 4}, scale: {zero: true, nice: true}},
            endInstant(results),
          ),
        ],
      })),
      panelHeight(panels.length),
      {scale: {color: 'shared', strokeDash: 'shared'}},
    );
  },
};
