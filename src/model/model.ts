/**
 * The compiled centre: integers, typed arrays, sorted intervals; no behaviour and no names but in `names`.
 *
 * Times are whole milliseconds since the scenario starts (doubles that hold integers). Ids count from 0 in the order
 * of the scenario: sources, channels, processes, groups, agents (group by group), skills, calendars.
 * The event loop reads this and nothing else.
 */
import type {Capacity} from './capacity.ts';
import type {Clock} from './clock.ts';
import type {Curves} from './curves.ts';
import type {Eligibility} from './eligibility.ts';
import type {Life} from './life.ts';
import type {Pull} from './pull.ts';
import type {Reporting} from './reporting.ts';
import type {Roster} from './roster.ts';
import type {Selection} from './selection.ts';

export interface Model {
  readonly horizon: Horizon;
  /** `clocks[0]` is calendar time; the others are the business clocks of the scenario's calendars, in their order. */
  readonly clocks: readonly Clock[];
  readonly channelCount: number;
  readonly sources: Sources;
  readonly processes: Processes;
  readonly routes: Routes;
  readonly curves: Curves;
  readonly eligibility: Eligibility;
  readonly capacity: Capacity;
  readonly selection: Selection;
  readonly roster: Roster;
  readonly reporting: Reporting;
  readonly names: Names;
  readonly features: Features;
  /** What becomes of items after handling. Absent: they are complete, and the loop has nothing to ask. */
  readonly life?: Life;
  /** Work that agents take themselves; absent: all is given to them. Only where the model has a life cycle. */
  readonly pull?: Pull;
}

/** When the run starts to count, ends, and what happens then. Half-open: an event at `untilMs` does not happen. */
export interface Horizon {
  /** End of the horizon; Infinity when it ends after a number of arrivals. */
  readonly untilMs: number;
  /** Arrivals in all after which no more come; Infinity when it ends at an instant. */
  readonly arrivals: number;
  readonly warmUpMs: number;
  /** Items that arrive in the last `coolDownMs` before `untilMs` are not counted. */
  readonly coolDownMs: number;
  /** After the horizon no more arrivals, and the run goes on until nothing is left. */
  readonly drains: boolean;
  /** Instants at which waiting, busy and free are recorded, ascending. */
  readonly measureAtMs: Float64Array;
}

/** Per source. */
export interface Sources {
  readonly count: number;
  readonly channel: Int32Array;
  /** Effort is worked off at rate n^-slowdown; 0 where the source has no `concurrency`. */
  readonly slowdown: Float64Array;
  /** 1 where the source says `concurrency`: its items count in n. */
  readonly concurrent: Uint8Array;
  /** Redial: share of abandoned that call again (0: none) and how often at most. Delay and luck are drawn by demand. */
  readonly redialShare: Float64Array;
  readonly redialAtMost: Int32Array;
}

/** Per process: what is promised and when it is open. */
export interface Processes {
  readonly count: number;
  /** Index into `clocks`, of age, targets and due dates. */
  readonly clock: Int32Array;
  /** Time allowed until due, on the clock; NaN without an SLA. */
  readonly slaMs: Float64Array;
  /** Service-level limit in ms of wall time; NaN where none is promised. */
  readonly answerWithinMs: Float64Array;
  /** Clock whose open time admits arrivals (0: always open), and 1 where a closed process rejects rather than queues. */
  readonly openClock: Int32Array;
  readonly rejectsWhenClosed: Uint8Array;
}

/**
 * Per route: one way of being routed, all that the event loop knows of segmentation. A route is a process, for items of
 * one channel, with one credit, and with or without a row that assigns directly to an agent or group.
 */
export interface Routes {
  readonly count: number;
  readonly process: Int32Array;
  readonly channel: Int32Array;
  /** Counts as waited before arrival: moves the curve and breaks ties, on the process's clock. */
  readonly creditMs: Float64Array;
  /** Which of the process's names of targets the first target has: of rows that assign directly not the first. Absent: 0. */
  readonly firstTarget?: Int32Array;
}

/** Flags that let the loop skip what a scenario does not use. */
export interface Features {
  readonly preferred: boolean;
  readonly ringing: boolean;
  readonly retiming: boolean;
  readonly holdBack: boolean;
  readonly ownValues: boolean;
  readonly duty: boolean;
  readonly redial: boolean;
}

/** For journals and reports only. */
export interface Names {
  readonly sources: readonly string[];
  readonly channels: readonly string[];
  readonly processes: readonly string[];
  readonly groups: readonly string[];
  readonly agents: readonly string[];
  readonly skills: readonly string[];
  readonly reasons: readonly string[];
  /** Per process, per stage: the target as written, e.g. `Voice >= 5`. */
  readonly targets: readonly (readonly string[])[];
  /** Rules of segmentation in order, `otherwise` last. */
  readonly rules: readonly string[];
}
