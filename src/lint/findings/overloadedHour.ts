import {WEEK_HOURS} from '../../compile/week.ts';
import type {LintContext, Served} from '../context.ts';
import type {FindingKind, Found} from '../finding.ts';
import {weekText} from '../weekText.ts';
import {listed, percent} from '../words.ts';

export const overloadedHour: FindingKind = {
  code: 'overloaded-hour',
  title: 'Hours in which more live work comes than all who may take it could do',
  severity: 'warning',
  doc: 'Offered load, the arrivals of an hour times their handle time and wrap-up, above the agents at work who may take any of it, each at his speed and with as much at once as his capacity rule allows. Nobody can keep up then, whatever the rules: customers wait or hang up. Work that may wait for the next day is not judged by the hour.',
  find(context) {
    // Work far above capacity all through has been told.
    if (context.problems.some(({check}) => check === 'overload')) return [];
    const pools = new Map<string, Served[]>();
    for (const served of context.served.filter(({isLive, stages}) => isLive && stages.length > 0)) {
      const key = [...(served.stages.at(-1) ?? [])].sort((a, b) => a - b).join();
      pools.set(key, [...(pools.get(key) ?? []), served]);
    }
    return [...pools.values()].flatMap((pool) => judged(context, pool));
  },
};

/** Processes of exactly the same agents. */
function judged(context: LintContext, pool: readonly Served[]): Found[] {
  const {scenario, week, presence} = context;
  const names = pool.map(({process}) => process);
  const load = context.load.filter(({process}) => names.includes(process));
  const capacity = capacityByHour(context, pool);
  const hours = Array.from({length: WEEK_HOURS}, (_, hour) => ({
    work: load.reduce((sum, {workHours}) => sum + workHours[hour], 0),
    capacity: capacity[hour],
    fromMs: week.edgesMs[hour] ?? 0,
    toMs: week.edgesMs[hour + 1] ?? 0,
  })).filter(({fromMs, toMs}) => fromMs >= presence.fromMs && toMs <= presence.toMs);
  const gaps = presence.gaps(pool[0]?.stages.at(-1) ?? new Set());
  // Hours without anybody, if only for a while, are starvation.
  const over = hours.filter(
    (one) => one.work > one.capacity && !gaps.some(({fromMs, toMs}) => fromMs < one.toMs && one.fromMs < toMs),
  );
  const [worst] = [...over].sort((a, b) => b.work / b.capacity - a.work / a.capacity);
  if (worst === undefined) return [];
  const all = load.reduce((sum, {items}) => sum + items.reduce((total, count) => total + count, 0), 0);
  const inside = load.reduce(
    (sum, {items}) =>
      sum +
      items.reduce(
        (total, count, hour) => total + (over.some(({fromMs}) => fromMs === week.edgesMs[hour]) ? count : 0),
        0,
      ),
    0,
  );
  const text = weekText(scenario, joinedHours(over));
  return [
    {
      path: ['routing', 'processes', names[0] ?? ''],
      message: `${listed(names)}: more work comes than all who may take it can do, ${text}; at worst ${weekText(scenario, [worst])}, ${worst.work.toFixed(1)} hours of work for ${worst.capacity.toFixed(1)} of agents`,
      counterExample: {
        kind: 'windows',
        text,
        windows: over.map(({fromMs, toMs}) => ({fromMs, toMs})),
        share: all > 0 ? inside / all : null,
      },
      suggestion: `put more of them on duty then: ${percent(all > 0 ? inside / all : 0)} of the items arrive in those hours`,
    },
  ];
}

function joinedHours(hours: readonly {readonly fromMs: number; readonly toMs: number}[]) {
  const joined: {fromMs: number; toMs: number}[] = [];
  for (const {fromMs, toMs} of hours) {
    const last = joined.at(-1);
    if (last?.toMs === fromMs) last.toMs = toMs;
    else joined.push({fromMs, toMs});
  }
  return joined;
}

/** Hours of work that the agents of a pool do at best in each hour of the week. */
function capacityByHour({plan, presence, week}: LintContext, pool: readonly Served[]): Float64Array {
  const hours = new Float64Array(WEEK_HOURS);
  const channels = new Set(pool.flatMap((served) => served.channels.map((name) => plan.channels.indexOf(name))));
  for (const profile of pool[0]?.stages.at(-1) ?? []) {
    const {speed, capacityRule} = plan.profiles.profiles[profile];
    const aside = mostAtOnce(plan.capacity.capacity, capacityRule, channels, plan.channels.length);
    for (const stretch of presence.everAtWork(profile))
      for (let hour = 0; hour < WEEK_HOURS; hour++) {
        const [from, to] = [week.edgesMs[hour] ?? 0, week.edgesMs[hour + 1] ?? 0];
        const overlap = Math.min(stretch.toMs, to) - Math.max(stretch.fromMs, from);
        if (overlap > 0) hours[hour] += (overlap / 3_600_000) * speed * aside;
      }
  }
  return hours;
}

/** Most items of some channels that an agent under a rule may have in hand. */
function mostAtOnce(
  {start, plus, counts}: LintContext['plan']['capacity']['capacity'],
  rule: number,
  channels: ReadonlySet<number>,
  width: number,
): number {
  const seen = new Set([start[rule]]);
  let most = 0;
  for (const state of seen) {
    let held = 0;
    for (const channel of channels) held += counts[state * width + channel];
    most = Math.max(most, held);
    for (let channel = 0; channel < width; channel++) {
      const next = plus[state * width + channel];
      if (next >= 0) seen.add(next);
    }
  }
  return Math.max(1, most);
}
