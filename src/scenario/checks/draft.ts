import type {Reading} from '../read/reading.ts';
import type {Scenario} from '../scenario.ts';

/** What a check looks at: the parts that could be read, and where to report. */
export interface Draft {
  readonly scenario: Scenario;
  readonly reading: Reading;
  /** Whether every source, and every group and roster, could be read: what is missing may yet be there. */
  readonly complete: {readonly demand: boolean; readonly workforce: boolean; readonly routing: boolean};
}

/** One rule: reports what it finds through `draft.reading`. */
export type Check = (draft: Draft) => void;
