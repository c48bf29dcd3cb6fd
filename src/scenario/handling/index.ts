/** Every outcome of handling that a source may name: the only place where one is registered with the language. */
import {hinted} from '../../language/hinted.ts';
import {nearest} from '../../language/nearest.ts';
import {z} from '../../language/schema.ts';
import type {DistributionSpec} from '../../random/distribution.ts';
import {type ComesBackSpec, comesBack} from './comesBack.ts';
import {type CompleteSpec, complete} from './complete.ts';
import {type MarkDoneSpec, markDone} from './markDone.ts';
import type {OutcomeKind} from './outcome.ts';
import {type ParkSpec, park} from './park.ts';
import {type PendingSpec, pending} from './pending.ts';
import {type ReclassifySpec, reclassify} from './reclassify.ts';
import {type RescheduleSpec, reschedule} from './reschedule.ts';
import {type TransferSpec, transfer} from './transfer.ts';
import {type WorkOrderSpec, workOrder} from './workOrder.ts';

export type {OutcomeReading} from './outcome.ts';

export type OutcomeSpec =
  | CompleteSpec
  | MarkDoneSpec
  | ParkSpec
  | PendingSpec
  | RescheduleSpec
  | ReclassifySpec
  | WorkOrderSpec
  | TransferSpec
  | ComesBackSpec;

export const OUTCOMES: readonly OutcomeKind[] = [
  complete,
  markDone,
  park,
  pending,
  reschedule,
  reclassify,
  workOrder,
  transfer,
  comesBack,
];

/** An entry of `handling`. */
export interface OutcomeWritten {
  readonly share: number;
  readonly then: OutcomeSpec['kind'];
  readonly stage?: readonly string[] | undefined;
}

const [first, ...others] = OUTCOMES.map(({schema}) => schema as z.ZodObject<z.ZodRawShape>);

/** Told apart by `then`, so that what is wrong with an outcome is said of that one. */
const outcomeSchema = z.discriminatedUnion('then', [first as z.ZodObject<z.ZodRawShape>, ...others], {
  error: ({code, input}) => (code === 'invalid_union' ? unknownOutcome((input as {then?: unknown}).then) : undefined),
}) as unknown as z.ZodType<OutcomeWritten>;

function unknownOutcome(then: unknown): string {
  const kinds = OUTCOMES.map(({kind}) => kind);
  const near = typeof then === 'string' ? nearest(then, kinds) : undefined;
  return hinted(`expected ${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`, near && `did you mean ${near}?`);
}

export const handlingSchema = z
  .array(outcomeSchema)
  .min(1, {error: 'expected at least one outcome, as in [ { share: 100%, then: complete } ]'})
  .describe(
    'What becomes of an item when an agent is done with it, drawn for each visit. Shares of 100 % at most; the rest is complete. Default: complete.',
  );

/** A duration that is drawn for a visit. */
export interface SpanSpec {
  /** Its draws are keyed by it: outcome and key. */
  readonly name: string;
  readonly spec: DistributionSpec;
  /** The entry it belongs to: several of one kind draw alike, each from its own distribution. */
  readonly of?: OutcomeSpec;
}

/** Every duration a source's life cycle draws, in the order in which the model numbers them. */
export function spansOf({confirmed, handling = []}: Handled): readonly SpanSpec[] {
  const ofOutcomes = handling.flatMap((of) =>
    Object.entries(of.spans).map(([key, spec]) => ({name: `${of.kind} ${key}`, spec, of})),
  );
  return [...(confirmed ? [{name: CONFIRMED, spec: confirmed}] : []), ...ofOutcomes];
}
export const CONFIRMED = 'confirmed';

/** What a source says of its items after handling. */
export interface Handled {
  readonly handling?: readonly OutcomeSpec[];
  /** How long the source's own update takes after Mark Done; absent: it is there when handling ends. */
  readonly confirmed?: DistributionSpec;
  /** Only the source completes items: they stay in the agent's hands until it does. */
  readonly markDone?: 'disabled';
}
