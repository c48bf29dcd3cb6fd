import type {LocalDay} from '../../model/localDay.ts';
import type {Scenario} from '../../scenario/scenario.ts';
import type {Seat} from '../people.ts';

/** A stretch of one local day (or from it across midnight) that an agent is scheduled to work, before anything is drawn. */
export interface Stint {
  /** ISO date of the day it belongs to: absence is drawn for it as a whole. */
  readonly date: string;
  readonly fromMs: number;
  /** Infinity: he stays. */
  readonly toMs: number;
  /** Index into the agent's skillsets. */
  readonly skillset: number;
  /** Inside the stint, ascending, disjoint. */
  readonly breaks: readonly PlannedBreak[];
}

export interface PlannedBreak {
  readonly fromMs: number;
  readonly toMs: number;
  readonly paid: boolean;
  readonly reason: string;
  readonly endsOnTime: boolean;
}

/** The span that is scheduled, and its local days by index. Stints that begin before `toMs` keep their own end. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
  readonly firstDay: number;
  readonly lastDay: number;
  dayAt(index: number): LocalDay;
}

/** One way to say when agents are there: the stints of the agent in a seat, in order of start. */
export type Schedule<Block> = (block: Block, seat: Seat, span: Span, scenario: Scenario) => Stint[];
