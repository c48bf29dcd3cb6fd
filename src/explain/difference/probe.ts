/** What one instant of a run looks like around one item: what happened to it, and what kept the agent that another run gave it to. */
import type {Asked} from '../../engine/observer.ts';
import type {Floor} from '../../floor/floor.ts';
import {ITEM} from '../../floor/items.ts';
import {
  type ItemCandidate,
  Journal,
  type JournalOptions,
  OBSTACLE_NAMES,
  type ObstacleName,
  Obstacles,
} from '../../journal/index.ts';

/** An agent who got the item in the other run: why not here. */
export interface KeptAgent {
  readonly agent: string;
  /** What stood in his way; `none`: he could have taken it too. */
  readonly why: ObstacleName;
  /** What he was given at that instant instead. */
  readonly took?: ItemCandidate;
}

/** Where the item is at that instant: not come yet or gone is `away`; put aside, or in its agent's hands (ringing too). */
export type Whereabouts = {readonly is: 'waiting' | 'aside' | 'away'} | {readonly is: 'inHand'; readonly agent: string};

export interface ProbeOptions extends JournalOptions {
  readonly asked: {
    readonly source: number;
    readonly number: number;
    /** 0 the first call of the customer. */
    readonly redial: number;
    /** Number of the agent asked about here, -1 none. */
    readonly agent: number;
  };
}

/** The journal of one item at one instant, and what of an agent stood in its way then. */
export class Probe extends Journal {
  /** Of the agent asked about; null where the item was not there to be given. */
  kept: KeptAgent | null = null;
  readonly #options: ProbeOptions;
  readonly #floor: Floor;
  readonly #obstacles: Obstacles;
  #row = -1;

  constructor(options: ProbeOptions, floor: Floor) {
    super(options, floor);
    this.#options = options;
    this.#floor = floor;
    this.#obstacles = new Obstacles(options.model, floor);
  }

  override created(item: number): void {
    super.created(item);
    const {asked, model} = this.#options;
    const isRedial = !model.features.redial || this.#floor.items.redial(item) === asked.redial;
    if (this.selected.has(item) && isRedial) this.#row = item;
  }

  override deciding(item: number, agent: number, asked: Asked): void {
    super.deciding(item, agent, asked);
    const whom = this.#options.asked.agent;
    if (whom < 0 || !this.selected.nowIsIn || this.kept !== null) return;
    if (agent === whom && item !== this.#row) this.#note(whom, this.tellItem(item));
    else if (item === this.#row && agent !== whom) this.#note(whom);
  }

  override settled(): void {
    super.settled();
    const whom = this.#options.asked.agent;
    if (whom >= 0 && this.selected.nowIsIn && this.kept === null) this.#note(whom);
  }

  /** After the instant: what kept the agent where nothing was decided, and where the item is. */
  look(): Whereabouts {
    const {items} = this.#floor;
    const whom = this.#options.asked.agent;
    if (whom >= 0 && this.kept === null) this.#note(whom);
    if (this.#row < 0 || !this.selected.has(this.#row)) return {is: 'away'};
    const status = items.status(this.#row);
    if (status === ITEM.waiting || status === ITEM.entering) return {is: 'waiting'};
    if (status === ITEM.awaiting || status === ITEM.held) return {is: 'aside'};
    if (status === ITEM.free || status === ITEM.coming) return {is: 'away'};
    return {is: 'inHand', agent: this.#options.model.names.agents[items.agent(this.#row)]};
  }

  #note(agent: number, took?: ItemCandidate): void {
    const {items} = this.#floor;
    const status = this.#row < 0 ? ITEM.free : items.status(this.#row);
    if (!this.selected.has(this.#row) || (status !== ITEM.waiting && status !== ITEM.entering)) return;
    const why = OBSTACLE_NAMES[this.#obstacles.between(this.#row, agent)];
    this.kept = {agent: this.#options.model.names.agents[agent], why, ...(took && {took})};
  }
}
