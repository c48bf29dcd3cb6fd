import type {AgentState} from '../engine/observer.ts';
import type {Status} from '../model/life.ts';

/**
 * What metrics are made of: what happened in one scope during one replication, one local day of it, or all
 * replications together. Counts and sums, so that tallies of replications add up. Items are counted by their arrival
 * (an item of the initial backlog: when it enters, at the start) inside the counted time: after the warm-up, before
 * the cool-down.
 */
export interface Tally {
  /** Replications (or replication days) added up: 1 of one alone. */
  readonly replications: number;
  /** Counted hours of the clock, of all replications. */
  readonly hours: number;
  /** Items that were not rejected on arrival; redials too. Those still waiting at the end are among them. */
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly rejected: number;
  readonly completed: number;
  readonly redials: number;
  /** Offers that rang and were not answered. */
  readonly missedOffers: number;
  readonly interruptions: number;
  /** Answered or abandoned after waiting at all. */
  readonly waited: number;
  readonly waitAnsweredMs: number;
  readonly waitAbandonedMs: number;
  /** From answer to the end of handling, pauses included, and wrap-up, of all visits of completed items. */
  readonly handleMs: number;
  /** Visits in agents' hands after the first, of completed items. */
  readonly laterVisits: number;
  /** Stays in agents' workbins that have ended, and how long they lasted. */
  readonly parkedStays: number;
  readonly parkedMs: number;
  /** Waiting and ringing of all visits, of answered and abandoned items. */
  readonly queuedMs: number;
  /** Called off by the source; complete without the customer's reply. */
  readonly canceled: number;
  readonly lapsed: number;
  /** From arrival to completion on the process's clock, of completed items; NaN where the scenario has no life cycle. */
  readonly finishMs: number;
  /** Time in a status other than queued, of items that have left it. */
  statusMs(status: Status): number;
  /** Leads that somebody has contacted, those that converted, and what they were worth. */
  readonly leadsContacted: number;
  readonly conversions: number;
  readonly valueWon: number;
  /** Of leads contacted: value times the share of conversion that the wait for the first contact has cost. */
  readonly valueLost: number;
  /** Items completed inside the counted time, whenever they arrived. */
  readonly throughput: number;
  /** Not final, and past their due date, at the end. */
  readonly overdueAtEnd: number;
  /** Items as service level sees them; within their process's `answerWithin` (others left out) or the limit given. */
  within(limitMs: number | undefined): WithinTally;
  /** Items by their due date: their own or their process's, or `limitMs` after arrival on the process's clock. */
  due(limitMs: number | undefined): DueTally;
  /** Occurrences of milestones of the scope, by their target; of one name, or all. */
  milestones(name: string | undefined): MilestoneTally;
  /** Smallest wait that at least this share of answered and abandoned items did not exceed; NaN with none. */
  waitQuantileMs(share: number): number;
  /** Items not in a final state: at the end, the most at any time, or just before an instant. */
  backlog(at: {readonly ms: number} | 'end' | 'peak'): number;
  /** Time of the agents in a state. */
  agentMs(state: AgentState): number;
  /** Time of the agents on duty, whatever their state. */
  readonly onDutyMs: number;
  /** Item-time in hand of the agents: an agent with two items in hand for an hour adds two hours. */
  readonly heldMs: number;
  /** Scheduled and paid. */
  readonly paidMs: number;
  readonly cost: number;
  /** True where every group of the scope says what an hour costs. */
  readonly costKnown: boolean;
}

export interface WithinTally {
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly answeredIn: number;
  readonly abandonedIn: number;
  /** Abandoned within 5 s. */
  readonly abandonedShort: number;
}

export interface MilestoneTally {
  readonly started: number;
  readonly met: number;
  readonly violated: number;
}

export interface DueTally {
  /** Due inside the scope's time. */
  readonly due: number;
  /** Completed by then, the instant itself included. */
  readonly met: number;
  /** Open at the end and not yet due then: judged neither way. */
  readonly undetermined: number;
}

/** Hung up this soon counts as a short abandonment: the caller noticed that he had the wrong number. */
export const SHORT_ABANDON_MS = 5000;
