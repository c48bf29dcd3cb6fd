/** People as a scenario has them, read and checked: shifts, groups, and how long each is there. */
import type {DistributionSpec} from '../random/distribution.ts';
import type {Weekday, WeekPattern} from './scenario.ts';

export interface ShiftSpec {
  readonly week: WeekPattern;
  readonly breaks: readonly {
    readonly atMs: number;
    readonly forMs: number;
    readonly paid: boolean;
    readonly reason: string;
    readonly returns: 'full' | 'onTime';
  }[];
}

/** A group of agents who are alike, or one agent of a roster (count 1, `group` the group named in its row). */
export interface GroupSpec {
  /** Name of the group in results. Several specs may share it (rows of a roster). */
  readonly name: string;
  readonly agents: readonly AgentBlock[];
  readonly between?: Readonly<Record<string, readonly [number, number]>>;
  readonly costPerHour?: number;
  readonly skills: Readonly<Record<string, number>>;
  /** Capacity rule by name; absent: one item at a time of any channel. */
  readonly capacity?: string;
  readonly speed:
    | {readonly kind: 'fixed'; readonly factor: number}
    | {
        readonly kind: 'bySkill';
        readonly skill: string;
        readonly levels: readonly {readonly level: number; readonly factor: number}[];
      };
  readonly shrinkage: {readonly share: number; readonly spellMs: number; readonly reason: string};
  readonly absence: number;
  readonly offers: {
    readonly answerIn: DistributionSpec | null;
    readonly noAnswer: number;
    readonly ringFor: DistributionSpec | null;
    readonly thenNotReady: DistributionSpec | null;
    readonly whileRinging: 'takesOthers' | 'takesNothing';
  };
}

export type AgentBlock =
  /** `count` agents who work the shift; without one they are always there. Names where a roster gives them. */
  | {
      readonly kind: 'shift';
      readonly shift: string | null;
      readonly count: number;
      readonly names?: readonly string[];
      readonly skills?: Readonly<Record<string, number>>;
    }
  /** Head counts per interval: agent k of the block is on duty while k < agents. */
  | {
      readonly kind: 'headCount';
      readonly widthMs: number;
      readonly rows: readonly {
        readonly weekdays: readonly Weekday[];
        readonly fromMs: number;
        readonly agents: number;
      }[];
    }
  /** Presence by agent: spells in epoch ms, with the skills held then where they change. */
  | {
      readonly kind: 'presence';
      readonly name: string;
      readonly spells: readonly PresenceSpell[];
      readonly skills?: Readonly<Record<string, number>>;
    };

export interface PresenceSpell {
  readonly fromEpochMs: number;
  readonly toEpochMs: number;
  readonly skills?: Readonly<Record<string, number>>;
}
