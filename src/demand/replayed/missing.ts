import type {DistributionSpec} from '../../random/distribution.ts';
import type {KeyedDraws} from '../../random/keyed.ts';
import {sampler} from '../../random/sampler.ts';
import type {DurationColumn, ReplaySpec, SourceSpec, Varying} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {sourceDraws} from '../draws.ts';
import {drawn} from '../items/duration.ts';
import type {LoggedItem} from './item.ts';
import type {RowNotes} from './rowNotes.ts';
import type {Visits} from './visits.ts';

/** The distribution that holds for an arrival at an instant, ms since the start; null where the scenario names none. */
export type DistributionAt = (arrivedMs: number) => DistributionSpec | null;
export type DistributionOf = (varying: Varying<DistributionSpec> | undefined) => DistributionAt;

/** Draws after which a recorded wait counts as out of a distribution's reach. */
const MOST_TRIES = 2000;

/**
 * What a log does not say, drawn: each value keyed by (seed, replication, source, number of the row, purpose), so that
 * neither the order of reading nor what happens to an item changes another's.
 */
export class MissingValues {
  readonly #handle: DistributionAt;
  readonly #wrapUp: DistributionAt;
  readonly #patience: DistributionAt;
  readonly #handleDraws: KeyedDraws;
  readonly #wrapUpDraws: KeyedDraws;
  readonly #patienceDraws: KeyedDraws;
  readonly #notes: RowNotes;

  constructor(
    source: SourceSpec,
    {handleTime, wrapUp, patience}: ReplaySpec['columns'],
    context: FeedContext,
    distributionOf: DistributionOf,
    notes: RowNotes,
  ) {
    const draws = (purpose: string) => sourceDraws(context, source.name, 'replayed', purpose);
    const named = (column: DurationColumn | null, own: Varying<DistributionSpec> | undefined) =>
      distributionOf(column?.missing ? {fixed: column.missing} : own);
    this.#handle = named(handleTime, source.handleTime);
    this.#wrapUp = named(wrapUp, source.wrapUp);
    this.#patience = named(patience, source.patience);
    this.#handleDraws = draws('handle time');
    this.#wrapUpDraws = draws('wrap-up');
    this.#patienceDraws = draws('patience');
    this.#notes = notes;
  }

  /** Handle time of an item; NaN, which no item of a `Log` comes to, where there is none and no distribution. */
  handleMs(item: LoggedItem, visits: Readonly<Visits> | undefined): number {
    if (visits) return visits.handleMs + drawSum(this.#handle, this.#handleDraws, item, visits.withoutHandle);
    return Number.isNaN(item.handleMs) ? drawSum(this.#handle, this.#handleDraws, item, 1) : item.handleMs;
  }

  /** Wrap-up; 0 where neither the log nor the scenario has any. */
  wrapUpMs(item: LoggedItem, visits: Readonly<Visits> | undefined): number {
    const known = visits ? visits.wrapUpMs : item.wrapUpMs;
    if (!visits && !Number.isNaN(known)) return known;
    const drawn = drawSum(this.#wrapUp, this.#wrapUpDraws, item, visits ? visits.withoutWrapUp : 1);
    return (Number.isNaN(known) ? 0 : known) + (Number.isNaN(drawn) ? 0 : drawn);
  }

  /**
   * How long the customer would wait: as recorded; of one who hung up his recorded wait; of one who was answered a
   * draw of at least his recorded wait, because that long he is known to have waited. Infinity where none is named.
   */
  patienceMs(item: LoggedItem): number {
    if (!Number.isNaN(item.patienceMs)) return item.patienceMs;
    const waitedMs = Number.isNaN(item.waitMs) ? 0 : item.waitMs;
    if (item.abandoned && !Number.isNaN(item.waitMs)) return waitedMs;
    const spec = this.#patience(item.arrivedMs);
    if (spec === null) return Number.POSITIVE_INFINITY;
    const draw = sampler(spec, this.#patienceDraws.at(item.number));
    let value = draw();
    for (let tries = 1; value < waitedMs && tries < MOST_TRIES; tries++) value = draw();
    if (value >= waitedMs) return Math.round(value);
    this.#notes.shortPatience(item.line, waitedMs / 1000);
    // What is left of a memoryless patience; others are about as good as unknown so far out.
    return Math.round(waitedMs + value);
  }
}

function drawSum(at: DistributionAt, draws: KeyedDraws, {number, arrivedMs}: LoggedItem, count: number): number {
  const spec = count > 0 ? at(arrivedMs) : null;
  if (spec === null) return count > 0 ? Number.NaN : 0;
  let sum = 0;
  for (let visit = 0; visit < count; visit++) sum += drawn(spec, draws, number, visit);
  return sum;
}
