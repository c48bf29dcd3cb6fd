/** Contacts with leads and what came of them, means per replication; values in money. */
export interface Deals {
  readonly contacts: number;
  readonly conversions: number;
  readonly valueWon: number;
  /** Of first contacts: value times the share of conversion that the wait has cost. */
  readonly valueLost: number;
}
export interface LeadResults {
  readonly byGroup: readonly ({readonly process: string; readonly group: string} & Deals)[];
  readonly byTarget: readonly ({readonly process: string; readonly target: string} & Deals)[];
  /** By the lead's age at contact; `toSeconds` null: and older. */
  readonly byAge: readonly ({
    readonly process: string;
    readonly fromSeconds: number;
    readonly toSeconds: number | null;
  } & Deals)[];
  /** Leads that nobody contacted, still waiting at the end or gone, and what that has cost. */
  readonly notContacted: readonly {readonly process: string; readonly leads: number; readonly valueLost: number}[];
  /** What was noted of completed items. */
  readonly dispositions: readonly {readonly process: string; readonly disposition: string; readonly items: number}[];
}
