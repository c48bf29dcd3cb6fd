/** Milestones, told: warnings, violations, and what is reached. */
import type {MilestoneObserver} from '../engine/observer.ts';
import type {Floor} from '../floor/floor.ts';
import {TRACK} from '../floor/milestones.ts';
import type {Model} from '../model/model.ts';
import type {Happening, OfMilestone} from './events.ts';
import type {Naming} from './naming.ts';

export class MilestoneJournal implements MilestoneObserver {
  readonly #model: Model;
  readonly #floor: Floor;
  readonly #naming: Naming;
  readonly #wants: (item: number) => boolean;
  readonly #tell: (what: Happening) => void;

  constructor(
    model: Model,
    floor: Floor,
    naming: Naming,
    wants: (item: number) => boolean,
    tell: (what: Happening) => void,
  ) {
    this.#model = model;
    this.#floor = floor;
    this.#naming = naming;
    this.#wants = wants;
    this.#tell = tell;
  }

  started(): void {}

  warned(track: number): void {
    this.#tellOf(track, (of) => ({event: 'milestoneWarns', ...of}));
  }

  violated(track: number): void {
    this.#tellOf(track, (of) => ({event: 'milestoneViolated', ...of}));
  }

  reached(track: number): void {
    const late = this.#floor.milestones?.state[track] === TRACK.violated;
    this.#tellOf(track, (of) => ({event: 'milestoneReached', ...of, late}));
  }

  moves(): void {}

  dropped(): void {}

  #tellOf(track: number, told: (of: OfMilestone) => Happening): void {
    const tracks = this.#floor.milestones;
    const names = this.#model.life?.milestones?.names;
    if (tracks === null || names === undefined || !this.#wants(tracks.item[track])) return;
    this.#tell(
      told({
        item: this.#naming.item(tracks.item[track]),
        milestone: names[tracks.row[track]],
        ...(tracks.targetMs[track] < Infinity && {target: this.#naming.point(tracks.targetMs[track])}),
        leftMs: tracks.leftMs(track),
      }),
    );
  }
}
