/**
 * The form in which the reference states a model (README.md beside this file): seconds, items a second, agents by
 * group and number. What stands in no field here is not understood, and said so.
 */

export interface Sim {
  readonly mode: 'steady' | 'terminating';
  readonly warmup?: number;
  readonly horizon: number;
  /** Steady: arrivals go on for so long after the horizon. */
  readonly tail?: number;
  readonly replications: number;
  readonly seed?: number;
  readonly probes?: readonly number[];
  readonly calendar?: {readonly open: readonly Interval[]};
  readonly classes: readonly SimClass[];
  readonly groups: readonly SimGroup[];
}
export type Interval = readonly [from: number, to: number];

export interface SimClass {
  readonly id: string;
  readonly arrival: Arrival;
  readonly service: Law;
  readonly patience?: Law;
  readonly route: readonly {readonly after: number; readonly groups: readonly string[]; readonly expr?: string}[];
  readonly channel?: string;
  readonly priority?: Priority;
  readonly preferred?: {readonly p: number; readonly timeout: number; readonly groups: readonly string[]};
  readonly thresholds?: readonly number[];
  readonly slaDone?: number;
  readonly clock?: 'business' | 'wall';
  readonly closed?: 'reject' | 'queue';
  readonly redistribute?: {readonly p: number; readonly delay: Law};
}
export type Arrival =
  | {readonly type: 'poisson'; readonly rate: number}
  | {readonly type: 'piecewise'; readonly times: readonly number[]; readonly rates: readonly number[]}
  | {readonly type: 'sin'; readonly mean: number; readonly amplitude: number; readonly omega: number}
  | {readonly type: 'fixed'; readonly times: readonly number[]};
export type Law =
  | {readonly type: 'exp'; readonly mean: number}
  | {readonly type: 'det'; readonly value: number}
  | {readonly type: 'lognormal'; readonly mean: number; readonly scv: number}
  | {readonly type: 'erlang'; readonly k: number; readonly mean: number};
export type Priority =
  | {readonly type: 'const'; readonly initial: number}
  | {readonly type: 'linear'; readonly initial: number; readonly rate: number; readonly max?: number}
  | {
      readonly type: 'step';
      readonly initial: number;
      readonly increment: number;
      readonly period: number;
      readonly max?: number;
      readonly sla?: number;
      readonly atSla?: number;
      readonly overdueIncrement?: number;
      readonly overduePeriod?: number;
      readonly overdueMax?: number;
    };

export interface SimGroup {
  readonly id: string;
  readonly count: number;
  readonly speed?: number;
  readonly skills?: Readonly<Record<string, number>>;
  readonly capacity?: Readonly<Record<string, number>>;
  readonly exclusive?: readonly string[];
  readonly shift?: readonly Interval[];
  readonly answer?: Law;
  readonly rona?: {readonly p: number; readonly ring: Law; readonly notReady?: Law};
}

const LAWS = 'type mean value scv k';
const KEYS = {
  sim: 'mode warmup horizon tail replications seed probes calendar classes groups',
  calendar: 'open',
  class: 'id arrival service patience route channel priority preferred thresholds slaDone clock closed redistribute',
  arrival: 'type rate times rates mean amplitude omega',
  law: LAWS,
  stage: 'after groups expr',
  priority: 'type initial increment period max sla atSla overdueIncrement overduePeriod overdueMax rate',
  preferred: 'p timeout groups',
  redistribute: 'p delay',
  group: 'id count speed skills capacity exclusive shift answer rona',
  rona: 'p ring notReady',
} as const;

/** Everything in a model that this form does not know, as paths: a converter that ignores a key tests something else. */
export function unknownKeys(sim: Sim): string[] {
  const found: string[] = [];
  const look = (what: keyof typeof KEYS, of: unknown, path: string) => {
    if (typeof of !== 'object' || of === null) return;
    const known = KEYS[what].split(' ');
    for (const key of Object.keys(of)) if (!known.includes(key)) found.push(path === '' ? key : `${path}.${key}`);
  };
  look('sim', sim, '');
  look('calendar', sim.calendar, 'calendar');
  for (const it of sim.classes) {
    const path = `classes.${it.id}`;
    look('class', it, path);
    look('arrival', it.arrival, `${path}.arrival`);
    look('law', it.service, `${path}.service`);
    look('law', it.patience, `${path}.patience`);
    look('priority', it.priority, `${path}.priority`);
    look('preferred', it.preferred, `${path}.preferred`);
    look('redistribute', it.redistribute, `${path}.redistribute`);
    for (const stage of it.route) look('stage', stage, `${path}.route`);
  }
  for (const it of sim.groups) {
    const path = `groups.${it.id}`;
    look('group', it, path);
    look('law', it.answer, `${path}.answer`);
    look('rona', it.rona, `${path}.rona`);
    look('law', it.rona?.ring, `${path}.rona.ring`);
    look('law', it.rona?.notReady, `${path}.rona.notReady`);
  }
  return found;
}
