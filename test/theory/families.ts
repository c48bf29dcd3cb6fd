/**
 * What of the reference `npm test` runs, shortened: a case or two of every family, each with a model that is wrong in
 * one thing and must be told from the right one. What is wrong is a mistake one could make: a limit where none is, a
 * rule noticed too late, a distribution for another of the same mean, ties by number.
 */
import type {Priority, Sim, SimClass, SimGroup} from '../reference/sim.ts';

export interface Trial {
  readonly id: string;
  /** Arrivals in a replication of a steady model. */
  readonly arrivals?: number;
  /** Of a terminating model. */
  readonly replications?: number;
  readonly wrong: string;
  /** The wrong model: changed in the form of the reference, or in the scenario it is converted to. */
  readonly wrongly?: (sim: Sim) => Sim;
  readonly wrongText?: (text: string) => string;
}

const classes =
  (change: (it: SimClass, index: number) => Partial<SimClass>) =>
  (sim: Sim): Sim => ({...sim, classes: sim.classes.map((it, index) => ({...it, ...change(it, index)}))});
const groups =
  (change: (it: SimGroup, index: number) => Partial<SimGroup>) =>
  (sim: Sim): Sim => ({...sim, groups: sim.groups.map((it, index) => ({...it, ...change(it, index)}))});

const priorities = (...values: number[]) =>
  classes((_, index) => ({priority: {type: 'const', initial: values[index] ?? 0}}));
const secondTargetAfter = (after: number) =>
  classes(({route}) => ({route: route.map((stage, k) => (k === 1 ? {...stage, after} : stage))}));
/** Conservation laws hold in any order; not when agents do something else meanwhile. */
const longer = (seconds: number) =>
  classes(({service}) => (service.type === 'exp' ? {service: {...service, mean: service.mean + seconds}} : {}));
/** A swinging rate held for a while at what it is in the beginning. */
const heldFor = (hold: number) =>
  classes(({arrival}) => {
    if (arrival.type !== 'sin') return {};
    const times = Array.from({length: 28_800 / hold}, (_, k) => k * hold);
    const rateAt = (at: number) => arrival.mean + arrival.amplitude * Math.sin(arrival.omega * at);
    return {arrival: {type: 'piecewise', times, rates: times.map(rateAt)}};
  });
/** In the scenario the model is converted to; what is not there cannot be changed. */
const written = (right: RegExp, wrong: string) => (text: string) => {
  if (!right.test(text)) throw new Error(`no ${right} in the scenario`);
  return text.replace(right, wrong);
};

export const TRIALS: Readonly<Record<string, readonly Trial[]>> = {
  'erlang-B': [
    {
      id: 'EB3',
      arrivals: 3500,
      wrong: 'a caller who finds nobody free waits for 10 s',
      wrongly: classes(() => ({patience: {type: 'det', value: 10}})),
    },
  ],
  'erlang-C': [
    {
      id: 'EC1',
      arrivals: 3000,
      wrong: 'handle times of fixed length',
      wrongly: classes(() => ({service: {type: 'det', value: 180}})),
    },
  ],
  'erlang-A': [
    {
      id: 'EA5',
      arrivals: 2000,
      wrong: 'patience of the same mean that varies less (two phases)',
      wrongly: classes(() => ({patience: {type: 'erlang', k: 2, mean: 120}})),
    },
  ],
  'M/M/n+G': [
    {
      id: 'GP3',
      arrivals: 3000,
      wrong: 'patience of two phases instead of three',
      wrongly: classes(() => ({patience: {type: 'erlang', k: 2, mean: 120}})),
    },
  ],
  'deterministic overflow (exact)': [
    {id: 'OV1', arrivals: 8000, wrong: 'overflow noticed 5 s late', wrongly: secondTargetAfter(65)},
  ],
  'preferred agent (exact)': [
    {
      id: 'PR1',
      arrivals: 4000,
      wrong: 'the preferred agent waited for 5 s longer',
      wrongly: classes(({preferred}) => (preferred ? {preferred: {...preferred, timeout: 125}} : {})),
    },
  ],
  'M/G/1': [
    {
      id: 'MG4',
      arrivals: 8000,
      wrong: 'handle times of two phases instead of four',
      wrongly: classes(() => ({service: {type: 'erlang', k: 2, mean: 200}})),
    },
  ],
  'static priority M/M/n': [
    {id: 'SP2', arrivals: 3500, wrong: 'the two upper classes alike', wrongly: priorities(3, 3, 2)},
  ],
  'static priority M/G/1': [
    {
      id: 'CB1',
      arrivals: 5000,
      wrong: 'priorities that grow with age a little',
      wrongly: classes((_, index) => ({
        priority: {type: 'linear', initial: index === 0 ? 200 : 100, rate: 0.05},
      })),
    },
  ],
  'accumulating priority': [
    {
      id: 'AP5',
      arrivals: 10000,
      wrong: 'a limit of 200 where there is none',
      wrongly: classes(({priority}) => (priority?.type === 'linear' ? {priority: {...priority, max: 200}} : {})),
    },
  ],
  'affine priority (initial offset, equal growth)': [
    {
      id: 'HS1',
      arrivals: 8000,
      wrong: 'a limit of 200 where there is none',
      wrongly: classes(({priority}) => (priority?.type === 'linear' ? {priority: {...priority, max: 200}} : {})),
    },
  ],
  'conservation law (step curves)': [{id: 'CL1', arrivals: 8000, wrong: '10 s between two items', wrongly: longer(10)}],
  'conservation law (jump to high at age T)': [
    {id: 'CL2', arrivals: 6000, wrong: '4 s between two items', wrongly: longer(4)},
  ],
  'N-model': [
    {
      id: 'NM1',
      arrivals: 2000,
      wrong: 'both groups as one target: the longest idle of all',
      wrongly: classes(({route}) => ({route: [{after: 0, groups: route.flatMap(({groups}) => groups)}]})),
    },
  ],
  'W-model': [{id: 'WM1', arrivals: 2500, wrong: 'both classes alike', wrongly: priorities(1, 1)}],
  'X-model': [{id: 'XM1', arrivals: 2000, wrong: 'both classes alike', wrongly: priorities(1, 1)}],
  'FCFS-ALIS product form': [
    {
      id: 'FA1',
      arrivals: 5000,
      wrong: 'ties by number instead of the longest idle',
      wrongText: written(/- longest-idle\n/g, '- best-skilled\n'),
    },
  ],
  'blended capacity': [
    {
      id: 'BL3',
      arrivals: 2000,
      wrong: 'a chat joins a call, though no call joins a chat',
      wrongText: written(/chat:\n(\s+)max: 2\n\s+notWhile:\n\s+- voice: 1/, 'chat:\n$1max: 2'),
    },
  ],
  'RONA, 1 agent (exact)': [
    {
      id: 'RO1',
      arrivals: 3000,
      wrong: 'not ready counted from the offer, not from the end of ringing',
      wrongly: groups(({rona}) => (rona ? {rona: {...rona, notReady: {type: 'det', value: 40}}} : {})),
    },
  ],
  'RONA CTMC': [
    {
      id: 'RO3',
      arrivals: 3500,
      wrong: 'not ready counted from the offer, not from the end of ringing',
      wrongly: groups(({rona}) => (rona ? {rona: {...rona, notReady: {type: 'exp', mean: 100}}} : {})),
    },
    {
      id: 'RO5',
      arrivals: 2500,
      wrong: 'answered after 2 s of ringing',
      wrongly: groups(() => ({answer: {type: 'det', value: 2}})),
    },
  ],
  'redistribution after missing close update': [
    {
      id: 'RD1',
      arrivals: 5000,
      wrong: 'the confirmation missed after 300 s: as if counted from the answer',
      wrongly: classes(({redistribute}) =>
        redistribute ? {redistribute: {...redistribute, delay: {type: 'det', value: 300}}} : {},
      ),
    },
  ],
  'time-varying': [
    {
      id: 'TV3',
      replications: 150,
      wrong: 'both later shifts a quarter of an hour late',
      wrongly: groups(({shift}) => (shift ? {shift: shift.map(([from, to]) => [from + 900, to])} : {})),
    },
    {id: 'TV6', replications: 60, wrong: 'the rate held for half an hour at a time', wrongly: heldFor(1800)},
  ],
};

/** Where no formula helps: beside an independent simulator. */
export const SIMULATED: readonly Trial[] = [
  {
    id: 'S1a',
    arrivals: 2000,
    wrong: 'the third target counted from the second',
    wrongly: classes(({route}) => ({route: route.map((stage, k) => (k === 2 ? {...stage, after: 210} : stage))})),
  },
  {
    id: 'S2a',
    arrivals: 4000,
    wrong: 'the preferred agent waited for a fifth of the promise, not a quarter',
    wrongly: classes(({preferred}) => (preferred ? {preferred: {...preferred, timeout: 240}} : {})),
  },
  {
    id: 'S3a',
    arrivals: 3000,
    wrong: 'steps without their upper limit',
    wrongly: classes(({priority}) => (priority?.type === 'step' ? {priority: unlimited(priority)} : {})),
  },
  {
    id: 'S4a',
    arrivals: 2500,
    wrong: 'a call joins chats and work, though nothing joins a call',
    wrongText: written(/voice:\n(\s+)max: 1\n\s+notWhile:\n(\s+- \w+: 1\n)+/, 'voice:\n$1max: 1\n'),
  },
  {
    id: 'S5a',
    arrivals: 3500,
    wrong: 'not ready counted from the offer, not from the end of ringing',
    wrongly: groups(({rona}) => (rona ? {rona: {...rona, notReady: {type: 'det', value: 102}}} : {})),
  },
  {
    id: 'S6a',
    replications: 25,
    wrong: 'office hours an hour late',
    wrongly: (sim) => ({...sim, calendar: {open: (sim.calendar?.open ?? []).map(([a, b]) => [a + 3600, b + 3600])}}),
  },
  {
    id: 'S7a',
    arrivals: 4000,
    wrong: 'blended agents before juniors for a chat, not both as one target',
    wrongly: classes(({id, route}) =>
      id === 'chat' ? {route: (route[0]?.groups ?? []).map((group) => ({after: 0, groups: [group]}))} : {},
    ),
  },
  {
    id: 'S8a',
    arrivals: 4000,
    wrong: 'who comes back goes on to the target he had reached',
    wrongText: written(/handled: restart/g, 'handled: goOn'),
  },
  {id: 'S9a', arrivals: 4000, wrong: 'overflow noticed 10 s late', wrongly: secondTargetAfter(40)},
  {
    id: 'S10a',
    arrivals: 2500,
    wrong: 'who has jumped goes before his equals',
    wrongly: classes(({priority}) => (priority?.type === 'step' ? {priority: {...priority, atSla: 11}} : {})),
  },
  {
    id: 'S11a',
    arrivals: 5000,
    wrong: 'the second group from the start, after 1 s instead of 10',
    wrongly: secondTargetAfter(1),
  },
];

function unlimited({max: _, ...priority}: Extract<Priority, {type: 'step'}>): Priority {
  return priority;
}
