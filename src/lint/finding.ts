import type {Location, Path} from '../language/problem.ts';
import type {AttributeValue} from '../model/moves.ts';
import type {LintContext} from './context.ts';

/** `error`: some of it can never work; `warning`: hardly meant so; `note`: worth knowing, and no reason to fail. */
export type Severity = 'error' | 'warning' | 'note';

/** An item as its source may bring it. */
export interface LintItem {
  readonly source: string;
  readonly channel: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** What shows that a finding is true; each can be tried out on the compiled scenario. */
export type CounterExample =
  /** An item, the rows of the decision table whose cells it matches, and the one that takes it; rows count from 1, the number after the last is `otherwise`. */
  | {
      readonly kind: 'item';
      readonly item: LintItem;
      readonly matches: readonly number[];
      readonly taken: number;
    }
  /** Stretches of the typical week in which it holds, in ms since the scenario starts, and what comes in them. */
  | {
      readonly kind: 'windows';
      readonly text: string;
      readonly windows: readonly {readonly fromMs: number; readonly toMs: number}[];
      /** Share of the week's arrivals that fall into them; null where only a log knows. */
      readonly share: number | null;
    }
  /** Two items at their ages, each on the clock of its process, with the priorities they have then. */
  | {readonly kind: 'ages'; readonly of: Aged; readonly against: Aged}
  /** An agent; with `lacks`, the one level that would make the difference. */
  | {
      readonly kind: 'agent';
      readonly agent: string;
      readonly group: string;
      readonly skills: Readonly<Record<string, number>>;
      readonly lacks?: {readonly skill: string; readonly has: number; readonly needs: number};
    }
  /** What an agent under a capacity rule has in hand, by channel. */
  | {readonly kind: 'load'; readonly rule: string; readonly load: Readonly<Record<string, number>>}
  /** How long something takes, and the time within which it would have mattered. */
  | {readonly kind: 'times'; readonly ms: number; readonly limitMs: number; readonly limit: string};

export interface Aged {
  readonly process: string;
  readonly ageMs: number;
  readonly priority: number;
}

/** What a kind of finding found; paths from the root of the scenario. */
export interface Found {
  readonly path: Path;
  /** One sentence. */
  readonly message: string;
  readonly counterExample?: CounterExample;
  readonly suggestion?: string;
  /** Where it is other than that of its kind. */
  readonly severity?: Severity;
}

/** One kind of finding: a file of src/lint/findings, and a line in src/lint/index.ts. */
export interface FindingKind {
  /** Stable: scenarios accept findings by it. */
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** For the analyst: what it means, why it matters, what to do. */
  readonly doc: string;
  /** Checks of src/scenario/checks that this one says more than: what they say of the same line is left out. */
  readonly covers?: readonly string[];
  find(context: LintContext): Found[];
}

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly at: Location;
  /** As `--set` spells it. */
  readonly path: string;
  readonly message: string;
  readonly counterExample?: CounterExample;
  readonly suggestion?: string;
  /** The line of the file, as written. */
  readonly excerpt?: string;
}
