/**
 * A scenario, read and checked: defaults filled in, units gone (ms, ratios 0 to 1, money as is), parts and CSV files
 * that are small (rates, rosters, presence, decision tables, empirical values) read in, names still names.
 * Every name that must exist does exist. Logs to replay stay files: they are streamed.
 * Instants are epoch ms (`…EpochMs`) or plain dates; local times of day are ms after local midnight.
 */

import type {Located} from '../language/problem.ts';
import type {Conversion} from '../model/leads.ts';
import type {StatusName} from '../model/life.ts';
import type {DistributionSpec} from '../random/distribution.ts';
import type {CapacitySpec} from '../routing/capacity/spec.ts';
import type {DistributionRule} from '../routing/eligibility/spec.ts';
import type {PrioritySpec} from '../routing/priority/spec.ts';
import type {DecisionTableSpec} from '../routing/segmentation/spec.ts';
import type {Handled} from './handling/index.ts';
import type {ReplaySpec} from './log.ts';
import type {PullSpec} from './pull.ts';
import type {GroupSpec, ShiftSpec} from './workforceSpec.ts';

export type {DurationColumn, InstantColumn, OpenColumns, ReplaySpec} from './log.ts';

export type {AgentBlock, GroupSpec, PresenceSpell, ShiftSpec} from './workforceSpec.ts';

export interface Scenario {
  readonly name: string;
  /** IANA zone of every local time in the scenario. */
  readonly zone: string;
  readonly fromEpochMs: number;
  /** Ends at an instant, or after a number of arrivals in all. */
  readonly until: {readonly epochMs: number} | {readonly arrivals: number};
  readonly warmUpMs: number;
  readonly coolDownMs: number;
  readonly atEnd: 'cut' | 'drain';
  readonly seed: string;
  readonly replications: number;
  /** After the start. */
  readonly measureAtMs: readonly number[];
  /** Width of a reporting interval. Divides a day. */
  readonly intervalMs: number;
  /** Attributes that results are also split by, besides those that goals name. */
  readonly reportBy: readonly string[];
  /** Waits are divided by what stood in their way. */
  readonly waitParts: boolean;
  /** Its own names for where items stand; of one status the first is where those stand whose outcome names none. */
  readonly stages: readonly StageSpec[];
  readonly calendars: Readonly<Record<string, CalendarSpec>>;
  readonly demand: readonly SourceSpec[];
  readonly routing: RoutingSpec;
  readonly shifts: Readonly<Record<string, ShiftSpec>>;
  readonly workforce: readonly GroupSpec[];
  readonly goals: readonly GoalSpec[];
  /** Where things stand in the files, for problems and warnings found later. */
  readonly located: Located;
}

export interface StageSpec {
  readonly name: string;
  readonly status: StatusName;
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Local time of day, half-open; `toMs` beyond 24 h runs across midnight. */
export interface DayRange {
  readonly fromMs: number;
  readonly toMs: number;
}
export type WeekPattern = Readonly<Record<Weekday, readonly DayRange[]>>;

export interface CalendarSpec {
  readonly open: WeekPattern;
  /** ISO dates, closed all day. */
  readonly closed: readonly string[];
}

/** Per interval of arrival: the value of the last row whose `fromMs` is at or before the local time of day (of that weekday). */
export interface ByInterval<T> {
  readonly rows: readonly {readonly weekdays: readonly Weekday[]; readonly fromMs: number; readonly value: T}[];
}
export type Varying<T> = {readonly fixed: T} | {readonly byInterval: ByInterval<T>};

export type ChannelSpec =
  | {readonly name: string}
  | {readonly column: readonly string[]; readonly values: Readonly<Record<string, string>>};

export interface SourceSpec extends Handled {
  readonly name: string;
  /** What segmentation takes its name to be, where that is another: of what is open at the start of another source. */
  readonly of?: string;
  readonly channel: ChannelSpec;
  readonly arrivals: ArrivalsSpec;
  /** Constant values and generated attributes, by name; of a replayed source in `arrivals.replay.attributes`. */
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** Absent only where a replayed log has the value in a column. */
  readonly handleTime?: Varying<DistributionSpec>;
  readonly wrapUp?: Varying<DistributionSpec>;
  readonly patience?: Varying<DistributionSpec>;
  readonly redial?: {readonly share: number; readonly after: DistributionSpec; readonly atMost: number};
  readonly concurrency?: {readonly slowdown: number};
  readonly lead?: LeadSpec;
  /** Noted of items that are done without a conversion, by share. */
  readonly dispositions?: readonly {readonly name: string; readonly share: number}[];
  readonly preferredAgent?: {
    readonly share: number;
    readonly groups: readonly string[];
    readonly agents: readonly string[];
  };
}

/** May be won, and is not reclassified. */
export interface LeadSpec {
  /** How likely a contact converts; null: none does. */
  readonly conversion: Conversion | null;
}

export type AttributeSpec =
  | {readonly kind: 'constant'; readonly value: string | number}
  | {readonly kind: 'shares'; readonly values: readonly {readonly value: string; readonly share: number}[]}
  | {readonly kind: 'distribution'; readonly distribution: DistributionSpec};

export type ArrivalsSpec =
  | {
      readonly kind: 'perInterval';
      readonly widthMs: number;
      readonly rows: readonly {
        readonly weekdays: readonly Weekday[];
        readonly fromMs: number;
        readonly count: number;
      }[];
      readonly busyness?: BusynessSpec;
    }
  | {
      readonly kind: 'perHour';
      readonly rate: number;
      readonly swing: number;
      readonly periodMs: number;
      readonly peakMs: number;
      readonly during?: string;
      readonly busyness?: BusynessSpec;
    }
  /** Rates from instants on, `repeatMs` NaN: once from the start of the scenario. */
  | {
      readonly kind: 'steps';
      readonly steps: readonly {readonly fromMs: number; readonly perHour: number}[];
      readonly repeatMs: number;
      readonly during?: string;
      readonly busyness?: BusynessSpec;
    }
  | {readonly kind: 'at'; readonly atMs: readonly number[]}
  | {
      readonly kind: 'batch';
      readonly everyMs: number;
      readonly atMs: number;
      readonly weekdays: readonly Weekday[];
      readonly size: DistributionSpec;
    }
  | {readonly kind: 'replay'; readonly replay: ReplaySpec}
  /** Items already there when the scenario starts, from a file of the same form as a replayed log. */
  | {readonly kind: 'backlog'; readonly replay: ReplaySpec}
  /** Opened by items of another source, `each` for one of those on average; assigned to a process, not segmented. */
  | {
      readonly kind: 'opened';
      readonly by: string;
      readonly process: string;
      readonly of: ArrivalsSpec;
      readonly each: number;
    };

/** One factor of mean 1 a local day; sources with the same `sharedBy` share it. */
export interface BusynessSpec {
  readonly cv: number;
  readonly sharedBy: string;
}

export interface RoutingSpec {
  readonly segmentation: DecisionTableSpec;
  readonly processes: Readonly<Record<string, ProcessSpec>>;
  readonly priorities: Readonly<Record<string, PrioritySpec>>;
  readonly distribution: Readonly<Record<string, DistributionRule>>;
  readonly capacity: Readonly<Record<string, CapacitySpec>>;
}

export interface ProcessSpec {
  readonly name: string;
  readonly slaMs?: number;
  readonly answerWithinMs?: number;
  /** Calendar name; absent: calendar time. */
  readonly clock?: string;
  readonly open?: string;
  readonly whenClosed: 'reject' | 'queue';
  /** What arrives from then on is rejected. */
  readonly expiresEpochMs?: number;
  readonly priority: {readonly use: string; readonly from?: number; readonly to?: number};
  readonly distribute: string;
  readonly pull?: PullSpec;
  /** On its clock; absent: the source's update is waited for. */
  readonly confirmWithinMs?: number;
  /** Absent: it has none. */
  readonly milestones?: readonly MilestoneSpec[];
}

export interface MilestoneSpec {
  readonly name: string;
  /** A status, or a stage of the scenario. */
  readonly when: string;
  readonly withinMs: number;
  /** Calendar name, or `always`; absent: the clock of the process. */
  readonly clock?: string;
  /** From its start; absent: it does not warn. */
  readonly warnAfterMs?: number;
  /** `arrival`, a status or a stage. */
  readonly starts: string;
  readonly recurrence: 'none' | 'independent' | 'sequential';
  readonly onWarning?: MilestoneActionSpec;
  readonly onViolation?: MilestoneActionSpec;
  readonly onSuccess?: MilestoneActionSpec;
}
export interface MilestoneActionSpec {
  /** 0: nothing. */
  readonly raiseBy: number;
  readonly openTargets: 'none' | 'next' | 'all';
  /** Process by name; absent: it stays. */
  readonly reassign?: string;
}

export interface GoalSpec {
  /** Key of the metric, as in measure/metrics. */
  readonly metric: string;
  readonly of: GoalScope;
  /** Parameters of the metric: `withinMs`, `quantile`, `atMs`. */
  readonly params: {
    readonly withinMs?: number;
    readonly quantile?: number;
    readonly at?: {readonly ms: number} | 'end' | 'peak';
    readonly milestone?: string;
  };
  readonly limit: {readonly kind: 'atLeast' | 'atMost'; readonly value: number};
  /** Share of local days that must meet it, each judged alone. */
  readonly onDays?: number;
  /** As it reads, for tables. */
  readonly text: string;
}
export interface GoalScope {
  readonly process?: string;
  readonly channel?: string;
  readonly group?: string;
  readonly source?: string;
  readonly attribute?: {readonly name: string; readonly value: string};
}
