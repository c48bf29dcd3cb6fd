/**
 * What of the reference `npm test` runs, shortened: a case or two of every family, each with a model that is wrong in
 * one thing and must be told from the right one.
 */
import type {Sim, SimClass, SimGroup} from '../reference/sim.ts';

export interface Trial {
  readonly id: string;
  /** Arrivals in a replication of a steady model. */
  readonly arrivals?: number;
  /** Of a terminating model. */
  readonly replications?: number;
  readonly wrong: string;
  readonly wrongly: (sim: Sim) => Sim;
}

const classes =
  (change: (it: SimClass, index: number) => Partial<SimClass>) =>
  (sim: Sim): Sim => ({...sim, classes: sim.classes.map((it, index) => ({...it, ...change(it, index)}))});
const groups =
  (change: (it: SimGroup, index: number) => Partial<SimGroup>) =>
  (sim: Sim): Sim => ({...sim, groups: sim.groups.map((it, index) => ({...it, ...change(it, index)}))});

const equalPriority = classes(() => ({priority: {type: 'const', initial: 0}}));
const priorities = (...values: number[]) =>
  classes((_, index) => ({priority: {type: 'const', initial: values[index] ?? 0}}));
const secondTargetAfter = (after: number) =>
  classes(({route}) => ({route: route.map((stage, k) => (k === 1 ? {...stage, after} : stage))}));
/** Work waits that could be done: conservation laws hold in any order, but not when agents idle beside waiting work. */
const onlyAfter = (index: number, after: number, group: string) =>
  classes(({route}, at) =>
    at === index
      ? {
          route: [
            {after: 0, groups: ['nobody']},
            {after, groups: [group]},
          ],
        }
      : {route},
  );
const withNobody = (sim: Sim): Sim => ({
  ...sim,
  groups: [...sim.groups, {id: 'nobody', count: 1, capacity: {other: 1}}],
});

export const TRIALS: Readonly<Record<string, readonly Trial[]>> = {
  'erlang-B': [
    {id: 'EB3', arrivals: 4000, wrong: 'two agents more', wrongly: groups(({count}) => ({count: count + 2}))},
  ],
  'erlang-C': [
    {
      id: 'EC1',
      arrivals: 6000,
      wrong: 'handle times of fixed length',
      wrongly: classes(() => ({service: {type: 'det', value: 180}})),
    },
  ],
  'erlang-A': [
    {
      id: 'EA5',
      arrivals: 4000,
      wrong: 'patience of fixed length',
      wrongly: classes(() => ({patience: {type: 'det', value: 120}})),
    },
  ],
  'M/M/n+G': [
    {
      id: 'GP3',
      arrivals: 4000,
      wrong: 'exponential patience',
      wrongly: classes(() => ({patience: {type: 'exp', mean: 120}})),
    },
  ],
  'deterministic overflow (exact)': [
    {id: 'OV1', arrivals: 6000, wrong: 'overflow 10 s later', wrongly: secondTargetAfter(70)},
  ],
  'preferred agent (exact)': [
    {
      id: 'PR1',
      arrivals: 4000,
      wrong: 'waited for 10 s longer',
      wrongly: classes(({preferred}) => (preferred ? {preferred: {...preferred, timeout: 130}} : {})),
    },
  ],
  'M/G/1': [
    {
      id: 'MG4',
      arrivals: 9000,
      wrong: 'exponential handle times',
      wrongly: classes(() => ({service: {type: 'exp', mean: 200}})),
    },
  ],
  'static priority M/M/n': [{id: 'SP2', arrivals: 6000, wrong: 'all alike', wrongly: equalPriority}],
  'static priority M/G/1': [{id: 'CB1', arrivals: 6000, wrong: 'the other first', wrongly: priorities(100, 200)}],
  'accumulating priority': [
    {
      id: 'AP5',
      arrivals: 6000,
      wrong: 'the other growing faster',
      wrongly: classes((_, index) => ({priority: {type: 'linear', initial: 0, rate: index === 0 ? 1 : 3}})),
    },
  ],
  'affine priority (initial offset, equal growth)': [
    {
      id: 'HS1',
      arrivals: 6000,
      wrong: 'the other with the head start',
      wrongly: classes((_, index) => ({priority: {type: 'linear', initial: index === 0 ? 0 : 200, rate: 1}})),
    },
  ],
  'conservation law (step curves)': [
    {
      id: 'CL1',
      arrivals: 6000,
      wrong: 'a class waits while agents are free',
      wrongly: (sim) => withNobody(onlyAfter(2, 60, 'A')(sim)),
    },
  ],
  'conservation law (jump to high at age T)': [
    {
      id: 'CL2',
      arrivals: 6000,
      wrong: 'a class waits while the agent is free',
      wrongly: (sim) => withNobody(onlyAfter(1, 60, 'A')(sim)),
    },
  ],
  'N-model': [{id: 'NM1', arrivals: 4000, wrong: 'the other class first', wrongly: priorities(1, 2)}],
  'W-model': [{id: 'WM1', arrivals: 4000, wrong: 'the other class first', wrongly: priorities(1, 2)}],
  'X-model': [{id: 'XM1', arrivals: 4000, wrong: 'equally fast groups', wrongly: groups(() => ({speed: 1}))}],
  'FCFS-ALIS product form': [
    {
      id: 'FA1',
      arrivals: 9000,
      wrong: 'one group before the other',
      wrongly: classes(({route}) => ({
        route: (route[0]?.groups ?? []).toReversed().map((group) => ({after: 0, groups: [group]})),
      })),
    },
  ],
  'blended capacity': [
    {id: 'BL3', arrivals: 4000, wrong: 'calls beside chats', wrongly: groups(() => ({exclusive: []}))},
  ],
  'RONA, 1 agent (exact)': [
    {
      id: 'RO1',
      arrivals: 6000,
      wrong: 'ready at once after a missed offer',
      wrongly: groups(({rona}) => (rona ? {rona: {p: rona.p, ring: rona.ring}} : {})),
    },
  ],
  'RONA CTMC': [
    {
      id: 'RO3',
      arrivals: 6000,
      wrong: 'rings of fixed length, missed more often',
      wrongly: groups(({rona}) => (rona ? {rona: {...rona, p: 0.2}} : {})),
    },
    {
      id: 'RO5',
      arrivals: 4000,
      wrong: 'rings twice as long',
      wrongly: groups(({rona}) => (rona ? {rona: {...rona, ring: {type: 'exp', mean: 60}}} : {})),
    },
  ],
  'time-varying': [
    {
      id: 'TV3',
      replications: 150,
      wrong: 'the second shift half an hour late',
      wrongly: groups((_, index) => (index === 1 ? {shift: [[5400, 50_000]]} : {})),
    },
    {
      id: 'TV6',
      replications: 100,
      wrong: 'a steady rate',
      wrongly: classes(() => ({arrival: {type: 'poisson', rate: 1 / 30}})),
    },
  ],
};

/** Families whose models cannot be said yet. */
export const NOT_YET: Readonly<Record<string, string>> = {
  'redistribution after missing close update': 'comes with the life cycle of work items',
};

/** Where no formula helps: beside an independent simulator. */
export const SIMULATED: readonly Trial[] = [
  {
    id: 'S1a',
    arrivals: 4000,
    wrong: 'the second target 30 s later',
    wrongly: secondTargetAfter(90),
  },
  {
    id: 'S4a',
    arrivals: 4000,
    wrong: 'calls beside chats and work',
    wrongly: groups(() => ({exclusive: []})),
  },
  {
    id: 'S5a',
    arrivals: 4000,
    wrong: 'answered at once',
    wrongly: groups(({rona}) => (rona ? {rona, answer: {type: 'det', value: 0}} : {})),
  },
  {
    id: 'S6a',
    replications: 40,
    wrong: 'the age of work runs at night',
    wrongly: classes(({clock}) => (clock ? {clock: 'wall'} : {})),
  },
];
