/** Listens to a run for several items that are watched in it, and hands each what concerns it. */
import type {Asked, Bin, LifeObserver, MilestoneObserver, Observer} from '../../engine/observer.ts';
import type {Floor} from '../../floor/floor.ts';
import type {Model} from '../../model/model.ts';
import type {HandsOfAgents} from './hands.ts';
import type {ItemWatch} from './itemWatch.ts';

export class StoryObserver implements Observer {
  readonly life: LifeObserver;
  readonly #watches: readonly ItemWatch[];
  readonly #hands: HandsOfAgents;

  constructor(model: Model, floor: Floor, hands: HandsOfAgents, watches: readonly ItemWatch[]) {
    this.#watches = watches;
    this.#hands = hands;
    this.life = this.#lifeOf(model, floor);
  }

  created(item: number): void {
    this.#catchUp();
    for (const watch of this.#watches) watch.created(item);
  }
  rejected(item: number): void {
    this.#of(item)?.journal.rejected(item);
    this.#ends(item);
  }
  keepsWaiting(item: number): void {
    this.#of(item)?.keepsWaiting(item);
  }
  deciding(item: number, agent: number, asked: Asked): void {
    for (const watch of this.#watches) if (watch.isThere) watch.deciding(item, agent, asked);
  }
  offered(item: number, agent: number): void {
    this.#taken(item, agent);
    this.#of(item)?.journal.offered(item, agent);
  }
  missed(item: number, agent: number): void {
    this.#of(item)?.journal.missed(item, agent);
    this.#mark(agent);
  }
  answered(item: number, agent: number, stage: number): void {
    this.#taken(item, agent);
    this.#of(item)?.journal.answered(item, agent, stage);
  }
  abandoned(item: number): void {
    this.#of(item)?.journal.abandoned(item);
    this.#ends(item);
  }
  completed(item: number, agent: number): void {
    this.#catchUp();
    this.#of(item)?.journal.completed(item, agent);
    this.#mark(agent);
    this.#ends(item);
  }
  wrappedUp(item: number, agent: number): void {
    this.#of(item)?.journal.wrappedUp(item, agent);
    this.#mark(agent);
  }
  paused(item: number, agent: number): void {
    this.#of(item)?.journal.paused(item, agent);
    this.#mark(agent);
  }
  resumed(item: number, agent: number): void {
    this.#of(item)?.journal.resumed(item, agent);
    this.#mark(agent);
  }
  agentBecame(agent: number): void {
    this.#mark(agent);
    this.settled();
  }
  settled(): void {
    for (const watch of this.#watches) if (watch.isThere) watch.settled();
  }
  measured(): void {}
  closed(): void {
    for (const watch of this.#watches) watch.closed();
  }

  /** Where an item's life after handling is told. */
  #lifeOf(model: Model, floor: Floor): LifeObserver {
    const of = (item: number) => this.#of(item)?.life;
    return {
      stands: (item, status) => of(item)?.stands(item, status),
      handled: (item, agent) => {
        of(item)?.handled(item, agent);
        this.#mark(agent);
      },
      takenAgain: (item, agent, stage) => {
        this.#taken(item, agent);
        of(item)?.takenAgain(item, agent, stage);
      },
      putInBin: (item: number, agent: number, bin: Bin) => of(item)?.putInBin?.(item, agent, bin),
      leftBin: (item: number, agent: number, bin: Bin) => of(item)?.leftBin?.(item, agent, bin),
      dueMoves: (item, toMs) => of(item)?.dueMoves?.(item, toMs),
      moved: (item) => this.#of(item)?.moved(),
      contacted: (item, agent, stage, converted) => of(item)?.contacted?.(item, agent, stage, converted),
      noted: (item, disposition) => of(item)?.noted?.(item, disposition),
      lapses: (item) => of(item)?.lapses?.(item),
      canceled: (item, agent) => {
        of(item)?.canceled?.(item, agent);
        if (agent >= 0) this.#mark(agent);
        this.#ends(item);
      },
      milestones: model.life?.milestones ? this.#milestonesOf(floor) : null,
    };
  }

  #milestonesOf(floor: Floor): MilestoneObserver {
    const of = (track: number) => this.#of(floor.milestones?.item[track] ?? -1)?.milestones;
    return {
      started: () => {},
      moves: () => {},
      dropped: () => {},
      warned: (track) => of(track)?.warned(track),
      violated: (track) => of(track)?.violated(track),
      reached: (track) => of(track)?.reached(track),
    };
  }

  /** What agents take themselves waits unasked: looked at before anything happens to anybody. */
  #catchUp(): void {
    for (const watch of this.#watches) watch.catchUp();
  }

  #of(item: number): ItemWatch | undefined {
    if (item < 0) return undefined;
    return this.#watches.find(({row}) => row === item);
  }

  #taken(item: number, agent: number): void {
    this.#hands.given(item, agent);
    for (const watch of this.#watches) {
      if (!watch.isThere) continue;
      if (watch.row !== item) watch.given(item);
      watch.mark(agent);
    }
  }

  #mark(agent: number): void {
    for (const watch of this.#watches) if (watch.isThere) watch.mark(agent);
  }

  #ends(item: number): void {
    for (const watch of this.#watches) if (watch.isThere) watch.ends(item);
  }
}
