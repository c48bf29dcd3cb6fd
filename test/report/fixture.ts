/**
 * Results as a two-day blended centre would give them, made by formulas: four processes, three groups, half hours,
 * replications with half widths, every verdict, a recorded comparison, and names nobody should trust.
 */
import {OWNERS} from '../../src/measure/life/owners.ts';
import type {
  Estimate,
  GroupIntervalRow,
  IntervalRow,
  LateTime,
  MetricDefinition,
  MetricValues,
  MilestoneResult,
  RecordedFigures,
  Results,
} from '../../src/measure/results.ts';
import {PART_NAMES, type PartName} from '../../src/measure/waitParts/parts.ts';

export const HOSTILE = '=cmd|"/c calc"!A1 <script>alert(1)</script> \u001b[31mred\u0007';

const INTERVALS = 96;
const estimate = (value: number | null, halfWidth: number | null = null): Estimate => ({value, halfWidth});
const stamp = (i: number) => {
  const minutes = (i % 48) * 30;
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `2026-03-0${2 + Math.floor(i / 48)}T${clock}`;
};
const round = (value: number, digits = 3) => Number(value.toFixed(digits));
const hourOf = (i: number) => (i % 48) / 2;
const open = (i: number) => hourOf(i) >= 8 && hourOf(i) < 18;
/** Two humps a day, at 10:30 and 15:00. */
const shape = (i: number) => Math.exp(-((hourOf(i) - 10.5) ** 2) / 4) + 0.8 * Math.exp(-((hourOf(i) - 15) ** 2) / 5);
/** Met, violated, open; seconds left of those met and open, late of those violated. What is open is due on the second day. */
const milestoneOf = (
  process: string,
  milestone: string,
  [met, violated, left]: readonly [number, number, number],
  [metLeftSeconds, openLeftSeconds, lateSeconds]: readonly (number | null)[],
): MilestoneResult => ({
  process,
  milestone,
  started: met + violated + left,
  met,
  violated,
  open: left,
  withdrawn: 0.5,
  warned: violated + 1,
  late: violated,
  missed: 0,
  overdue: 0,
  attainment: met + violated > 0 ? {value: round(met / (met + violated)), halfWidth: 0.0123} : estimate(null),
  metLeftSeconds,
  openLeftSeconds,
  lateSeconds,
  days:
    met + violated === 0
      ? []
      : [
          {day: '2026-03-02', started: met + violated, met, violated, open: 0},
          {day: '2026-03-03', started: left, met: 0, violated: 0, open: left},
        ],
});

/** Of so many late items, by owner: seconds an item. */
const lateOf = (process: string, items: number, whole: readonly number[], pastDue: readonly number[]): LateTime => {
  const byOwner = (of: readonly number[]) =>
    Object.fromEntries(OWNERS.map((owner, i) => [owner, estimate(round(items * (of[i] ?? 0)), 10)]));
  return {
    process,
    items: estimate(items, 2),
    gaveUp: estimate(0, 0),
    open: estimate(1, 1),
    wholeSeconds: byOwner(whole) as LateTime['wholeSeconds'],
    pastDueSeconds: byOwner(pastDue) as LateTime['wholeSeconds'],
  };
};
const indices = Array.from({length: INTERVALS}, (_, i) => i);

/** Of Monday and Tuesday; nothing is judged on the other days. */
const weekOf = (of: (i: number) => number | null) => Array.from({length: 7 * 48}, (_, i) => (i < 96 ? of(i) : null));

function liveRow(process: string, channel: string, peak: number, handleSeconds: number): IntervalRow {
  const offered = indices.map((i) => (open(i) ? round(peak * shape(i) + 2, 2) : 0));
  const answered = offered.map((count, i) => round(count * (0.98 - 0.09 * shape(i)), 2));
  return {
    process,
    channel,
    offered,
    answered,
    abandoned: offered.map((count, i) => round(count - (answered[i] ?? 0), 2)),
    rejected: indices.map((i) => (hourOf(i) === 18 ? 1.5 : 0)),
    serviceLevel: indices.map((i) =>
      open(i)
        ? estimate(round(0.97 - 0.34 * shape(i) + 0.05 * Math.sin(i * 3)), round(0.02 + 0.05 * shape(i)))
        : estimate(null),
    ),
    slaAttainment: indices.map(() => estimate(null)),
    meanWaitSeconds: indices.map((i) => (open(i) ? round(4 + 44 * shape(i) ** 2, 1) : null)),
    backlogNotStarted: indices.map((i) => (open(i) ? round(peak * 0.09 * shape(i) ** 2, 2) : 0)),
    backlogInHand: offered.map((count) => round((count * handleSeconds) / 1800, 2)),
    backlogOverdue: indices.map(() => 0),
    backlogHalfWidth: indices.map((i) => (open(i) ? round(0.6 * shape(i), 2) : 0)),
    handledSeconds: answered.map((count) => round(count * handleSeconds, 1)),
  };
}

function deferredRow(process: string, channel: string, perInterval: number, handleSeconds: number): IntervalRow {
  const offered = indices.map((i) => (i % 48 === 15 ? perInterval * 12 : round(perInterval * (open(i) ? 1 : 0.3), 2)));
  const waiting: number[] = [];
  let backlog = 20;
  for (const i of indices) {
    waiting.push(round(backlog, 2));
    backlog = Math.max(0, backlog + (offered[i] ?? 0) - (open(i) ? perInterval * 1.35 : 0));
  }
  return {
    process,
    channel,
    offered,
    answered: indices.map((i) => (open(i) ? round(perInterval * 1.35, 2) : 0)),
    abandoned: indices.map(() => 0),
    rejected: indices.map(() => 0),
    serviceLevel: indices.map(() => estimate(null)),
    slaAttainment: indices.map((i) =>
      open(i)
        ? estimate(round(Math.min(1, 0.99 - 0.12 * shape(i) - i * 0.0006)), round(0.01 + 0.03 * shape(i)))
        : estimate(null),
    ),
    judgedDue: indices.map((i) => (open(i) ? perInterval : 0)),
    meanWaitSeconds: indices.map((i) => (open(i) ? round(3600 * (1 + shape(i)), 1) : null)),
    backlogNotStarted: waiting,
    backlogInHand: indices.map((i) => (open(i) ? round(perInterval * 0.4, 2) : 0)),
    backlogOverdue: waiting.map((count, i) => round(count * 0.08 * (1 + Math.sin(i / 8)), 2)),
    backlogHalfWidth: waiting.map((count) => round(0.1 * count, 2)),
    handledSeconds: indices.map((i) => (open(i) ? round(perInterval * 1.35 * handleSeconds, 1) : 0)),
  };
}

function groupRow(group: string, agents: number): GroupIntervalRow {
  const onDuty = indices.map((i) => (open(i) ? (hourOf(i) >= 12 && hourOf(i) < 13 ? agents * 0.6 : agents) : 0));
  const occupancy = indices.map((i) => (open(i) && agents > 0 ? round(Math.min(0.97, 0.45 + 0.5 * shape(i))) : null));
  return {
    group,
    onDutyAgents: onDuty,
    busyAgents: onDuty.map((count, i) => round(count * (occupancy[i] ?? 0), 2)),
    paidAgents: indices.map((i) => (open(i) ? agents : 0)),
    occupancy,
    occupancyHalfWidth: occupancy.map((value) => (value === null ? null : 0.03)),
  };
}

const metric = (
  key: string,
  label: string,
  unit: MetricDefinition['unit'],
  better: MetricDefinition['better'],
  definition: string,
): MetricDefinition => ({key, label, unit, better, definition});

const METRICS = [
  metric('offered', 'offered', 'items', 'neither', 'Items that arrived and were not rejected.'),
  metric('answered', 'answered', 'items', 'higher', 'Items whose work began.'),
  metric('abandoned', 'abandoned', 'items', 'lower', 'Items that hung up while waiting.'),
  metric('abandonment', 'abandonment', 'ratio', 'lower', 'Abandoned ÷ offered.'),
  metric('serviceLevel', 'service level', 'ratio', 'higher', 'Answered within the limit ÷ offered.'),
  metric('slaAttainment', 'SLA attainment', 'ratio', 'higher', 'Completed by the due date ÷ due.'),
  metric('wait', 'mean wait', 'seconds', 'lower', 'Mean wait of answered and abandoned.'),
  metric('waitQuantile50', 'median wait', 'seconds', 'lower', 'Wait that 50 % do not exceed.'),
  metric('waitQuantile90', '90 % wait', 'seconds', 'lower', 'Wait that 90 % do not exceed.'),
  metric('waitQuantile95', '95 % wait', 'seconds', 'lower', 'Wait that 95 % do not exceed.'),
  metric('backlogAtEnd', 'backlog at end', 'items', 'lower', 'Items not in a final state at the end.'),
  metric('backlogPeak', 'peak backlog', 'items', 'lower', 'Most items not in a final state.'),
  metric('occupancy', 'occupancy', 'ratio', 'neither', 'Busy ÷ (busy + ready).'),
  metric('utilization', 'utilization', 'ratio', 'neither', 'Busy ÷ paid.'),
] as const;

interface Figures {
  readonly offered: number;
  readonly abandoned?: number;
  readonly serviceLevel?: number;
  readonly slaAttainment?: number;
  readonly wait: readonly [number, number, number, number];
  readonly backlog: readonly [number, number];
}
function values(figures: Figures): MetricValues {
  const {offered, abandoned = 0, serviceLevel, slaAttainment, wait, backlog} = figures;
  return {
    offered: estimate(offered, round(offered * 0.012, 2)),
    answered: estimate(round(offered - abandoned, 2), round(offered * 0.011, 2)),
    abandoned: estimate(abandoned, round(abandoned * 0.1, 2)),
    abandonment: estimate(round(abandoned / offered, 5), 0.004),
    serviceLevel: estimate(serviceLevel ?? null, serviceLevel === undefined ? null : 0.011),
    slaAttainment: estimate(slaAttainment ?? null, slaAttainment === undefined ? null : 0.014),
    wait: estimate(figures.wait[0], round(wait[0] * 0.06, 3)),
    waitQuantile50: estimate(wait[1]),
    waitQuantile90: estimate(wait[2]),
    waitQuantile95: estimate(wait[3]),
    backlogAtEnd: estimate(backlog[0], 1.2),
    backlogPeak: estimate(backlog[1], 2.4),
  };
}

const CALLS = values({
  offered: 1204.3,
  abandoned: 61.25,
  serviceLevel: 0.8123,
  wait: [18.4, 4.2, 51.7, 74.1],
  backlog: [0, 21.4],
});
const CHATS = values({
  offered: 412.8,
  abandoned: 9.4,
  serviceLevel: 0.943,
  wait: [11.2, 0, 38.5, 55],
  backlog: [2.1, 14.7],
});
const CASES = values({
  offered: 618.2,
  slaAttainment: 0.921,
  wait: [6120, 4380, 15_300, 24_480],
  backlog: [84.5, 131.2],
});
const LEADS = values({offered: 206.1, slaAttainment: 0.9987, wait: [2710, 1460, 7020, 93_600], backlog: [11, 48.3]});
const TOTAL = values({
  offered: 2441.4,
  abandoned: 70.65,
  serviceLevel: 0.846,
  slaAttainment: 0.94,
  wait: [1802, 12.1, 7220, 14_900],
  backlog: [97.6, 188.1],
});
const WORK = values({offered: 824.3, slaAttainment: 0.942, wait: [5268, 3650, 13_400, 31_500], backlog: [95.5, 170.9]});

const figures = (wait: number, within: number, abandonment: number): RecordedFigures => ({
  meanWaitSeconds: wait,
  meanWaitAnsweredSeconds: round(wait * 0.92, 1),
  waitQuantilesSeconds: [round(wait * 0.4, 1), round(wait * 2.4, 1), round(wait * 3.5, 1)],
  withinSeconds: 20,
  within,
  abandonment,
});

const rows = [
  liveRow('calls', 'voice', 60, 260),
  liveRow('chats', 'chat', 21, 540),
  deferredRow('finance-silver', 'workitem', 12, 360),
  deferredRow(HOSTILE, 'email', 4, 480),
];
const curve = (
  process: string,
  channel: string,
  clock: string | null,
  slaSeconds: number | null,
  corners: number[][],
) => ({
  process,
  channels: [channel],
  clock,
  slaSeconds,
  ageSeconds: corners.map(([age]) => age ?? 0),
  priority: corners.map(([, priority]) => priority ?? 0),
});

/** Seconds of each part of the wait; the others 0. */
const partsOf = (seconds: Partial<Record<PartName, number>>) =>
  Object.fromEntries(PART_NAMES.map((name) => [name, estimate(seconds[name] ?? 0, 0)])) as Record<
    PartName,
    ReturnType<typeof estimate>
  >;

export const fixture: Results = {
  schema: 1,
  scenario: {name: 'Finance and Sales, one blended desk', hash: '6b1f0c9a'},
  version: '0.1.0',
  seed: '2026',
  replications: 20,
  horizon: {
    from: '2026-03-02T00:00',
    to: '2026-03-04T00:00',
    zone: 'Europe/Madrid',
    intervalSeconds: 1800,
    days: ['2026-03-02', '2026-03-03'],
  },
  metrics: Object.fromEntries(METRICS.map((each) => [each.key, each])),
  flow: {
    total: TOTAL,
    process: {calls: CALLS, chats: CHATS, 'finance-silver': CASES, [HOSTILE]: LEADS},
    channel: {voice: CALLS, chat: CHATS, workitem: CASES, email: LEADS},
    source: {'billing-line': CALLS, 'web-chat': CHATS, 'crm-cases': WORK},
    attribute: {customerSegment: {Gold: CALLS, Silver: WORK}},
    processChannel: [
      {process: 'calls', channel: 'voice', values: CALLS},
      {process: 'chats', channel: 'chat', values: CHATS},
      {process: 'finance-silver', channel: 'workitem', values: CASES},
      {process: HOSTILE, channel: 'email', values: LEADS},
    ],
  },
  group: {
    'finance-seniors': {occupancy: estimate(0.871, 0.012), utilization: estimate(0.774, 0.011)},
    'back-office': {occupancy: estimate(0.655, 0.02), utilization: estimate(0.58, 0.018)},
    'weekend @SUM(A1)': {occupancy: estimate(null), utilization: estimate(0)},
  },
  goals: [
    {
      text: 'service level of voice within 20s at least 80%',
      metric: 'serviceLevel',
      of: {channel: 'voice'},
      estimate: estimate(0.8123, 0.011),
      limit: {kind: 'atLeast', value: 0.8},
      onDays: null,
      verdict: 'met',
      judged: 1204,
    },
    {
      text: 'SLA attainment of finance-silver at least 95%',
      metric: 'slaAttainment',
      of: {process: 'finance-silver'},
      estimate: estimate(0.921, 0.014),
      limit: {kind: 'atLeast', value: 0.95},
      onDays: null,
      verdict: 'missed',
      judged: 618,
    },
    {
      text: 'wait of calls, 90% quantile at most 52s',
      metric: 'wait',
      of: {process: 'calls'},
      estimate: estimate(51.7, 2.2),
      limit: {kind: 'atMost', value: 52},
      onDays: null,
      verdict: 'undecided',
      judged: 1204,
    },
    {
      text: 'occupancy of finance-seniors at most 88% on 90% of days',
      metric: 'occupancy',
      of: {group: 'finance-seniors'},
      estimate: estimate(0.925, 0.06),
      limit: {kind: 'atMost', value: 0.88},
      onDays: 0.9,
      verdict: 'undecided',
      judged: 40,
    },
    {
      text: `backlog of ${HOSTILE} at end at most 50`,
      metric: 'backlogAtEnd',
      of: {process: HOSTILE},
      estimate: estimate(11, 1.2),
      limit: {kind: 'atMost', value: 50},
      onDays: null,
      verdict: 'met',
      judged: 206,
    },
    {
      text: 'abandonment of source returns at most 5%',
      metric: 'abandonment',
      of: {source: 'returns'},
      estimate: estimate(null),
      limit: {kind: 'atMost', value: 0.05},
      onDays: null,
      verdict: 'nothing to judge',
      judged: 0,
    },
  ],
  balance: {
    created: 2456.4,
    rejected: 15,
    cancelled: 0,
    completed: 2273.15,
    abandoned: 70.65,
    inHand: 12.4,
    waiting: 85.2,
    held: 0,
    redials: 22.1,
  },
  intervals: {
    start: indices.map(stamp),
    startMs: indices.map((i) => i * 1_800_000),
    rows,
    groups: [groupRow('finance-seniors', 12), groupRow('back-office', 5), groupRow('weekend @SUM(A1)', 0)],
    waitParts: [
      {
        process: 'finance-silver',
        seconds: {
          nobody: indices.map((i) => (open(i) ? 0 : 7200)),
          ownWork: indices.map((i) => round(9000 * shape(i), 0)),
        },
      },
      {process: HOSTILE, seconds: {capacity: indices.map((i) => round(1800 * shape(i), 0))}},
    ],
  },
  agents: ['finance-seniors 1', 'finance-seniors 2', '+Ann, "the" O\u2019Neil'].map((agent, i) => ({
    agent,
    group: i < 2 ? 'finance-seniors' : 'back-office',
    answered: 52.4 + i,
    onDutySeconds: 57_600,
    busySeconds: 41_000.5 + 100 * i,
    readySeconds: 9000,
    ringingSeconds: 400,
    restingSeconds: 3600,
    notReadySeconds: 3599.5 - 100 * i,
    overtimeSeconds: 120,
    missed: 1.2,
    occupancy: i < 2 ? 0.82 : null,
  })),
  processFlows: [
    {from: 'calls', to: 'finance-silver', by: 'workOrder', items: 30},
    {from: 'calls', to: 'calls', by: 'transfer', items: 10.5},
  ],
  stages: {
    names: [
      {stage: 'new', status: 'new', final: false},
      {stage: 'NEW', status: 'queued', final: false},
      {stage: 'IN PROGRESS', status: 'assigned', final: false},
      {stage: 'PENDING', status: 'held', final: false},
      {stage: 'SOLD', status: 'completed', final: true},
      {stage: '<b>CLOSED</b>', status: 'completed', final: true},
    ],
    rows: [
      {process: 'calls', stage: 'NEW', entered: 120, left: 118, seconds: 3540, meanSeconds: {value: 30, halfWidth: 2}},
      {
        process: 'calls',
        stage: 'IN PROGRESS',
        entered: 118,
        left: 115,
        seconds: 28_750,
        meanSeconds: {value: 250, halfWidth: 4},
      },
      {
        process: 'calls',
        stage: 'PENDING',
        entered: 30,
        left: 20,
        seconds: 4000,
        meanSeconds: {value: 200, halfWidth: null},
      },
      {process: 'calls', stage: 'SOLD', entered: 70, left: 0, seconds: 0, meanSeconds: {value: null, halfWidth: null}},
      {
        process: 'calls',
        stage: '<b>CLOSED</b>',
        entered: 15,
        left: 0,
        seconds: 0,
        meanSeconds: {value: null, halfWidth: null},
      },
    ],
    flows: [
      {process: 'calls', from: 'new', to: 'NEW', items: 100},
      {process: 'calls', from: 'NEW', to: 'IN PROGRESS', items: 118},
      {process: 'calls', from: 'IN PROGRESS', to: 'PENDING', items: 30},
      {process: 'calls', from: 'IN PROGRESS', to: 'SOLD', items: 70},
      {process: 'calls', from: 'IN PROGRESS', to: '<b>CLOSED</b>', items: 15},
      {process: 'calls', from: 'PENDING', to: 'NEW', items: 20},
    ],
  },
  personal: {
    agents: [],
    groups: [
      {
        group: 'finance-seniors',
        workbinItems: indices.map((i) => (open(i) ? round(2 + 4 * shape(i), 2) : 2)),
        inboxItems: indices.map((i) => round(Math.max(0, 30 - 0.4 * (i % 48)), 2)),
      },
      {group: 'back-office', workbinItems: indices.map((i) => round(shape(i), 2)), inboxItems: indices.map(() => 0)},
    ],
  },
  waitParts: {
    process: [
      {process: 'calls', seconds: partsOf({ringing: 900, notOpen: 2400, otherWork: 5200, ownWork: 18_000})},
      {process: 'finance-silver', seconds: partsOf({held: 90_000, nobody: 2_400_000, kept: 60_000, ownWork: 900_000})},
      {process: HOSTILE, seconds: partsOf({capacity: 40_000, otherWork: 9000})},
    ],
    attribute: [{name: 'tier', value: HOSTILE, seconds: partsOf({notOpen: 1200, capacity: 300})}],
  },
  waits: [
    ['calls', 'voice', 14],
    ['chats', 'chat', 8],
    ['finance-silver', 'workitem', 5200],
    [HOSTILE, 'email', 2100],
  ].map(([process, channel, mean]) => {
    const atSeconds = [0, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14_400, 28_800, 86_400];
    return {
      process: String(process),
      channel: String(channel),
      atSeconds,
      share: atSeconds.map((at) => round(1 - 0.7 * Math.exp(-at / Number(mean)), 4)),
    };
  }),
  probes: [
    {
      at: '2026-03-02T09:30',
      atMs: 34_200_000,
      waiting: {calls: estimate(3.2, 0.8), chats: estimate(1.1, 0.4)},
      busyAgents: estimate(15.3, 0.5),
      freeAgents: estimate(1.7, 0.5),
      allBusy: estimate(0.55, 0.1),
    },
  ],
  rules: [
    {rule: 'voice', process: 'calls', hits: 24_086},
    {rule: 'chat', process: 'chats', hits: 8256},
    {rule: 'Finance, Silver', process: 'finance-silver', hits: 12_364},
    {rule: 'Sales, Gold', process: 'finance-silver', hits: 0},
    {rule: 'otherwise', process: HOSTILE, hits: 4122},
  ],
  targets: [
    {process: 'calls', target: 'Voice >= 5', answered: 1010.2, meanWaitSeconds: 12.2},
    {process: 'calls', target: 'Voice >= 1', answered: 132.8, meanWaitSeconds: 66.1},
    {
      process: 'finance-silver',
      target: 'Sales Processing > 7 and Legacy System Processing > 1',
      answered: 402,
      meanWaitSeconds: 3121,
    },
    {process: 'finance-silver', target: 'Sales Processing > 0', answered: 131.7, meanWaitSeconds: 15_120},
  ],
  leads: {
    notContacted: [{process: 'sales-hot', leads: 7.5, valueLost: 950}],
    byGroup: [
      {
        process: 'sales-hot',
        group: 'phones',
        contacts: 812.5,
        conversions: 61.2,
        valueWon: 55_080.4,
        valueLost: 9120.7,
      },
      {process: 'sales-hot', group: HOSTILE, contacts: 40, conversions: 0, valueWon: 0, valueLost: 12.25},
      {process: HOSTILE, group: 'phones', contacts: 120, conversions: 14, valueWon: 12_600, valueLost: 0},
    ],
    byTarget: [
      {
        process: 'sales-hot',
        target: 'preferred agent',
        contacts: 12.5,
        conversions: 1.2,
        valueWon: 1080.4,
        valueLost: 0,
      },
      {process: 'sales-hot', target: HOSTILE, contacts: 840, conversions: 60, valueWon: 54_000, valueLost: 9132.95},
    ],
    byAge: [
      {
        process: 'sales-hot',
        fromSeconds: 0,
        toSeconds: 300,
        contacts: 300,
        conversions: 36,
        valueWon: 32_000,
        valueLost: 0,
      },
      {
        process: 'sales-hot',
        fromSeconds: 300,
        toSeconds: 900,
        contacts: 420,
        conversions: 25,
        valueWon: 23_080.4,
        valueLost: 4000,
      },
      {
        process: 'sales-hot',
        fromSeconds: 2_419_200,
        toSeconds: null,
        contacts: 132.5,
        conversions: 0.2,
        valueWon: 0,
        valueLost: 5132.95,
      },
      {
        process: HOSTILE,
        fromSeconds: 300,
        toSeconds: 900,
        contacts: 120,
        conversions: 14,
        valueWon: 12_600,
        valueLost: 0,
      },
    ],
    dispositions: [
      {process: 'sales-hot', disposition: 'converted', items: 61.2},
      {process: 'sales-hot', disposition: HOSTILE, items: 400},
    ],
  },
  milestones: [
    milestoneOf('finance-silver', 'first response', [60.5, 3.5, 1], [2200, 1800, 640]),
    milestoneOf('finance-silver', 'resolution', [40, 21, 4], [9400, null, 46_000]),
    milestoneOf(HOSTILE, 'a\u001b[31m stage & <b>more</b>', [0, 2, 0], [null, null, 60]),
    milestoneOf('calls', 'never', [0, 0, 0], [null, null, null]),
  ],
  late: [
    lateOf('finance-silver', 41.2, [9000, 1500, 30_000, 4200, 7200, 46_000], [2000, 900, 9000, 2500, 0, 14_400]),
    lateOf(HOSTILE, 3, [600, 400, 0, 0, 0, 3600], [60, 400, 0, 0, 0, 0]),
    lateOf('calls', 0, [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]),
  ],
  week: {
    minutes: 30,
    rows: [
      {metric: 'offered', values: weekOf((i) => round(40 * shape(i), 1))},
      {metric: 'serviceLevel', values: weekOf((i) => (open(i) ? round(0.97 - 0.34 * shape(i)) : null))},
    ],
  },
  fairness: [
    {
      group: 'finance-seniors',
      agent: 'finance-seniors 1',
      agents: 2,
      offers: {least: 3.2, most: 3.6, gini: 0.029, lorenz: [0, 0.471, 1]},
      load: {least: 0.74, most: 0.82, gini: 0.026, lorenz: [0, 0.474, 1]},
    },
    {
      group: 'back-office',
      agent: HOSTILE,
      agents: 4,
      offers: {least: 1, most: 9, gini: 0.5, lorenz: [0, 0.083, 0.167, 0.25, 1]},
      load: {least: 0, most: 0, gini: null, lorenz: []},
    },
  ],
  takenBy: [
    {process: 'calls', step: 1, group: 'finance-seniors', answered: 990.5},
    {process: 'calls', step: 1, group: 'back-office', answered: 19.7},
    {process: 'calls', step: 2, group: 'back-office', answered: 132.8},
    {process: 'finance-silver', step: 0, group: 'finance-seniors', answered: 61},
    {process: 'finance-silver', step: 1, group: 'finance-seniors', answered: 402},
    {process: 'finance-silver', step: 2, group: 'back-office', answered: 131.7},
  ],
  recorded: {
    sentence:
      'Simulated mean wait is 18.4 s against 21.0 s recorded (12 % lower); answered within 20 s 81 % against 78 %.',
    rows: [
      {
        scope: 'everything',
        offered: 1617,
        recorded: figures(21, 0.78, 0.049),
        simulated: figures(18.4, 0.8123, 0.0508),
      },
      {
        scope: 'process calls',
        offered: 1204,
        recorded: figures(24.2, 0.76, 0.055),
        simulated: figures(20.9, 0.79, 0.054),
      },
      {
        scope: 'process chats',
        offered: 413,
        recorded: figures(12.1, 0.92, 0.02),
        simulated: figures(11.2, 0.943, 0.0228),
      },
      {
        scope: 'channel voice',
        offered: 1204,
        recorded: figures(24.2, 0.76, 0.055),
        simulated: figures(20.9, 0.79, 0.054),
      },
    ],
    byInterval: indices.map((i) => ({
      start: stamp(i),
      startMs: i * 1_800_000,
      recordedMeanWaitSeconds: open(i) ? round(6 + 48 * shape(i) ** 2 + 6 * Math.sin(i * 5), 1) : null,
      simulatedMeanWaitSeconds: open(i) ? round(4 + 44 * shape(i) ** 2, 1) : null,
      recordedOffered: open(i) ? round(60 * shape(i) + 2, 2) : 0,
      simulatedOffered: open(i) ? round(60 * shape(i) + 2, 2) : 0,
    })),
    byDay: [
      {day: '2026-03-02', offered: 1617, recorded: figures(21, 0.78, 0.049), simulated: figures(18.4, 0.8123, 0.0508)},
    ],
    byHourOfDay: Array.from({length: 24}, (_, hour) => {
      const some = hour >= 8 && hour < 18;
      const at = shape(hour * 2);
      return {
        hour,
        recordedMeanWaitSeconds: some ? round(6 + 48 * at ** 2, 1) : null,
        simulatedMeanWaitSeconds: some ? round(4 + 44 * at ** 2, 1) : null,
        recordedWithin: some ? round(0.96 - 0.3 * at) : null,
        simulatedWithin: some ? round(0.97 - 0.27 * at) : null,
        recordedAbandonment: some ? round(0.02 + 0.07 * at) : null,
        simulatedAbandonment: some ? round(0.02 + 0.06 * at) : null,
      };
    }),
  },
  curves: {
    curves: [
      curve('calls', 'voice', null, null, [
        [0, 800],
        [200, 1000],
        [200, 1000],
        [86_400, 1000],
      ]),
      curve('chats', 'chat', null, null, [
        [0, 700],
        [300, 1000],
        [86_400, 1000],
      ]),
      curve('finance-silver', 'workitem', 'office', 108_000, [
        [0, 200],
        [14_400, 200],
        [14_400, 300],
        [28_800, 300],
        [28_800, 400],
        [57_600, 400],
        [57_600, 600],
        [86_400, 600],
        [86_400, 900],
        [108_000, 900],
        [108_000, 1100],
        [172_800, 1100],
      ]),
      curve(HOSTILE, 'email', null, 28_800, [
        [0, 200],
        [21_600, 200],
        [21_600, 900],
        [28_800, 900],
        [28_800, 1200],
        [115_200, 1500],
      ]),
    ],
    crossings: [
      {over: HOSTILE, under: 'calls', atAgeSeconds: 28_800, priority: 1200},
      {over: 'finance-silver', under: 'calls', atAgeSeconds: 108_000, priority: 1100},
    ],
  },
  warnings: [
    {
      kind: 'noPossibleAgent',
      count: 12,
      message: `12 items of ${HOSTILE} can be taken by nobody: no agent has Voice >= 7`,
      examples: ['email 17 at 2026-03-02T09:12', HOSTILE],
    },
    {
      kind: 'ruleNeverMatched',
      count: 1,
      message: 'rule 4 of segmentation (Sales, Gold) never matched: rule 3 stands before it and takes the same items',
      examples: [],
    },
  ],
};
