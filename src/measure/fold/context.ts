import type {Model} from '../../model/model.ts';
import type {Scenario} from '../../scenario/scenario.ts';
import type {Asked} from '../asked.ts';

/** What folding must know beside the facts. */
export interface FoldContext {
  readonly model: Model;
  readonly scenario: Scenario;
  /** What the recorders were asked for: `askedBy(scenario.goals)`. */
  readonly asked: Asked;
  /** Of the scenario's text with all its parts, and of this program. */
  readonly hash: string;
  readonly version: string;
  /** ISO local date-time of an instant in ms since the start. */
  readonly localTime: (ms: number) => string;
}
