import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {span} from '../quantities.ts';
import {CONFIG, INK, WIDTH} from '../theme.ts';
import type {Chart} from './chart.ts';
import {durationUnit} from './durationUnit.ts';
import {rounded} from './linePanel.ts';
import {stageScale} from './stageFills.ts';
import {replicationNote} from './timeAxis.ts';

const MOST_ROWS = 16;
const LABELS = 130;
const BAR = 26;
/** Of the whole width: narrower parts have no room for their figure. */
const ROOM_FOR_TEXT = 0.09;

interface Part {
  readonly process: string;
  readonly stage: string;
  readonly seconds: number;
}

export const stageTime: Chart = {
  key: 'stage-time',
  title: 'Time in each stage',
  needs: (results) => partsOf(results).length > 0,
  spec(results) {
    const parts = partsOf(results);
    const shown = (results.stages?.names ?? []).map(({stage}) => stage);
    const stages = shown.filter((name) => parts.some(({stage}) => stage === name));
    const processes = [...new Set(parts.map(({process}) => process))].slice(0, MOST_ROWS);
    const totals = processes.map((name) =>
      parts.reduce((sum, {process, seconds}) => sum + (process === name ? seconds : 0), 0),
    );
    const unit = durationUnit(totals);
    const longest = Math.max(...totals);
    const values = processes.flatMap((process) => {
      let from = 0;
      return stages.flatMap((stage) => {
        const seconds = parts.find((part) => part.process === process && part.stage === stage)?.seconds ?? 0;
        if (seconds === 0) return [];
        const start = from;
        from += seconds;
        return [
          {
            process: printable(process, 40),
            stage,
            from: rounded(start / unit.seconds),
            to: rounded(from / unit.seconds),
            middle: rounded((start + from) / 2 / unit.seconds),
            text: seconds / longest >= ROOM_FOR_TEXT ? span(seconds) : '',
          },
        ];
      });
    });
    const scale = stageScale(stages);
    const dark = scale.range.filter((_, i) => i % 2 === 1);
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: [
          'Mean over all items, from their arrival on; of stays that have ended',
          replicationNote(results, false),
        ],
      },
      width: WIDTH - LABELS,
      height: {step: BAR},
      data: {values},
      encoding: {
        y: {
          field: 'process',
          type: 'nominal',
          sort: processes.map((name) => printable(name, 40)),
          axis: {title: null, ticks: false, domain: false, labelLimit: LABELS},
        },
      },
      layer: [
        {
          mark: {type: 'bar', stroke: 'white', strokeWidth: 1},
          encoding: {
            x: {field: 'from', type: 'quantitative', axis: {title: unit.name, tickCount: 6}},
            x2: {field: 'to'},
            color: {
              field: 'stage',
              type: 'nominal',
              sort: null,
              scale,
              legend: {symbolType: 'square', symbolSize: 120},
            },
          },
        },
        {
          mark: {type: 'text', fontSize: 10},
          encoding: {
            x: {field: 'middle', type: 'quantitative'},
            text: {field: 'text', type: 'nominal'},
            color: {
              condition: {
                test: {field: 'stage', oneOf: stages.filter((_, i) => dark.includes(scale.range[i] ?? INK))},
                value: 'white',
              },
              value: INK,
            },
          },
        },
      ],
      config: CONFIG,
    };
  },
};

/** Seconds of all stays by the items that came to the process. */
function partsOf({stages}: Results): Part[] {
  if (stages === undefined) return [];
  const [first] = stages.names;
  const came = (process: string) =>
    stages.flows.reduce(
      (sum, flow) => sum + (flow.process === process && flow.from === first?.stage ? flow.items : 0),
      0,
    );
  return stages.rows
    .filter(({seconds}) => seconds > 0)
    .map(({process, stage, seconds}) => ({
      process,
      stage,
      seconds: seconds / Math.max(came(process), Number.MIN_VALUE),
    }))
    .filter(({seconds}) => Number.isFinite(seconds));
}
