import type {StaffResults} from '../../experiment/index.ts';
import type {ChartSpec} from '../charts/chart.ts';
import {amount} from '../quantities.ts';
import {CONFIG, GOAL, INK, SERIES, WIDTH} from '../theme.ts';

/** Head counts of more posts would not fit beside a point. */
const MOST_POSTS = 4;

/**
 * Cost against how much may go wrong: the cheapest staffing found at each level, with its head counts where they are
 * few.
 */
export function frontierChart(results: StaffResults): ChartSpec {
  const {frontier, scenario} = results;
  const axis = scenario.money ? 'Cost of those who may vary' : 'Paid hours of those who may vary';
  const levels = frontier.map(({allowed, cost, staffing}) => ({
    allowed: allowed * 100,
    cost,
    label: amount(cost) + (staffing.length <= MOST_POSTS ? ` (${staffing.join(' + ')})` : ''),
  }));
  const kept = levels.filter(({allowed}) => allowed === 100);
  const x = {
    field: 'allowed',
    type: 'quantitative',
    title: 'May go wrong, in % of what the goals allow',
    scale: {zero: false, nice: false, padding: 30},
    axis: {values: levels.map(({allowed}) => allowed), grid: false},
  };
  const y = {field: 'cost', type: 'quantitative', title: axis, scale: {zero: false, nice: true}};
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {
      text: 'What promises cost',
      subtitle: 'Cheapest staffing found for looser and tighter promises; the goals as they are at 100 %',
    },
    width: WIDTH,
    height: 260,
    config: CONFIG,
    data: {values: levels},
    layer: [
      {mark: {type: 'rule', color: GOAL, strokeDash: [4, 3]}, data: {values: kept}, encoding: {x}},
      {mark: {type: 'line', color: SERIES[0].colour}, encoding: {x, y}},
      {mark: {type: 'point', filled: true, size: 70, color: SERIES[0].colour}, encoding: {x, y}},
      {
        mark: {type: 'text', align: 'left', dx: 8, dy: -8, color: INK},
        encoding: {x, y, text: {field: 'label', type: 'nominal'}},
      },
    ],
  };
}
