import type {Path} from '../../language/problem.ts';
import {keys, oneOrMany, share, word, z} from '../../language/schema.ts';
import type {StatusName} from '../../model/life.ts';
import type {DistributionSpec} from '../../random/distribution.ts';
import type {WrittenDistribution} from '../../random/readDistribution.ts';
import type {AttributeSpec, SourceSpec} from '../scenario.ts';
import type {AttributesWritten} from '../schema/attributes.ts';
import type {LineWritten} from './workOrder.ts';

/** What every outcome of handling has, checked. */
export interface OutcomeBase<Kind extends string> {
  readonly kind: Kind;
  /** Of the visits of the source's items. */
  readonly share: number;
  /** Durations that are drawn for each visit, by name; what demand draws and the model numbers. */
  readonly spans: Readonly<Record<string, DistributionSpec>>;
  /** Stages it names: where the item stands until its next outcome. */
  readonly stages: readonly string[];
}

/** What reading fills in alike for all of them. */
export type ReadAlike = 'kind' | 'share' | 'stages';

/** Of an outcome that has none of its own. */
export type NoKeys = Readonly<Record<never, never>>;

/** What reading hands an outcome; keys are its own. */
export interface OutcomeReading {
  /** The distribution written under a key; null where its values cannot be read, which is reported. */
  spanAt(key: string, written: WrittenDistribution): DistributionSpec | null;
  /** The attributes written under a key; null where something is wrong with one, which is reported. */
  attributesAt(key: string, written: AttributesWritten): Readonly<Record<string, AttributeSpec>> | null;
  error(key: string, message: string, hint?: string): void;
  /** The items that a line of a work order opens, written at `at`, as a source of their own; null where one is wrong. */
  opened(at: Path, line: LineWritten): SourceSpec | null;
}

/** One outcome of handling. A new one is a file that exports this, and a line in index.ts. */
export interface OutcomeKind<Spec extends OutcomeBase<string> = OutcomeBase<string>> {
  readonly kind: Spec['kind'];
  /** What is written: `share`, `then` and the keys of its own. */
  readonly schema: z.ZodType;
  /** Whether the item comes back to agents, for a loop that never ends. */
  readonly comesBack: boolean;
  /**
   * Statuses an item may stand in after it, until its next outcome; absent: any. What awaiting the source's update adds
   * to `completed` need not be said.
   */
  readonly leadsTo?: readonly StatusName[];
  /** Without what is read alike; null where something is wrong, which is reported. */
  read(written: unknown, reading: OutcomeReading): Omit<Spec, ReadAlike> | null;
}

/** `doc` says what becomes of the item, one sentence. */
export function outcomeKind<Spec extends OutcomeBase<string>, Shape extends z.ZodRawShape>(it: {
  readonly kind: Spec['kind'];
  readonly doc: string;
  readonly keys: Shape;
  readonly comesBack: boolean;
  readonly leadsTo?: readonly StatusName[];
  read(written: z.output<z.ZodObject<Shape>>, reading: OutcomeReading): Omit<Spec, ReadAlike> | null;
}): OutcomeKind<Spec> {
  return {
    kind: it.kind,
    comesBack: it.comesBack,
    ...(it.leadsTo && {leadsTo: it.leadsTo}),
    schema: keys({
      share: share.describe('Share of visits that end so.'),
      // biome-ignore lint/suspicious/noThenProperty: the word of the language
      then: z.literal(it.kind).describe(it.doc),
      stage: oneOrMany(word)
        .optional()
        .describe(
          'Stage of the scenario where the item stands from then on until its next outcome; of several stages each while its status is the item’s. Default: the first stage of each status.',
        ),
      ...it.keys,
    }),
    read: (written, reading) => it.read(written as z.output<z.ZodObject<Shape>>, reading),
  };
}
