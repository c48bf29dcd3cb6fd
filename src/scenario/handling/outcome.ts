import {keys, share, z} from '../../language/schema.ts';
import type {DistributionSpec} from '../../random/distribution.ts';
import type {WrittenDistribution} from '../../random/readDistribution.ts';

/** What every outcome of handling has, checked. */
export interface OutcomeBase<Kind extends string> {
  readonly kind: Kind;
  /** Of the visits of the source's items. */
  readonly share: number;
  /** Durations that are drawn for each visit, by name; what demand draws and the model numbers. */
  readonly spans: Readonly<Record<string, DistributionSpec>>;
}

/** Of an outcome that has none of its own. */
export type NoKeys = Readonly<Record<never, never>>;

/** What reading hands an outcome; keys are its own. */
export interface OutcomeReading {
  /** The distribution written under a key; null where its values cannot be read, which is reported. */
  spanAt(key: string, written: WrittenDistribution): DistributionSpec | null;
  error(key: string, message: string, hint?: string): void;
}

/** One outcome of handling. A new one is a file that exports this, and a line in index.ts. */
export interface OutcomeKind<Spec extends OutcomeBase<string> = OutcomeBase<string>> {
  readonly kind: Spec['kind'];
  /** What is written: `share`, `then` and the keys of its own. */
  readonly schema: z.ZodType;
  /** Whether the item comes back to agents, for a loop that never ends. */
  readonly comesBack: boolean;
  /** Without `kind` and `share`; null where something is wrong, which is reported. */
  read(written: unknown, reading: OutcomeReading): Omit<Spec, 'kind' | 'share'> | null;
}

/** `doc` says what becomes of the item, one sentence. */
export function outcomeKind<Spec extends OutcomeBase<string>, Shape extends z.ZodRawShape>(it: {
  readonly kind: Spec['kind'];
  readonly doc: string;
  readonly keys: Shape;
  readonly comesBack: boolean;
  read(written: z.output<z.ZodObject<Shape>>, reading: OutcomeReading): Omit<Spec, 'kind' | 'share'> | null;
}): OutcomeKind<Spec> {
  return {
    kind: it.kind,
    comesBack: it.comesBack,
    schema: keys({
      share: share.describe('Share of visits that end so.'),
      // biome-ignore lint/suspicious/noThenProperty: the word of the language
      then: z.literal(it.kind).describe(it.doc),
      ...it.keys,
    }),
    read: (written, reading) => it.read(written as z.output<z.ZodObject<Shape>>, reading),
  };
}
