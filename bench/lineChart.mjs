// Lines of ns an event against a size, both axes logarithmic.

const TICKS = [100, 300, 1_000, 3_000, 10_000, 30_000, 100_000];

/** `lines`: [{name, points: [[size, ns]]}]; `seriesScales` gives colours and dashes as all our charts have them. */
export function lineChart({title, sizes, sizeTitle, lines}, {seriesScales}) {
  const last = ({points}) => points.at(-1)[1];
  const names = [...lines].sort((a, b) => last(b) - last(a)).map(({name}) => name);
  const {colour, dash} = seriesScales(names);
  const legend = {
    ...{orient: 'right', direction: 'vertical', symbolType: 'stroke', symbolSize: 400, rowPadding: 6, offset: 24},
    labelLimit: 400,
  };
  const series = (scale) => ({field: 'name', type: 'nominal', sort: null, title: null, scale, legend});
  const size = {field: 'size', type: 'quantitative', scale: {type: 'log'}, title: sizeTitle};
  const ns = {
    field: 'ns',
    type: 'quantitative',
    scale: {type: 'log', nice: false, domainMin: 100},
    title: 'ns an event',
  };
  return {
    title: {text: title, subtitle: 'ns of CPU an event, median; both axes logarithmic'},
    width: 420,
    height: 260,
    data: {values: lines.flatMap(({name, points}) => points.map(([size, ns]) => ({name, size, ns})))},
    encoding: {
      x: {...size, axis: {values: sizes, format: ',', grid: false}},
      y: {...ns, axis: {values: TICKS, format: ','}},
      color: series(colour),
    },
    layer: [
      {mark: {type: 'line'}, encoding: {strokeDash: series(dash)}},
      {mark: {type: 'point', filled: true, size: 30}},
    ],
  };
}
