import {conversionAt} from '../model/leads.ts';
import type {DistributionSpec} from '../random/distribution.ts';
import {spansOf} from '../scenario/handling/index.ts';
import type {Scenario, SourceSpec, Varying} from '../scenario/scenario.ts';
import {peopleOf} from '../workforce/people.ts';
import {channelsOf, logOf} from './channels.ts';
import {loadByHour, type ProcessLoad} from './loadByHour.ts';
import {planOf} from './plan.ts';
import {type StaffByHour, staffByHour} from './reachByHour.ts';
import {type ProcessTimeline, timelinesOf} from './timeline.ts';
import {typicalWeek} from './week.ts';

/** What a scenario means before anything is drawn: the data behind `preroute show`. */
export interface Meaning {
  /** ISO dates of the week that stands for all, Monday to Sunday; tables by hour are [day * 24 + local hour]. */
  readonly dates: readonly string[];
  readonly sources: readonly SourceMeaning[];
  /** Of leads, in the order of their sources: the share of contacts that convert, at each of CONVERSION_AGES_MS. */
  readonly conversions: readonly {readonly source: string; readonly shares: readonly number[]}[];
  readonly load: readonly ProcessLoad[];
  readonly staff: StaffByHour;
  readonly timelines: readonly ProcessTimeline[];
}

const HOUR_MS = 3_600_000;
export const CONVERSION_AGES_MS: readonly number[] = [0, 1, 4, 8, 24, 48, 96, 144, 192, 336].map(
  (hours) => hours * HOUR_MS,
);

/** What a source draws, with the moments that its distributions come to. Times in ms. */
export interface SourceMeaning {
  readonly source: string;
  readonly channels: readonly string[];
  /** File of its log as written; null: generated. */
  readonly log: string | null;
  readonly draws: readonly {
    /** `handle time`, `wrap-up`, `patience`, `redial after`, a time of its handling (`park for`), or an attribute's name. */
    readonly what: string;
    readonly unit: 'ms' | 'number';
    readonly kind: string;
    readonly mean: number;
    readonly sd: number;
    readonly zeroShare: number;
    /** Local time of day from which it holds (ms) and weekdays, where it differs by interval. */
    readonly from: {readonly weekdays: readonly string[]; readonly fromMs: number} | null;
  }[];
}

export function meaningOf(scenario: Scenario): Meaning {
  const plan = planOf(scenario, peopleOf(scenario));
  const week = typicalWeek(scenario);
  return {
    dates: week.days.map(({date}) => date),
    sources: scenario.demand.map(sourceMeaning),
    conversions: scenario.demand.flatMap(({name, lead}) => {
      const conversion = lead?.conversion;
      return conversion ? [{source: name, shares: CONVERSION_AGES_MS.map((age) => conversionAt(conversion, age))}] : [];
    }),
    load: loadByHour(scenario, week),
    staff: staffByHour(scenario, plan, week),
    timelines: timelinesOf(scenario, week),
  };
}

type Draw = SourceMeaning['draws'][number];

function sourceMeaning(source: SourceSpec): SourceMeaning {
  const attributes = Object.entries(source.attributes).flatMap(([name, spec]) =>
    spec.kind === 'distribution' ? [drawOf(name, 'number', spec.distribution)] : [],
  );
  return {
    source: source.name,
    channels: channelsOf(source.channel),
    log: logOf(source)?.file ?? null,
    draws: [
      ...drawsOf('handle time', source.handleTime),
      ...drawsOf('wrap-up', source.wrapUp),
      ...drawsOf('patience', source.patience),
      ...(source.redial ? [drawOf('redial after', 'ms', source.redial.after)] : []),
      ...spansOf(source).map(({name, spec}) => drawOf(name, 'ms', spec)),
      ...attributes,
    ],
  };
}

function drawsOf(what: string, varying: Varying<DistributionSpec> | undefined): Draw[] {
  if (varying === undefined) return [];
  if ('fixed' in varying) return [drawOf(what, 'ms', varying.fixed)];
  return varying.byInterval.rows.map(({weekdays, fromMs, value}) => ({
    ...drawOf(what, 'ms', value),
    from: {weekdays, fromMs},
  }));
}

const drawOf = (what: string, unit: Draw['unit'], {kind, mean, sd, zeroShare}: DistributionSpec): Draw => ({
  what,
  unit,
  kind,
  mean,
  sd,
  zeroShare,
  from: null,
});
