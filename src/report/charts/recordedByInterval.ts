import type {Chart} from './chart.ts';
import {pointsOf, sums, weighted} from './coarse.ts';
import {durationUnit, inUnit} from './durationUnit.ts';
import {lineLayer, pointLayers} from './linePanel.ts';
import {panelHeight, stacked} from './stack.ts';
import {localInstant, pointSpan, timeChannel} from './timeAxis.ts';

const NAMES = ['recorded', 'simulated'];

export const recordedByInterval: Chart = {
  key: 'recorded-by-interval',
  title: 'Simulated against recorded, by interval',
  needs: (results) => (results.recorded?.byInterval.length ?? 0) > 0,
  spec(results) {
    const rows = results.recorded?.byInterval ?? [];
    const {spans, point} = pointsOf(rows.map(({start}) => start));
    const at = spans.map(({first}) => localInstant(rows[first]?.start ?? ''));
    const offered = {
      recorded: rows.map((row) => row.recordedOffered),
      simulated: rows.map((row) => row.simulatedOffered),
    };
    const waits = {
      recorded: weighted(
        rows.map((row) => row.recordedMeanWaitSeconds),
        offered.recorded,
        spans,
      ),
      simulated: weighted(
        rows.map((row) => row.simulatedMeanWaitSeconds),
        offered.simulated,
        spans,
      ),
    };
    const unit = durationUnit([...waits.recorded, ...waits.simulated]);
    const panels = [
      {
        name: 'Mean wait',
        recorded: inUnit(waits.recorded, unit),
        simulated: inUnit(waits.simulated, unit),
        unit: unit.name,
      },
      {
        name: 'Offered',
        recorded: sums(offered.recorded, spans),
        simulated: sums(offered.simulated, spans),
        unit: 'items',
      },
    ];
    const layers = ({recorded, simulated, unit: title}: (typeof panels)[number], last: boolean) => {
      const series = [
        {name: 'recorded', values: recorded},
        {name: 'simulated', values: simulated},
      ];
      const y = {axis: {title, tickCount: 4}, scale: {zero: true, nice: true}};
      const x = timeChannel(results, last);
      return [lineLayer(at, series, NAMES, x, y), ...pointLayers(at, series, NAMES, x, y)];
    };
    return stacked(
      this.title,
      [`By ${point === 'interval' ? `interval of ${pointSpan(results, point)}` : point} of arrival`],
      panels.map((panel, i) => ({
        name: panel.name,
        layer: layers(panel, i === panels.length - 1),
      })),
      panelHeight(panels.length),
      {scale: {color: 'shared', strokeDash: 'shared'}},
    );
  },
};
