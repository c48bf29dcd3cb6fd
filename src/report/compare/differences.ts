import type {Impact} from '../../experiment/compare/index.ts';
import {printable} from '../../language/show.ts';
import type {Estimate, MetricDefinition} from '../../measure/results.ts';
import {halfWidth, NOTHING, quantity, span} from '../quantities.ts';

/** `Service level of support`, `Occupancy of the group seniors`; of everything, the metric alone. */
export function measureName({label, scope, metric, params, onDays}: Impact['measure']): string {
  const {process, channel, group, source, attribute} = scope;
  const parts = [
    process,
    channel,
    group && `group ${group}`,
    source && `source ${source}`,
    attribute && `${attribute.name} ${attribute.value}`,
  ];
  const of = parts.filter((part) => part !== undefined && part !== '').join(', ');
  const share = params.quantile === undefined || metric !== 'wait' ? '' : ` of ${params.quantile * 100} %`;
  const within = params.withinMs === undefined ? '' : ` within ${span(params.withinMs / 1000)}`;
  return printable([`${onDays ? 'Days kept: ' : ''}${label}${share}${within}`, of].filter(Boolean).join(' of '));
}

type Unit = MetricDefinition['unit'];

/** `+3.4 ±0.3`, in points for ratios; `±0` where it never varies. */
export function differenceText({value, halfWidth: half}: Estimate, unit: Unit): string {
  if (value === null) return NOTHING;
  if (value === 0 && half === 0) return '0';
  const sign = value < 0 ? '-' : '+';
  const size = unit === 'ratio' ? points(Math.abs(value)) : quantity(Math.abs(value), unit);
  return [`${value === 0 ? '' : sign}${size}`, halfWidth({value, halfWidth: half}, unit)]
    .filter((part) => part !== '')
    .join(' ');
}

function points(ratio: number): string {
  return ratio > 0 && ratio < 0.0005 ? '<0.1' : (ratio * 100).toFixed(1).replace(/\.0$/, '');
}
