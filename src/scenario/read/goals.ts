import {formatDuration} from '../../language/duration.ts';
import {nearest} from '../../language/nearest.ts';
import type {Path} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import type {Metric} from '../../measure/metric.ts';
import {METRICS} from '../../measure/metrics/index.ts';
import type {Node} from '../document/node.ts';
import type {GoalScope, GoalSpec} from '../scenario.ts';
import {GOALS} from '../schema/goals.ts';
import type {Reading} from './reading.ts';

const BESIDE_METRIC = ['atLeast', 'atMost', 'onDays'];

/** Goals in order; those with something wrong are left out, which is reported. */
export function readGoals(reading: Reading): GoalSpec[] {
  const node = reading.node(['goals']);
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return [];
  if (node.kind !== 'list') {
    reading.error(
      ['goals'],
      'expected a list of goals',
      'goals: [ { serviceLevel: { channel: voice }, atLeast: 80% } ]',
    );
    return [];
  }
  return node.items.flatMap((item, i) => readGoal(reading, ['goals', i], item) ?? []);
}

function readGoal(reading: Reading, path: Path, node: Node): GoalSpec | null {
  const metric = metricOf(reading, path, node);
  const schema = metric && GOALS.get(metric.key);
  const written = schema && (reading.check(path, schema) as Written | undefined);
  if (!metric || !written) return null;
  const {within, quantile, at, milestone, ...scope} = written[metric.key] as ScopeAndParams;
  const {atLeast, atMost, onDays} = written;
  const value = atLeast ?? atMost;
  if (value === undefined || (atLeast !== undefined && atMost !== undefined)) {
    const found = value === undefined ? 'none of them' : 'both';
    reading.error(path, `expected one of atLeast and atMost, found ${found}`, 'a range is two goals');
    return null;
  }
  const of = scopeOf(reading, [...path, metric.key], scope);
  const limit = {
    kind: atLeast !== undefined ? ('atLeast' as const) : ('atMost' as const),
    value: metric.unit === 'seconds' ? value / 1000 : value,
  };
  const params = {
    ...(within !== undefined && {withinMs: within}),
    ...(quantile !== undefined && {quantile}),
    ...(at !== undefined && {at}),
    ...(milestone !== undefined && {milestone}),
  };
  const spec = {metric: metric.key, of, params, limit, ...(onDays !== undefined && {onDays})};
  return reading.placed({...spec, text: textOf(metric, spec, value)}, path);
}

interface Written extends Readonly<Record<string, unknown>> {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly onDays?: number;
}
interface ScopeAndParams {
  readonly within?: number;
  readonly quantile?: number;
  readonly at?: {readonly ms: number} | 'end' | 'peak';
  readonly milestone?: string;
  readonly process?: string;
  readonly channel?: string;
  readonly source?: string;
  readonly group?: string;
  readonly attribute?: Readonly<Record<string, string>>;
}

function metricOf(reading: Reading, path: Path, node: Node): Metric | null {
  const keys = node.kind === 'map' ? [...node.entries.keys()] : [];
  const named = METRICS.filter(({key}) => keys.includes(key));
  if (named.length === 1) return named[0] ?? null;
  const metrics = METRICS.map(({key}) => key);
  const others = keys.filter((key) => !BESIDE_METRIC.includes(key));
  const [slip] = others;
  const near = slip === undefined ? undefined : nearest(slip, metrics);
  if (named.length > 1)
    reading.error(
      path,
      `expected one metric, found ${named.map(({key}) => key).join(' and ')}`,
      'each in a goal of its own',
    );
  else if (slip !== undefined)
    reading.error(
      [...path, slip],
      `expected a metric, found ${shown(slip)}`,
      near ? `did you mean ${near}?` : `the metrics are ${metrics.join(', ')}`,
      true,
    );
  else reading.error(path, 'expected a goal such as { serviceLevel: { channel: voice }, atLeast: 80% }, found none');
  return null;
}

function scopeOf(reading: Reading, path: Path, {attribute, ...names}: Omit<ScopeAndParams, 'within'>): GoalScope {
  const entries = Object.entries(attribute ?? {});
  if (attribute && entries.length !== 1)
    reading.error([...path, 'attribute'], `expected one attribute with its value, found ${entries.length}`);
  const [name, value] = entries[0] ?? [];
  return {...names, ...(name !== undefined && value !== undefined && {attribute: {name, value}})};
}

function textOf(metric: Metric, goal: Omit<GoalSpec, 'text'>, value: number): string {
  const {params, of, limit, onDays} = goal;
  const percent = (share: number) => `${Number((share * 100).toFixed(4))}%`;
  const shownValue =
    metric.unit === 'ratio' ? percent(value) : metric.unit === 'seconds' ? formatDuration(value) : String(value);
  const names = [
    params.milestone,
    of.process,
    of.channel,
    of.source,
    of.group,
    of.attribute && `${of.attribute.name} ${of.attribute.value}`,
  ];
  const label = inSentence(metric.label);
  const words = [
    params.quantile === undefined ? label : `${percent(params.quantile)} ${label.replace(/^mean /, '')}`,
    params.withinMs === undefined ? undefined : `within ${formatDuration(params.withinMs)}`,
    params.at === undefined
      ? undefined
      : typeof params.at === 'string'
        ? `at ${params.at}`
        : `at ${formatDuration(params.at.ms)}`,
    ...names.filter((name) => name !== undefined).map((name) => `of ${name}`),
    `${limit.kind === 'atLeast' ? 'at least' : 'at most'} ${shownValue}`,
    onDays === undefined ? undefined : `on ${percent(onDays)} of days`,
  ];
  return words.filter((word) => word !== undefined).join(' ');
}

/** `Service level` as `service level`; `SLA attainment` stays. */
const inSentence = (label: string) =>
  /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
