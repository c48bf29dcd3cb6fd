/** A model of the reference as a Preroute scenario: the text an analyst would have written for it. */
import {stringify} from 'yaml';
import {
  type Arrival,
  type Interval,
  type Law,
  type Priority,
  type Sim,
  type SimClass,
  type SimGroup,
  unknownKeys,
} from './sim.ts';

/** What the language has no words for yet; the model is left out, with the reasons. */
export class CannotSay extends Error {
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(reasons.join('; '));
    this.name = 'CannotSay';
    this.reasons = reasons;
  }
}

type Written = Readonly<Record<string, unknown>>;

/**
 * YAML of the scenario that says what `sim` says. Its scale: 1 simulates the horizon as stated, 0.1 a tenth of it, the
 * warm-up and the tail (steady models only). Every rule of the reference that is no default of Preroute is set.
 * Throws CannotSay where a rule cannot be said.
 */
export function scenarioOf(sim: Sim, name = 'reference', scale = 1): string {
  const reasons = unsaid(sim);
  if (reasons.length > 0) throw new CannotSay(reasons);
  const several = sim.classes.length > 1;
  const last = sim.classes.at(-1)?.id;
  const shifts = sim.groups.flatMap((group) => (group.shift ? [[group.id, weekHours(group.shift)] as const] : []));
  const goals = sim.classes.flatMap(goalsOf);
  const doc = {
    name,
    ...horizonOf(sim, scale),
    // draws are keyed by the names of sources, which many models share: each model has luck of its own
    seed: `${name} ${sim.seed ?? 1}`,
    replications: sim.replications,
    ...(sim.probes && {measureAt: sim.probes.map(seconds)}),
    intervals: '1d',
    ...(sim.calendar && {calendars: {office: {open: weekHours(sim.calendar.open)}}}),
    demand: sim.classes.map((it) => sourceOf(it, sim)),
    routing: {
      segmentation: {
        ...(several && {
          columns: ['source'],
          // biome-ignore lint/suspicious/noThenProperty: the word of the language
          rules: sim.classes.slice(0, -1).map(({id}) => ({if: [id], then: id})),
        }),
        otherwise: last,
      },
      processes: byId(sim.classes, processOf),
      priorities: byId(sim.classes, ({priority}) => priorityOf(priority ?? {type: 'const', initial: 0})),
      distribution: byId(sim.classes, distributionOf),
      ...capacities(sim),
    },
    ...(shifts.length > 0 && {shifts: Object.fromEntries(shifts)}),
    workforce: sim.groups.map(groupOf),
    ...(goals.length > 0 && {goals}),
  };
  return stringify(doc, {lineWidth: 0, aliasDuplicateObjects: false});
}

const unknownType = (what: string, {type}: {readonly type: string}) =>
  new CannotSay([`the converter does not know ${what} of type ${type}`]);

function unsaid(sim: Sim): string[] {
  const reasons = unknownKeys(sim).map((key) => `the converter does not know ${key}`);
  for (const {id, redistribute, clock} of sim.classes)
    if (redistribute && (redistribute.delay.type !== 'det' || clock === 'business'))
      reasons.push(`${id}: the time for a confirmation is fixed, and runs on the clock of the process`);
  for (const {id, route} of sim.classes) if (route[0]?.after !== 0) reasons.push(`${id}: a first target opens at once`);
  for (const {id, shift} of sim.groups)
    if (shift && !isWithinWeek(shift)) reasons.push(`${id}: its shift is not within one week in whole seconds`);
  if (sim.calendar && !isWithinWeek(sim.calendar.open))
    reasons.push('the calendar is not within one week in whole seconds');
  return reasons;
}

/** Durations are whole milliseconds in Preroute. */
const seconds = (value: number): string => {
  const ms = Math.round(value * 1000);
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
};
const percent = (share: number): string => `${Number((share * 100).toFixed(9))}%`;
const perHour = (rate: number): number => rate * 3600;
const byId = <T extends {readonly id: string}>(list: readonly T[], of: (it: T) => Written): Written =>
  Object.fromEntries(list.map((it) => [it.id, of(it)]));

function horizonOf(sim: Sim, scale: number): Written {
  if (sim.mode === 'terminating') {
    // an instant to measure at lies before the end: what arrives in that last second is nothing, see `cutAtHorizon`
    const to = Math.max(sim.horizon, ...(sim.probes ?? []).map((at) => at + 1));
    return {to: seconds(to), ...(sim.warmup ? {warmUp: seconds(sim.warmup)} : {}), atEnd: 'drain'};
  }
  const tail = sim.tail ?? 0;
  return {
    to: seconds((sim.horizon + tail) * scale),
    warmUp: seconds((sim.warmup ?? 0) * scale),
    coolDown: seconds(tail * scale),
  };
}

function sourceOf(it: SimClass, sim: Sim): Written {
  const cut = sim.mode === 'terminating' && (sim.probes ?? []).some((at) => at >= sim.horizon);
  return {
    source: it.id,
    channel: channelOf(it),
    arrivals: arrivalsOf(cut ? cutAtHorizon(it.arrival, sim.horizon) : it.arrival),
    handleTime: lawOf(it.service),
    ...(it.patience && {patience: lawOf(it.patience)}),
    // biome-ignore lint/suspicious/noThenProperty: the word of the language
    ...(it.redistribute && {handling: [{share: percent(it.redistribute.p), then: 'markDone'}]}),
    ...(it.preferred && {preferredAgent: {share: percent(it.preferred.p), from: it.preferred.groups}}),
  };
}

/** Where the reference names no channel it counts interactions as voice. */
export const channelOf = ({channel}: SimClass): string => channel ?? 'voice';

function cutAtHorizon(arrival: Arrival, horizon: number): Arrival {
  if (arrival.type === 'poisson') return {type: 'piecewise', times: [0, horizon], rates: [arrival.rate, 0]};
  if (arrival.type === 'piecewise')
    return {type: 'piecewise', times: [...arrival.times, horizon], rates: [...arrival.rates, 0]};
  if (arrival.type === 'fixed') return {type: 'fixed', times: arrival.times.filter((at) => at < horizon)};
  throw new CannotSay(['a swinging rate that stops at an instant to measure at']);
}

function arrivalsOf(arrival: Arrival): Written {
  switch (arrival.type) {
    case 'poisson':
      return {perHour: perHour(arrival.rate)};
    case 'piecewise':
      return {perHour: arrival.times.map((at, k) => [seconds(at), perHour(arrival.rates[k] ?? 0)])};
    case 'sin': {
      // mean + amplitude sin(omega t): highest after a quarter of its period
      const period = (2 * Math.PI) / arrival.omega;
      return {
        perHour: perHour(arrival.mean),
        swing: percent(arrival.amplitude / arrival.mean),
        period: seconds(period),
        peak: seconds(period / 4),
      };
    }
    case 'fixed':
      return {at: arrival.times.map(seconds)};
    default:
      throw unknownType('arrivals', arrival);
  }
}

function lawOf(law: Law): string | Written {
  switch (law.type) {
    case 'det':
      return seconds(law.value);
    case 'exp':
      return {exponential: {mean: seconds(law.mean)}};
    case 'lognormal':
      return {lognormal: {mean: seconds(law.mean), cv: Math.sqrt(law.scv)}};
    case 'erlang':
      return {erlang: {mean: seconds(law.mean), phases: law.k}};
    default:
      throw unknownType('distribution', law);
  }
}

/** Rule R13 besides: what is never confirmed comes back after the delay. */
function processOf({id, priority, clock, closed, redistribute}: SimClass): Written {
  return {
    ...(priority?.type === 'step' && priority.sla !== undefined && {sla: seconds(priority.sla)}),
    ...(clock === 'business' && {clock: 'office'}),
    ...(closed && {open: 'office', whenClosed: closed}),
    ...(redistribute && {confirmWithin: lawOf(redistribute.delay)}),
    priority: id,
    distribute: id,
  };
}

/** Rule R6. */
function priorityOf(priority: Priority): Written {
  switch (priority.type) {
    case 'const':
      return {fixed: priority.initial};
    case 'linear':
      return {initial: priority.initial, perSecond: priority.rate, ...given('max', priority.max)};
    case 'step': {
      const {initial, increment, period, max, sla, atSla, overdueIncrement, overduePeriod, overdueMax} = priority;
      const grows = overdueIncrement !== undefined && overdueIncrement !== 0 && overduePeriod !== undefined;
      const overdue = {
        from: atSla,
        ...(grows && {increment: overdueIncrement, every: seconds(overduePeriod), ...given('max', overdueMax)}),
      };
      return {
        initial,
        increment,
        every: seconds(period),
        ...given('max', max),
        ...(sla !== undefined && atSla !== undefined && {overdue}),
      };
    }
    default:
      throw unknownType('priority', priority);
  }
}
const given = (key: string, value: number | undefined): Written => (value === undefined ? {} : {[key]: value});

/** Rules R4, R5, R8, R10 and R13. */
function distributionOf({route, preferred, redistribute}: SimClass): Written {
  return {
    ...(preferred && {preferredAgent: {for: seconds(preferred.timeout), ifAway: 'wait'}}),
    targets: route.map(({after, groups, expr}, k) => {
      const next = route[k + 1];
      const who = expr === undefined ? {groups} : {skills: expr};
      return {...who, ...(next && {for: seconds(next.after - after)})};
    }),
    agent: ['least-active', 'longest-idle'],
    prefer: 'inner',
    onReturn: redistribute ? {missed: 'goOn', handled: 'restart'} : 'goOn',
  };
}

/** Rule R7: a channel that is exclusive joins nothing and lets nothing join it. */
function capacities({groups}: Sim): Written {
  const rules = groups.flatMap(({id, capacity, exclusive = []}) => {
    if (!capacity) return [];
    const channels = Object.entries(capacity).map(([channel, max]) => {
      const bars = Object.keys(capacity).filter((other) => exclusive.includes(channel) || exclusive.includes(other));
      const others = bars.filter((other) => other !== channel || max > 1);
      return [channel, {max, ...(others.length > 0 && {notWhile: others.map((other) => ({[other]: 1}))})}];
    });
    return [[id, Object.fromEntries(channels)]];
  });
  return rules.length > 0 ? {capacity: Object.fromEntries(rules)} : {};
}

/** Preroute refuses agents who never answer: a run that waits for them would not end. One offer in a billion is answered. */
const ALMOST_ALL = 1 - 1e-9;

function groupOf(group: SimGroup): Written {
  const {id, count, shift, skills, capacity, speed, answer, rona} = group;
  const offers = {
    ...(answer && {answerIn: lawOf(answer)}),
    ...(rona && {noAnswer: percent(Math.min(rona.p, ALMOST_ALL)), ringFor: lawOf(rona.ring)}),
    ...(rona?.notReady && {thenNotReady: lawOf(rona.notReady)}),
    whileRinging: 'takesNothing',
  };
  return {
    group: id,
    agents: count,
    ...(shift && {shift: id}),
    ...(skills && {skills}),
    ...(capacity && {capacity: id}),
    ...(speed !== undefined && {speed}),
    ...((answer || rona) && {offers}),
  };
}

/** What the reference counts within limits of its own. A limit on nothing: the figure is what is asked for. */
function goalsOf({id, thresholds = [], slaDone}: SimClass): Written[] {
  const anyway = {atLeast: '0%'};
  return [
    ...thresholds.flatMap((limit) => [
      {serviceLevel: {process: id, within: seconds(limit)}, ...anyway},
      {serviceLevelWithAbandoned: {process: id, within: seconds(limit)}, ...anyway},
    ]),
    ...(slaDone === undefined ? [] : [{slaAttainment: {process: id, within: seconds(slaDone)}, ...anyway}]),
  ];
}

const DAY = 86_400;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function isWithinWeek(intervals: readonly Interval[]): boolean {
  return intervals.every(
    ([from, to]) =>
      Number.isInteger(round(from)) && Number.isInteger(round(to)) && to - from <= DAY && from >= 0 && to <= 7 * DAY,
  );
}
/** The reference holds instants such as 60839.99999999999. */
const round = (value: number): number => Number(value.toFixed(6));

/** Intervals in seconds since Monday's midnight, as hours by weekday; the scenario starts on a Monday. */
function weekHours(intervals: readonly Interval[]): Written {
  const days = new Map<string, string[]>();
  for (const [from, to] of intervals) {
    const day = Math.floor(round(from) / DAY);
    const name = WEEKDAYS[day] ?? '';
    const ends = round(to) - day * DAY;
    const range = `${clock(round(from) - day * DAY)}-${clock(ends > DAY ? ends - DAY : ends)}${ends > DAY ? '+1' : ''}`;
    days.set(name, [...(days.get(name) ?? []), range]);
  }
  return Object.fromEntries(days);
}

function clock(second: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return `${two(h)}:${two(m)}${s > 0 ? `:${two(s)}` : ''}`;
}
