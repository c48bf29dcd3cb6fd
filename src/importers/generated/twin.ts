import {
  type Burst,
  burstsIn,
  type Fit,
  fitOf,
  type Observations,
  type Redials,
  redialsIn,
} from '../../fitting/index.ts';
import {type Findings, queueName} from '../findings.ts';
import {type Hours, hoursOf} from './byHour.ts';
import {type Day, type LogDays, logDays} from './days.ts';
import {type Busyness, busynessOf, type Rate, ratesOf} from './rates.ts';
import {type Stream, streamsOf} from './streams.ts';

/** A law of one purpose of a source, with what it was fitted to. */
export interface Fitted {
  readonly fit: Fit;
  readonly observations: Observations;
  /** Too few contacts of its own: all of the log together. */
  readonly isPooled: boolean;
  /** Where the time of day matters beyond chance. */
  readonly byHour: Hours | null;
}

/** Contacts that come all at once, at a time of day. */
export interface Batches {
  readonly localMs: number;
  readonly weekdays: readonly Day['weekday'][];
  readonly sizes: readonly number[];
}

/** One source of the generated scenario. */
export interface TwinSource {
  readonly name: string;
  readonly stream: Stream;
  readonly rates: readonly Rate[];
  readonly batches: readonly Batches[];
  readonly handleTime: Fitted | null;
  readonly wrapUp: Fitted | null;
  /** Null: nobody hung up, or nothing says how long anybody waited. */
  readonly patience: Fitted | null;
  /** Who hangs up and calls again, where the log tells customers apart; they are no part of the rates. */
  readonly redial: {readonly seen: Redials; readonly after: Fit} | null;
}

/** The log as laws: what generates contacts like its own. */
export interface Twin {
  readonly days: readonly Day[];
  readonly sources: readonly TwinSource[];
  readonly busyness: Busyness | null;
}

/** Contacts with which a source has a law of its own. */
const OWN_LAW = 50;
/** Of these, hung up, for patience. */
const OWN_PATIENCE = 20;

/** Reads the logs once more and fits what a generated scenario needs: rates, busyness, durations, patience. */
export function twinOf(findings: Findings): Twin {
  const {options, logs, facts} = findings;
  const streams = logs.flatMap((log) => streamsOf(options.openRows(log.file.path, null), log));
  const all = streams.flatMap(({arrivedMs}) => arrivedMs);
  const days = logDays(all, facts.firstMs, facts.lastMs, options.zone);
  const redials = streams.map(redialOf);
  const parted = streams.map((stream, i) => partedArrivals(firstAttempts(stream, redials[i]?.seen), days));
  const names = namesOf(streams);
  const pooled = new Map(
    logs.map(({source: {name}}) => [name, pooledLaws(streams.filter(({log}) => log === name))] as const),
  );
  return {
    days: days.days,
    busyness: busynessOf(
      parted.map(({single}) => single),
      days,
    ),
    sources: streams.map((stream, i) => ({
      name: names[i],
      stream,
      rates: ratesOf(parted[i].single, days),
      batches: parted[i].batches,
      handleTime: lawOf(handleTimes(stream), OWN_LAW, pooled.get(stream.log)?.handleTime ?? null, days),
      wrapUp: lawOf(wrapUps(stream), OWN_LAW, pooled.get(stream.log)?.wrapUp ?? null, null),
      redial: redials[i],
      patience: lawOf(waits(stream), OWN_PATIENCE, pooled.get(stream.log)?.patience ?? null, null),
    })),
  };
}

function redialOf(stream: Stream): TwinSource['redial'] {
  const seen = redialsIn(stream);
  const after = seen && fitOf({values: seen.delaysMs});
  return seen && after && {seen, after};
}

const firstAttempts = ({arrivedMs}: Stream, redials: Redials | undefined): readonly number[] =>
  redials ? arrivedMs.filter((_, i) => !redials.isRedial[i]) : arrivedMs;

/** Values, when they arrived, and whether they were seen whole. */
interface Timed extends Observations {
  readonly arrivedMs: readonly number[];
}

function handleTimes({handleMs, isAbandoned, arrivedMs}: Stream): Timed {
  const rows = [...handleMs.keys()].filter((i) => !isAbandoned[i] && !Number.isNaN(handleMs[i]));
  return {values: rows.map((i) => handleMs[i]), arrivedMs: rows.map((i) => arrivedMs[i])};
}

function wrapUps({wrapUpMs, arrivedMs}: Stream): Timed {
  const rows = [...wrapUpMs.keys()].filter((i) => !Number.isNaN(wrapUpMs[i]));
  return {values: rows.map((i) => wrapUpMs[i]), arrivedMs: rows.map((i) => arrivedMs[i])};
}

/** Patience: whole of those who hung up; of those who were answered at least what they waited. */
function waits({waitMs, isAbandoned, arrivedMs}: Stream): Timed {
  const rows = [...waitMs.keys()].filter((i) => !Number.isNaN(waitMs[i]));
  return {
    values: rows.map((i) => waitMs[i]),
    isWhole: rows.map((i) => isAbandoned[i]),
    arrivedMs: rows.map((i) => arrivedMs[i]),
  };
}

function pooledLaws(streams: readonly Stream[]) {
  const together = (of: (stream: Stream) => Timed): Timed => {
    const each = streams.map(of);
    const isWhole = each.flatMap((one) => one.isWhole ?? []);
    return {
      values: each.flatMap(({values}) => values),
      arrivedMs: each.flatMap(({arrivedMs}) => arrivedMs),
      ...(isWhole.length > 0 && {isWhole}),
    };
  };
  return {
    handleTime: lawOf(together(handleTimes), 1, null, null),
    wrapUp: lawOf(together(wrapUps), 1, null, null),
    patience: lawOf(together(waits), 1, null, null),
  };
}

/** The law of these observations, or the pooled one where too few were seen whole. */
function lawOf(observations: Timed, least: number, pooled: Fitted | null, days: LogDays | null): Fitted | null {
  const {values, isWhole} = observations;
  const whole = isWhole ? isWhole.filter(Boolean).length : values.length;
  if (whole < least) return pooled && {...pooled, isPooled: true};
  const fit = fitOf(observations);
  return fit && {fit, observations, isPooled: false, byHour: days && hoursOf(observations, fit, days)};
}

/** Arrivals one by one, and those that come in batches: bursts at one time of day on at least half of its weekdays. */
function partedArrivals(
  arrivedMs: readonly number[],
  days: LogDays,
): {single: readonly number[]; batches: readonly Batches[]} {
  const inOrder = [...arrivedMs].sort((a, b) => a - b);
  const bursts = new Map<number, Burst[]>();
  for (const burst of burstsIn(inOrder)) {
    const minute = Math.floor(days.momentOf(burst.atMs).localMs / MINUTE_MS);
    bursts.set(minute, [...(bursts.get(minute) ?? []), burst]);
  }
  const inBatches = new Set<number>();
  const batches: Batches[] = [];
  for (const [minute, group] of bursts) {
    const weekdays = [...new Set(group.map(({atMs}) => days.days[days.momentOf(atMs).day].weekday))];
    const chances = days.days.filter(({weekday, unusual}) => unusual === null && weekdays.includes(weekday)).length;
    if (group.length < FEWEST_BATCHES || group.length < chances / 2) continue;
    for (const {atMs} of group) inBatches.add(atMs);
    batches.push({localMs: minute * MINUTE_MS, weekdays, sizes: group.map(({size}) => size)});
  }
  return {single: inOrder.filter((at) => !inBatches.has(Math.floor(at / SECOND_MS) * SECOND_MS)), batches};
}
const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const FEWEST_BATCHES = 3;

/** Sources are called as their queue, else as their log; the channel or the attributes tell apart what is left alike. */
function namesOf(streams: readonly Stream[]): string[] {
  const plain = streams.map(({log, fixed}) => {
    const [queue] = Object.values(fixed);
    return queue === undefined ? log : queueName(queue);
  });
  const isAlone = (name: string) => plain.filter((other) => other === name).length === 1;
  const longer = streams.map(({channel, fixed}, i) =>
    isAlone(plain[i]) ? plain[i] : [plain[i], ...Object.values(fixed).slice(1), channel].join(' '),
  );
  return longer.map((name, i) => (longer.indexOf(name) === i ? name : `${name} ${i + 1}`));
}
