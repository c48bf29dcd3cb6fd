import type {Run} from '../run.ts';

/**
 * One way an item can go when an agent is done with it, with the parameters of its row. A kind is one file that exports
 * a function from its row to this, and one line in index.ts.
 */
export interface Outcome {
  /** The item is final when handling ends: it is told as completed then, and gone after wrap-up. */
  readonly completes: boolean;
  /**
   * Asked before a visit begins that will end so: it may take away from the effort (items.handleMs) and the wrap-up what is
   * left for later. Where any outcome asks for this, what becomes of a visit is drawn when it begins.
   */
  begins?(run: Run, item: number): void;
  /**
   * Not final: handling and wrap-up are over, the agent is free. The item stands in no line and has no agent
   * (`items.agent` is -1, `agent` the one who had it). It is to be put somewhere: stand.ts says how.
   */
  leaves(run: Run, item: number, agent: number): void;
  /** Asked when it is wrapped up: it stays in the agent's hands nevertheless, until its source completes it. */
  stays?(run: Run, item: number): void;
  /** Final since handling ended, wrapped up and out of the agent's hands: the item is about to be gone. */
  closes?(run: Run, item: number): void;
  /** All that the item opened, and waited for, is final. */
  goesOn?(run: Run, item: number): void;
  /** It is taken from where this outcome put it, to be put somewhere else or to be final. */
  withdrawn?(run: Run, item: number): void;
  /** The event scheduled with `scheduleLife` has come. */
  due(run: Run, item: number): void;
}
