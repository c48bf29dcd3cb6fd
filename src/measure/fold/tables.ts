import {AGENT} from '../../engine/observer.ts';
import type {Model} from '../../model/model.ts';
import type {Scenario} from '../../scenario/scenario.ts';
import {studentEstimate} from '../../statistics/index.ts';
import {TIME_STRIDE} from '../agentTimes.ts';
import {BALANCE} from '../counts.ts';
import {AGENT_COUNTS, TARGET_COUNTS, targetStride} from '../fields.ts';
import type {AgentRow, Balance, Probe, Results, TakenBy, WaitDistribution, Warning} from '../results.ts';
import {bucketLastMs} from '../waitHistogram.ts';
import type {Replication} from './replication.ts';
import {sumRows} from './scopeTally.ts';

/** Points a wait distribution is drawn with, at most. */
const WAIT_POINTS = 100;

const meansOf = (replications: readonly Replication[], column: string): Float64Array =>
  sumRows(replications.map(({facts}) => facts.columns[column])).map((sum) => sum / replications.length);

export function balanceOf(replications: readonly Replication[]): Balance {
  const means = meansOf(replications, 'balance');
  const at = (name: (typeof BALANCE)[number]) => means[BALANCE.indexOf(name)] ?? 0;
  return {
    created: at('created'),
    rejected: at('rejected'),
    cancelled: at('cancelled'),
    completed: at('completed'),
    abandoned: at('abandoned'),
    inHand: at('inHand'),
    waiting: at('waiting'),
    held: at('held'),
    redials: at('redials'),
    ...(at('opened') > 0 && {opened: at('opened')}),
  };
}

export function agentRows(replications: readonly Replication[], {names, roster}: Model): AgentRow[] {
  const times = meansOf(replications, 'agentTimes');
  const counts = meansOf(replications, 'agentCounts');
  const rests = meansOf(replications, 'agentRests');
  const {reasons} = names;
  return names.agents.map((agent, index) => {
    const seconds = (state: number) => times[index * TIME_STRIDE + state] / 1000;
    const [busy, ready] = [seconds(AGENT.busy), seconds(AGENT.ready)];
    const [ringing, resting, notReady] = [AGENT.ringing, AGENT.resting, AGENT.notReady].map(seconds);
    return {
      agent,
      group: names.groups[roster.group[index]],
      answered: counts[index * AGENT_COUNTS.stride + AGENT_COUNTS.answered],
      onDutySeconds: busy + ready + ringing + resting + notReady,
      busySeconds: busy,
      readySeconds: ready,
      ringingSeconds: ringing,
      restingSeconds: resting,
      restingSecondsByReason: Object.fromEntries(
        reasons.map((reason, k) => [reason, rests[index * reasons.length + k] / 1000]),
      ),
      notReadySeconds: notReady,
      overtimeSeconds: seconds(AGENT.overtime),
      missed: counts[index * AGENT_COUNTS.stride + AGENT_COUNTS.missed],
      occupancy: busy + ready > 0 ? busy / (busy + ready) : null,
    };
  });
}

export function ruleRows(replications: readonly Replication[], {names}: Model, scenario: Scenario): Results['rules'] {
  const {rules, otherwise} = scenario.routing.segmentation;
  const processes = [
    ...rules.map((rule) => rule.then.process),
    otherwise?.process ?? [],
    scenario.demand.flatMap(({arrivals}) => (arrivals.kind === 'opened' ? arrivals.process : [])),
  ].flat();
  const hits = meansOf(replications, 'ruleHits');
  return names.rules.map((rule, index) => ({rule, process: processes[index] ?? '', hits: hits[index]}));
}

export function targetRows(replications: readonly Replication[], model: Model): Results['targets'] {
  const {names} = model;
  const counts = meansOf(replications, 'targets');
  const stride = targetStride(model);
  return names.processes.flatMap((process, index) =>
    ['preferred agent', ...(names.targets[index] ?? [])].flatMap((target, k) => {
      const at = (index * stride + k) * TARGET_COUNTS.stride;
      const answered = counts[at + TARGET_COUNTS.answered];
      // Names that a transfer leads to stand once more behind it: they are told where they took something.
      const again = k > 0 && names.targets[index].indexOf(target) < k - 1;
      if ((k === 0 || again) && answered === 0) return [];
      const meanWaitSeconds = answered > 0 ? counts[at + TARGET_COUNTS.waitMs] / answered / 1000 : null;
      return [{process, target, answered, meanWaitSeconds}];
    }),
  );
}

export function takenByRows(replications: readonly Replication[], model: Model): TakenBy[] {
  const {names} = model;
  const counts = meansOf(replications, 'takenBy');
  const [stride, groups] = [targetStride(model), names.groups.length];
  return names.processes.flatMap((process, index) => {
    const steps = stepsOf(model, index);
    const last = Math.max(0, ...steps);
    return Array.from({length: last + 1}, (_, step) => step).flatMap((step) =>
      names.groups.flatMap((group, column) => {
        const at = (place: number) => (index * stride + place) * groups + column;
        const answered = steps.reduce((sum, own, place) => sum + (own === step ? counts[at(place)] : 0), 0);
        return answered > 0 ? [{process, step, group, answered}] : [];
      }),
    );
  });
}

/** Of the preferred agent and of each name of the process's targets: which target it is on its route, 0 for the first of these. */
function stepsOf({eligibility, names, routes}: Model, process: number): number[] {
  const steps = new Array<number>(names.targets[process].length + 1).fill(0);
  for (let route = 0; route < routes.count; route++) {
    if (routes.process[route] !== process) continue;
    const first = routes.firstTarget?.[route] ?? 0;
    for (let stage = 0; stage < eligibility.stageCount[route]; stage++) steps[first + stage + 1] = stage + 1;
  }
  return steps;
}

export function probeRows(
  replications: readonly Replication[],
  {names, horizon}: Model,
  localTime: (ms: number) => string,
): Probe[] {
  const width = names.processes.length + 3;
  return Array.from(horizon.measureAtMs, (atMs, index) => {
    const estimate = (column: number) =>
      studentEstimate(replications.map(({facts}) => facts.columns.probes[index * width + column]));
    return {
      at: localTime(atMs),
      atMs,
      waiting: Object.fromEntries(names.processes.map((process, column) => [process, estimate(column)])),
      busyAgents: estimate(width - 3),
      freeAgents: estimate(width - 2),
      allBusy: estimate(width - 1),
    };
  });
}

/** Of one process and channel; `counts` by bucket of all replications, `offered` their items. */
export function waitDistribution(
  process: string,
  channel: string,
  counts: ArrayLike<number>,
  offered: number,
): WaitDistribution {
  const [atSeconds, share]: [number[], number[]] = [[], []];
  let [seen, shown] = [0, -1];
  let last = -1;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    if (counts[bucket] === 0) continue;
    seen += counts[bucket];
    last = bucket;
    // a point each time another hundredth of the items is passed: steep parts get points, flat parts none
    const step = Math.floor((WAIT_POINTS * seen) / offered);
    if (step === shown) continue;
    shown = step;
    atSeconds.push(bucketLastMs(bucket) / 1000);
    share.push(seen / offered);
  }
  if (last >= 0 && atSeconds.at(-1) !== bucketLastMs(last) / 1000) {
    atSeconds.push(bucketLastMs(last) / 1000);
    share.push(seen / offered);
  }
  return {process, channel, atSeconds, share};
}

/** The same warning of several replications once, with the largest count: they read the same rows. */
export function mergedWarnings(replications: readonly Replication[]): Warning[] {
  const merged = new Map<string, Warning>();
  for (const {facts} of replications)
    for (const warning of facts.warnings) {
      const key = JSON.stringify([warning.kind, warning.message]);
      const known = merged.get(key);
      if (known === undefined || warning.count > known.count) merged.set(key, warning);
    }
  return [...merged.values()];
}
