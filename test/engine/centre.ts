/** Small centres, written by hand, and the Model the engine reads of them. */
import type {Redial} from '../../src/model/arrivals.ts';
import type {COMMAND} from '../../src/model/commands.ts';
import type {OwnValues, Piece} from '../../src/model/curves.ts';
import type {Conversion} from '../../src/model/leads.ts';
import type {LifeDraws, OutcomeRow} from '../../src/model/life.ts';
import type {MilestoneRow, Milestones} from '../../src/model/milestones.ts';
import type {Model} from '../../src/model/model.ts';
import type {Moves} from '../../src/model/moves.ts';
import type {AgentCriterion} from '../../src/model/selection.ts';
import {ONE_AT_A_TIME} from '../../src/routing/capacity/admission.ts';
import {compileCapacity} from '../../src/routing/capacity/automaton.ts';
import type {CapacitySpec} from '../../src/routing/capacity/spec.ts';
import {readSkillExpression, type Skills} from '../../src/routing/eligibility/index.ts';
import {curvesOf} from './curves.ts';
import type {WrittenPriority} from './rescan/writtenPriority.ts';

export interface ProcessSpec {
  readonly curve?: readonly Piece[];
  /** Its curve for items that bring values of their own; absent: additive, and no due date moves it. */
  readonly own?: (own: OwnValues) => readonly Piece[];
  /** Its priority as a scenario writes it, with the bounds of the process; instead of `curve` and `own`. */
  readonly written?: WrittenPriority;
  readonly bounds?: {readonly from?: number; readonly to?: number};
  /** Index into `clocks`, 1 the first; 0 calendar time. */
  readonly clock?: number;
  readonly slaMs?: number;
  readonly openClock?: number;
  readonly rejects?: boolean;
  /** How long the update after Mark Done may take; absent: for ever. */
  readonly confirmMs?: number;
}
/** `skill sign level`, e.g. `b >= 2`. */
export type Wish = readonly [skill: string, sign: '>' | '>=' | '<' | '=', level: number];

export interface TargetSpec {
  readonly profiles: readonly number[];
  /** Instead of `profiles`: those whose skills fulfil all wishes of some row. */
  readonly wants?: readonly (readonly Wish[])[];
  readonly ms?: number;
  readonly share?: number;
}
export interface RouteSpec {
  readonly process?: number;
  readonly channel?: number;
  readonly creditMs?: number;
  /** Profiles of each target, and when it opens after the first. */
  readonly targets: readonly TargetSpec[];
  readonly inner?: boolean;
  readonly restarts?: boolean;
  /** The same for what comes back after Mark Done. */
  readonly restartsAfter?: boolean;
  readonly preferred?: {readonly ms?: number; readonly share?: number; readonly skip?: boolean};
  readonly rule?: readonly AgentCriterion[];
  /** Level per stage and profile, for best-skilled. */
  readonly levels?: readonly (readonly number[])[];
}
export interface OffersSpec {
  readonly ringMs?: number;
  readonly missed?: (source: number, number: number, offer: number, agent: number) => boolean;
  readonly missedAfterMs?: number;
  readonly notReadyMs?: number;
  readonly takesOthers?: boolean;
}
export interface GroupSpec {
  readonly count?: number;
  readonly profile?: number;
  readonly capacity?: number;
  readonly offers?: OffersSpec;
}
export interface ItemSpec {
  readonly at: number;
  readonly route?: number;
  readonly handle?: number;
  readonly wrapUp?: number;
  readonly patience?: number;
  readonly due?: number;
  readonly initial?: number;
  readonly preferred?: number;
  /** Its activation date; absent: at once; -Infinity: it has no id, and is rejected. */
  readonly active?: number;
}
/** What becomes of a source's items when an agent is done with them. */
export interface LifeSpec {
  readonly outcomes: readonly OutcomeRow[];
  readonly draws: LifeDraws;
  /** They are leads: how likely a contact converts. */
  readonly conversion?: Conversion;
  /** Where its items move to. */
  readonly moves?: Moves;
}
/** What its items are, where those of other sources open them; by number. */
export interface OpenedSpec {
  readonly route: number;
  readonly handleMs: (number: number) => number;
  readonly wrapUpMs: (number: number) => number;
}
export interface SourceSpec {
  /** Its items come of others: it has none of its own. */
  readonly opened?: OpenedSpec;
  /** Of every source or of none. */
  readonly life?: LifeSpec;
  readonly slowdown?: number;
  readonly concurrent?: boolean;
  readonly redial?: {readonly atMost: number; readonly draw: (number: number, attempt: number) => Redial | null};
  readonly items: readonly ItemSpec[];
  /** What it says of its items while they live, in order of time. */
  readonly commands?: readonly CommandSpec[];
  /** Its items' clocks stand still while it holds them. */
  readonly stops?: boolean;
}
export interface CommandSpec {
  readonly at: number;
  readonly number: number;
  readonly what: keyof typeof COMMAND;
}
export interface AgentDuty {
  readonly spells: readonly {readonly from: number; readonly to: number; readonly profile?: number}[];
  readonly rests?: readonly {readonly from: number; readonly to: number; readonly onTime?: boolean}[];
}
export interface CentreSpec {
  readonly channels?: readonly string[];
  readonly capacity?: readonly CapacitySpec[];
  readonly clocks?: readonly (readonly (readonly [number, number])[])[];
  readonly processes?: readonly ProcessSpec[];
  /** In a centre whose items have a life. */
  readonly milestones?: readonly MilestoneRow[];
  readonly routes: readonly RouteSpec[];
  readonly groups: readonly GroupSpec[];
  readonly speeds?: readonly number[];
  /** Skills per profile, for targets that want some. */
  readonly skills?: readonly Skills[];
  readonly sources: readonly SourceSpec[];
  /** Per agent; absent: always there. */
  readonly duty?: readonly AgentDuty[];
  readonly untilMs?: number;
  readonly arrivals?: number;
  readonly drains?: boolean;
  readonly measureAtMs?: readonly number[];
}

const LONGEST_IDLE: readonly AgentCriterion[] = ['longest-idle'];

export function offersOf(spec: CentreSpec, group: number): OffersSpec | null {
  return spec.groups[group].offers ?? null;
}

/** Group of each agent. */
export function groupOfAgents(spec: CentreSpec): number[] {
  return spec.groups.flatMap((group, index) => new Array<number>(group.count ?? 1).fill(index));
}

export function profileCountOf(spec: CentreSpec): number {
  const used = [
    ...spec.groups.map((group, index) => group.profile ?? index),
    ...(spec.duty ?? []).flatMap((agent) => agent.spells.map((spell) => spell.profile ?? 0)),
    (spec.skills?.length ?? 0) - 1,
    ...spec.routes.flatMap((route) => route.targets.flatMap((target) => [...target.profiles])),
  ];
  return 1 + Math.max(...used);
}

export function modelOf(spec: CentreSpec): Model {
  const channels = spec.channels ?? ['any'];
  const processes = spec.processes ?? [{}];
  const groupOf = groupOfAgents(spec);
  const of = <T>(count: number, value: (index: number) => T): T[] => Array.from({length: count}, (_, i) => value(i));
  const rules = spec.routes.map((route) => route.rule ?? LONGEST_IDLE);
  const profileCount = profileCountOf(spec);
  const capacity = compileCapacity(spec.capacity ?? [ONE_AT_A_TIME], channels);
  const items = spec.sources.flatMap((source) => source.items);
  return {
    ...(spec.sources.some((source) => source.life) ? {life: lifeOf(spec)} : {}),
    horizon: {
      untilMs: spec.untilMs ?? Infinity,
      arrivals: spec.arrivals ?? Infinity,
      warmUpMs: 0,
      coolDownMs: 0,
      drains: spec.drains ?? true,
      measureAtMs: Float64Array.from(spec.measureAtMs ?? []),
    },
    clocks: [
      {open: null},
      ...(spec.clocks ?? []).map((open) => ({
        open: {
          fromMs: Float64Array.from(open, ([from]) => from),
          toMs: Float64Array.from(open, ([, to]) => to),
        },
      })),
    ],
    channelCount: channels.length,
    sources: {
      count: spec.sources.length,
      channel: new Int32Array(spec.sources.length),
      slowdown: Float64Array.from(spec.sources, (source) => source.slowdown ?? 0),
      concurrent: Uint8Array.from(spec.sources, (source) => (source.concurrent ? 1 : 0)),
      redialShare: Float64Array.from(spec.sources, (source) => (source.redial ? 1 : 0)),
      redialAtMost: Int32Array.from(spec.sources, (source) => source.redial?.atMost ?? 0),
    },
    processes: {
      count: processes.length,
      clock: Int32Array.from(processes, (process) => process.clock ?? 0),
      slaMs: Float64Array.from(processes, (process) => process.slaMs ?? Number.NaN),
      answerWithinMs: Float64Array.from(processes, () => Number.NaN),
      openClock: Int32Array.from(processes, (process) => process.openClock ?? 0),
      rejectsWhenClosed: Uint8Array.from(processes, (process) => (process.rejects ? 1 : 0)),
    },
    routes: {
      count: spec.routes.length,
      process: Int32Array.from(spec.routes, (route) => route.process ?? 0),
      channel: Int32Array.from(spec.routes, (route) => route.channel ?? 0),
      creditMs: Float64Array.from(spec.routes, (route) => route.creditMs ?? 0),
    },
    curves: curvesOf(processes),
    eligibility: eligibilityOf(spec, profileCount),
    capacity,
    selection: {
      rules,
      ruleOf: Int32Array.from(spec.routes, (_, index) => index),
      skillLevel: levelsOf(spec, profileCount),
    },
    roster: {
      agentCount: groupOf.length,
      groupCount: spec.groups.length,
      group: Int32Array.from(groupOf),
      numberInGroup: new Int32Array(groupOf.length),
      capacityRule: Int32Array.from(groupOf, (group) => spec.groups[group].capacity ?? 0),
      profile: Int32Array.from(groupOf, (group) => spec.groups[group].profile ?? group),
      profileSpeed: Float64Array.from(of(profileCount, (profile) => spec.speeds?.[profile] ?? 1)),
      offers: spec.groups.map((group) => ({
        rings: group.offers !== undefined,
        noAnswerShare: 0,
        ringForMs: 0,
        notReadyMs: 0,
        takesOthers: group.offers?.takesOthers ?? false,
      })),
      costPerHour: new Float64Array(spec.groups.length),
    },
    reporting: {
      intervalMs: 1_800_000,
      dayStartsMs: Float64Array.of(0),
      dayNames: ['2026-01-01'],
      classes: {count: 0, source: [], channel: [], process: [], attributes: []},
    },
    names: {
      sources: of(spec.sources.length, (i) => `source ${i}`),
      channels,
      processes: of(processes.length, (i) => `process ${i}`),
      groups: of(spec.groups.length, (i) => `group ${i}`),
      agents: of(groupOf.length, (i) => `agent ${i}`),
      skills: [],
      reasons: ['rest'],
      targets: of(processes.length, () => []),
      rules: ['otherwise'],
    },
    features: {
      preferred: items.some((item) => (item.preferred ?? -1) >= 0) || waitsForAgents(spec),
      ringing: spec.groups.some((group) => group.offers !== undefined),
      retiming: true,
      holdBack: capacity.heldFor.some((mask) => mask !== 0),
      ownValues:
        items.some((item) => item.due !== undefined || item.initial !== undefined) ||
        spec.milestones !== undefined ||
        outcomesOf(spec).some(mayBringOwnValues),
      duty: spec.duty !== undefined,
      redial: spec.sources.some((source) => source.redial !== undefined),
    },
  };
}

const outcomesOf = ({sources}: CentreSpec): OutcomeRow[] => sources.flatMap(({life}) => life?.outcomes ?? []);
const mayBringOwnValues = (row: OutcomeRow): boolean =>
  row.kind === 'reclassify' || row.kind === 'transfer' || (row.kind === 'reschedule' && !Number.isNaN(row.slaMs));
const waitsForAgents = (spec: CentreSpec): boolean =>
  parks(spec) || outcomesOf(spec).some((row) => 'sameAgent' in row && row.sameAgent);
const parks = (spec: CentreSpec): boolean => outcomesOf(spec).some(({kind}) => kind === 'park');

function lifeOf(spec: CentreSpec): NonNullable<Model['life']> {
  const outcomes = spec.sources.map((source) => source.life?.outcomes ?? []);
  return {
    first: Int32Array.from(outcomes, (_, s) => outcomes.slice(0, s).flat().length),
    outcomes: outcomes.flat(),
    confirmMs: Float64Array.from(spec.processes ?? [{}], (process) => process.confirmMs ?? Infinity),
    restarts: Uint8Array.from(spec.routes, (route) => (route.restartsAfter ? 1 : 0)),
    workbins: parks(spec),
    commands: spec.sources.some(({commands}) => commands),
    leads: {
      conversion: spec.sources.map(({life}) => life?.conversion ?? null),
      dispositions: [],
      noted: spec.sources.map(() => []),
    },
    ...(spec.sources.some(({opened}) => opened)
      ? {opened: Uint8Array.from(spec.sources, ({opened}) => (opened ? 1 : 0))}
      : {}),
    ...(spec.milestones ? {milestones: milestonesOf(spec, spec.milestones)} : {}),
    activates: spec.sources.some(({items}) => items.some(({active}) => active !== undefined)),
  };
}

function milestonesOf({processes = [{}]}: CentreSpec, rows: readonly MilestoneRow[]): Milestones {
  const actions = rows.flatMap(({onWarning, onViolation, onSuccess}) => [onWarning, onViolation, onSuccess]);
  return {
    rows,
    of: processes.map((_, process) => rows.flatMap((row, at) => (row.process === process ? [at] : []))),
    raises: actions.some((action) => action !== null && action.raiseBy !== 0),
    reassigns: actions.some((action) => action !== null && action.reassignTo >= 0),
    names: rows.map((_, row) => `m${row}`),
  };
}

/** Profiles of a target, by the scenario's own skill expressions. */
function profilesOf(spec: CentreSpec, {profiles, wants}: TargetSpec): readonly number[] {
  if (!wants) return profiles;
  const skills = spec.skills ?? [];
  const text = wants.map((wishes) => wishes.map((wish) => wish.join(' ')).join(' and ')).join(' or ');
  const read = readSkillExpression(text, new Set(skills.flatMap((levels) => Object.keys(levels))));
  if (!('expression' in read)) throw new Error(read.findings.map((finding) => finding.message).join('; '));
  return skills.flatMap((levels, profile) => (read.expression.test(levels) ? [profile] : []));
}

function eligibilityOf(spec: CentreSpec, profileCount: number): Model['eligibility'] {
  const {routes} = spec;
  const words = (profileCount + 31) >>> 5;
  const maxStages = Math.max(...routes.map((route) => route.targets.length));
  const own = new Int32Array(routes.length * maxStages * words);
  const union = new Int32Array(routes.length * maxStages * words);
  const opensMs = new Float64Array(routes.length * maxStages);
  const opensShare = new Float64Array(routes.length * maxStages);
  routes.forEach((route, r) => {
    route.targets.forEach((target, stage) => {
      opensMs[r * maxStages + stage] = target.ms ?? 0;
      opensShare[r * maxStages + stage] = target.share ?? 0;
      for (const profile of profilesOf(spec, target)) {
        own[(r * maxStages + stage) * words + (profile >>> 5)] |= 1 << (profile & 31);
        for (let later = stage; later < route.targets.length; later++) {
          union[(r * maxStages + later) * words + (profile >>> 5)] |= 1 << (profile & 31);
        }
      }
    });
  });
  return {
    profileCount,
    words,
    maxStages,
    stageCount: Int32Array.from(routes, (route) => route.targets.length),
    opensShare,
    opensMs,
    own,
    union,
    prefersInner: Uint8Array.from(routes, (route) => (route.inner === false ? 0 : 1)),
    restarts: Uint8Array.from(routes, (route) => (route.restarts ? 1 : 0)),
    preferredShare: Float64Array.from(routes, (route) => route.preferred?.share ?? 0),
    preferredMs: Float64Array.from(routes, (route) => route.preferred?.ms ?? 0),
    skipsAway: Uint8Array.from(routes, (route) => (route.preferred?.skip ? 1 : 0)),
    usesPreferred: Uint8Array.from(routes, (route) => (route.preferred ? 1 : 0)),
  };
}

function levelsOf(spec: CentreSpec, profileCount: number): Float64Array {
  const maxStages = Math.max(...spec.routes.map((route) => route.targets.length));
  const levels = new Float64Array(spec.routes.length * maxStages * profileCount);
  spec.routes.forEach((route, r) => {
    route.levels?.forEach((byProfile, stage) => {
      byProfile.forEach((level, profile) => {
        levels[(r * maxStages + stage) * profileCount + profile] = level;
      });
    });
  });
  return levels;
}
