/** How the rows of a log or a snapshot are read: which columns mean what. */
import type {OpenStatus} from '../model/opening.ts';
import type {DistributionSpec} from '../random/distribution.ts';

export interface ReplaySpec {
  /** As written, and resolved by the reader for whoever opens it. */
  readonly file: string;
  readonly path: string;
  readonly where?: string;
  readonly time: {readonly format: string | null; readonly zone: string};
  readonly columns: {
    readonly id: readonly string[];
    readonly arrived: InstantColumn;
    readonly handleTime: DurationColumn | null;
    readonly wrapUp: DurationColumn | null;
    readonly patience: DurationColumn | null;
    readonly preferredAgent: readonly string[];
    readonly due: InstantColumn | null;
    readonly activate?: InstantColumn;
    readonly priority: readonly string[];
    readonly recorded: {
      readonly wait: DurationColumn | null;
      readonly outcome: readonly string[];
      readonly abandoned: readonly string[];
      readonly agent: readonly string[];
    };
  };
  readonly attributes: readonly {
    readonly name: string;
    readonly type: 'text' | 'number' | 'date';
    readonly column: readonly string[];
  }[];
  /** Of a snapshot: where its items stand. */
  readonly open?: OpenColumns;
  readonly empty: readonly string[];
  /** Streamed in order; streamed with a window; or read whole and sorted first. */
  readonly sorted: {readonly kind: 'yes'} | {readonly kind: 'within'; readonly ms: number} | {readonly kind: 'no'};
  /** What the source says of the items as they live, in a file of its own. */
  readonly commands?: {
    readonly file: string;
    readonly path: string;
    readonly separator: string | null;
    /** Of what the source holds. */
    readonly clock: 'runs' | 'stopped';
  };
  /** Default leaveOut. */
  readonly withoutId?: 'leaveOut' | 'reject';
  readonly onRepeat: 'visit' | 'reject';
  readonly onBadRow: 'count' | 'stop';
  readonly separator: string | null;
}

/** What a snapshot says of where its items stand, and with whom. */
export interface OpenColumns {
  /** In place of the arrival. */
  readonly age: DurationColumn | null;
  readonly status: readonly string[];
  /** What its words mean. */
  readonly statuses: Readonly<Record<string, OpenStatus>>;
  readonly owner: readonly string[];
  /** Id of the row that waits for it. */
  readonly parent: readonly string[];
  readonly until: InstantColumn | null;
  readonly remaining: DurationColumn | null;
}

/** Wherever a column may stand: the first of a list that is not empty. */
export type InstantColumn =
  | {readonly kind: 'instant'; readonly column: readonly string[]}
  | {readonly kind: 'dateAndTime'; readonly date: readonly string[]; readonly time: readonly string[]};
export type DurationColumn =
  | {
      readonly kind: 'column';
      readonly column: readonly string[];
      readonly unitMs: number;
      readonly missing?: DistributionSpec;
    }
  | {
      readonly kind: 'difference';
      readonly from: InstantColumn;
      readonly to: InstantColumn;
      readonly missing?: DistributionSpec;
    };
