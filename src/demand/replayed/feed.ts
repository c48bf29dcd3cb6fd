import {type ArrivalBlock, BLOCK_ROWS, type Feed} from '../../model/arrivals.ts';
import type {LifeDraws} from '../../model/life.ts';
import type {Moves} from '../../model/moves.ts';
import {OPENING} from '../../model/opening.ts';
import type {ReplaySpec, SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {takesAlong} from '../items/brought.ts';
import {preferredByNumber} from '../items/preferred.ts';
import {inOrderOfArrival} from './arrivalOrder.ts';
import {commandsOf} from './commands.ts';
import {drawnAttributes} from './drawnAttributes.ts';
import {externalIds} from './externalIds.ts';
import type {LoggedItem, LoggedItems} from './item.ts';
import {Log} from './log.ts';
import {type DistributionOf, MissingValues} from './missing.ts';
import {RowNotes} from './rowNotes.ts';
import {firstVisits, type Repeats, repeatsOf, SuspectIds} from './visits.ts';

/** What a replayed source has in common with generated ones. */
export interface Shared {
  readonly distributionAt: DistributionOf;
  readonly redial: Feed['redial'];
  readonly moves: Moves;
  readonly life: () => LifeDraws;
}

const NO_REPEATS: Repeats = new Map();

/**
 * The items of a log, in order of arrival: `replay` those inside the horizon, `backlog` those that arrived before it.
 * What the log does not say is drawn; what cannot be used is counted through `context.warn`. A log in order is
 * streamed: memory does not grow with it. An item's number is that of its row among the rows of data, from 0.
 * Throws InputError, at once or from `fill`, for a file that cannot be read, a column that is not there, and a bad row
 * where the scenario says `onBadRow: stop`.
 */
export function replayFeed(source: SourceSpec, index: number, context: FeedContext, shared: Shared): Feed {
  const {arrivals} = source;
  if (arrivals.kind !== 'replay' && arrivals.kind !== 'backlog') throw new Error(`${source.name} is not replayed`);
  const {replay} = arrivals;
  const notes = new RowNotes(source.name, replay, (kind, message, example) => context.warn(kind, message, example));
  const log = new Log(source, replay, arrivals.kind === 'backlog', context);
  const repeats = replay.columns.id.length > 0 ? repeatsIn(log) : NO_REPEATS;
  const inOrder = inOrderOfArrival(log.items(notes), replay.sorted, notes);
  const items = firstVisits(inOrder, repeats, replay.onRepeat, notes);
  const missing = new MissingValues(source, replay.columns, context, shared.distributionAt, notes);
  const rows = new BlockRows(
    source,
    index,
    context,
    missing,
    replay.onRepeat === 'visit' ? repeats : NO_REPEATS,
    notes,
  );
  const commands = commandsOf(replay, log, context, source);
  return {
    ...(commands && {commands}),
    fill: (block) => rows.fill(block, items),
    redial: shared.redial,
    moves: shared.moves,
    get life() {
      return shared.life();
    },
  };
}

/** Two cheap looks at the ids alone find those that repeat; only where there are any are their rows read. */
function repeatsIn(log: Log): Repeats {
  const suspects = new SuspectIds();
  log.forEachId((id) => {
    if (id !== '') suspects.add(id);
  });
  if (suspects.ids.size === 0) return NO_REPEATS;
  const rows = new Map([...suspects.ids].map((id) => [id, 0]));
  log.forEachId((id) => {
    const count = rows.get(id);
    if (count !== undefined) rows.set(id, count + 1);
  });
  const repeated = new Set([...rows].filter(([, count]) => count > 1).map(([id]) => id));
  return repeated.size === 0 ? NO_REPEATS : repeatsOf(log.items(null), repeated);
}

/** Writes items into blocks: classified, what is missing drawn, what was recorded handed on. */
class BlockRows {
  readonly #index: number;
  readonly #context: FeedContext;
  readonly #missing: MissingValues;
  readonly #visits: Repeats;
  readonly #notes: RowNotes;
  /** What happened to a backlog is of another time. */
  readonly #recorded: FeedContext['recorded'];
  readonly #activates: boolean;
  readonly #opens: boolean;
  readonly #replay: ReplaySpec;
  #byId: ReadonlyMap<string, number> | undefined;
  readonly #attributes: ReturnType<typeof drawnAttributes>;
  readonly #drawPreferred: ReturnType<typeof preferredByNumber>;
  readonly #takesAlong: boolean;

  constructor(
    source: SourceSpec,
    index: number,
    context: FeedContext,
    missing: MissingValues,
    visits: Repeats,
    notes: RowNotes,
  ) {
    this.#index = index;
    this.#context = context;
    this.#missing = missing;
    this.#visits = visits;
    this.#notes = notes;
    this.#recorded = source.arrivals.kind === 'replay' ? context.recorded : null;
    this.#activates = activates(source);
    if (!('replay' in source.arrivals)) throw new Error(`${source.name} is not replayed`);
    this.#replay = source.arrivals.replay;
    this.#opens = 'replay' in source.arrivals && source.arrivals.replay.open !== undefined;
    this.#attributes = drawnAttributes(source, context);
    this.#drawPreferred = preferredByNumber(source, context);
    this.#takesAlong = takesAlong(source, context);
  }

  fill(block: ArrivalBlock, items: LoggedItems): void {
    let count = 0;
    while (count < BLOCK_ROWS) {
      const item = items.next();
      if (item === null) break;
      this.#write(item, block, count++);
    }
    block.count = count;
  }

  #write(item: LoggedItem, block: ArrivalBlock, row: number): void {
    const visits = this.#visits.get(item.id);
    const {classifier} = this.#context;
    const attributes = this.#attributes(item.number, item.attributes);
    const classified = classifier.classify(this.#index, item.channel, attributes, item.priority);
    block.arrivedMs[row] = item.arrivedMs;
    block.number[row] = item.number;
    block.route[row] = classified.route;
    block.rule[row] = classified.rule;
    block.reportClass[row] = classified.reportClass;
    block.handleMs[row] = this.#missing.handleMs(item, visits);
    block.wrapUpMs[row] = this.#missing.wrapUpMs(item, visits);
    block.patienceMs[row] = this.#missing.patienceMs(item);
    block.dueMs[row] = item.dueMs;
    if (this.#activates) block.activeMs[row] = item.activeMs;
    if (item.activeMs === -Infinity) this.#notes.withoutId(item.line);
    if (this.#opens) this.#place(item, block, row);
    block.initial[row] = Number.isNaN(item.priority) ? classified.initial : item.priority;
    block.preferred[row] = this.#agentOf(item);
    if (this.#takesAlong) block.brought[row] = {channel: item.channel, attributes, priority: item.priority};
    this.#recorded?.record(classified.reportClass, item.arrivedMs, item.waitMs, item.abandoned);
  }

  /** Where an item of a snapshot stands. */
  #place({opening, line}: LoggedItem, block: ArrivalBlock, row: number): void {
    if (opening === null) throw new Error('a row of a snapshot stands nowhere');
    const {startEpochMs, agentId} = this.#context;
    const {status, owner, parent, untilEpochMs, remainingMs} = opening;
    const agent = owner === '' ? undefined : agentId(owner);
    if (owner !== '' && agent === undefined) this.#notes.unknownOwner(line, owner);
    const needsOwner = status === OPENING.assigned || status === OPENING.parked;
    block.opening[row] = needsOwner && agent === undefined ? OPENING.queued : status;
    block.owner[row] = agent ?? -1;
    block.parent[row] = parent === '' ? -1 : (this.#numbers().get(parent) ?? -1);
    block.untilMs[row] = untilEpochMs - startEpochMs;
    if (!Number.isNaN(remainingMs)) block.handleMs[row] = remainingMs;
  }

  /** Rows of the snapshot by id, read once where some row names a parent. */
  #numbers(): ReadonlyMap<string, number> {
    this.#byId ??= new Map([...externalIds(this.#replay, this.#context.openRows)].map(([number, id]) => [id, number]));
    return this.#byId;
  }

  /** The agent the row names, else one drawn; -1 none. */
  #agentOf(item: LoggedItem): number {
    if (item.preferred !== '') {
      const agent = this.#context.agentId(item.preferred);
      if (agent !== undefined) return agent;
      this.#notes.unknownAgent(item.line, item.preferred);
    }
    return this.#drawPreferred(item.number);
  }
}

/** Whether its log may bring activation dates, or items to be rejected. */
const activates = ({arrivals}: SourceSpec): boolean =>
  'replay' in arrivals && (arrivals.replay.columns.activate !== undefined || arrivals.replay.withoutId === 'reject');
