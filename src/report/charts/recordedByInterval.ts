import type {Chart} from './chart.ts';
import {lineLayer} from './linePanel.ts';
import {panelHeight, stacked} from './stack.ts';
import {localInstant, timeChannel} from './timeAxis.ts';

const NAMES = ['recorded', 'simulated'];

export const recordedByInterval: Chart = {
  key: 'recorded-by-interval',
  title: 'Simulated against recorded, by interval',
  needs: (results) => (results.recorded?.byInterval.length ?? 0) > 0,
  spec(results) {
    const rows = results.recorded?.byInterval ?? [];
    const at = rows.map(({start}) => localInstant(start));
    const panels = [
      {
        name: 'Mean wait',
        recorded: rows.map((row) => row.recordedMeanWaitSeconds),
        simulated: rows.map((row) => row.simulatedMeanWaitSeconds),
        unit: 'seconds',
      },
      {
        name: 'Offered',
        recorded: rows.map((row) => row.recordedOffered),
        simulated: rows.map((row) => row.simulatedOffered),
        unit: 'items',
      },
    ];
    return stacked(
      this.title,
      ['By interval of arrival'],
      panels.map((panel, i) => ({
        name: panel.name,
        layer: [
          lineLayer(
            at,
            [
              {name: 'recorded', values: panel.recorded},
              {name: 'simulated', values: panel.simulated},
            ],
            NAMES,
            timeChannel(results, i === panels.length - 1),
            {axis: {title: panel.unit, tickCount: 4}, scale: {domainMin: 0, nice: true}},
          ),
        ],
      })),
      panelHeight(panels.length),
      {scale: {color: 'shared', strokeDash: 'shared'}},
    );
  },
};
