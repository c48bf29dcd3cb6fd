/** What an engine told, as lines of text that a person can read and two engines can be compared by. */
import type {LifeObserver, Observer} from '../../src/engine/observer.ts';
import {AGENT, BIN} from '../../src/engine/observer.ts';
import {Simulation} from '../../src/engine/simulation.ts';
import type {Floor} from '../../src/floor/floor.ts';
import {TRACK} from '../../src/floor/milestones.ts';
import {STATUS} from '../../src/model/life.ts';
import {type CentreSpec, modelOf} from './centre.ts';
import {dutyOf, feedsOf, offerDrawsOf} from './draws.ts';

const STATES = Object.fromEntries(Object.entries(AGENT).map(([name, code]) => [code, name]));
const BINS = Object.fromEntries(Object.entries(BIN).map(([name, code]) => [code, name]));
const STATUSES = Object.fromEntries(Object.entries(STATUS).map(([name, code]) => [code, name]));

/** Item as `number`, `source.number` where there are several sources, with a dash a redial. */
export function itemName(source: number, number: number, redial: number): string {
  return `${source === 0 ? '' : `${source}.`}${number}${'-'.repeat(redial)}`;
}

/** A priority to six places; what lies between two of them by rounding alone always goes up. */
export function shown(priority: number): number {
  return Number((priority + 3e-9).toFixed(6));
}

/** A story that is longer has no end. */
const MOST_LINES = 100_000;

export class Journal implements Observer {
  readonly lines: string[] = [];
  readonly #floor: Floor;
  constructor(floor: Floor) {
    this.#floor = floor;
  }
  get #now(): number {
    return this.#floor.clocks.nowMs;
  }
  #say(line: string): void {
    if (this.lines.length >= MOST_LINES) throw new Error('no end');
    this.lines.push(line);
  }
  #item(item: number): string {
    const {items} = this.#floor;
    return itemName(items.source(item), items.number(item), items.redial(item));
  }
  created(item: number): void {
    const due = this.#floor.items.dueMs(item);
    this.#say(`${this.#now} ${this.#item(item)} created${due < Infinity ? ` due ${due}` : ''}`);
  }
  rejected(item: number): void {
    this.#say(`${this.#now} ${this.#item(item)} rejected`);
  }
  offered(item: number, agent: number): void {
    this.#say(`${this.#now} ${this.#item(item)} offered @${agent}`);
  }
  missed(item: number, agent: number): void {
    this.#say(`${this.#now} ${this.#item(item)} missed @${agent}`);
  }
  answered(item: number, agent: number, stage: number): void {
    this.#say(
      `${this.#now} ${this.#item(item)} answered @${agent} target ${stage} at ${shown(this.#floor.priority(item))}`,
    );
  }
  readonly life: LifeObserver = {
    milestones: {
      started: (track: number): void => {
        const tracks = this.#floor.milestones;
        this.#milestone(track, `starts ${tracks?.startMs[track]} until ${tracks?.targetMs[track]}`);
      },
      warned: (track: number): void => this.#milestone(track, 'warns'),
      moves: (track: number, toMs: number): void => this.#milestone(track, `until ${toMs}`),
      violated: (track: number): void => this.#milestone(track, 'violated'),
      reached: (track: number): void =>
        this.#milestone(track, this.#floor.milestones?.state[track] === TRACK.violated ? 'late' : 'met'),
      dropped: (track: number): void => this.#milestone(track, 'dropped'),
    },
    stands: (item: number, status: number): void => {
      this.#say(`${this.#now} ${this.#item(item)} ${STATUSES[status]}`);
    },
    canceled: (item: number, agent: number): void => {
      this.#say(`${this.#now} ${this.#item(item)} canceled @${agent}`);
    },
    lapses: (item: number): void => {
      this.#say(`${this.#now} ${this.#item(item)} lapses`);
    },
    dueMoves: (item: number, toMs: number): void => {
      this.#say(`${this.#now} ${this.#item(item)} due ${toMs}`);
    },
    handled: (item: number, agent: number): void => {
      this.#say(`${this.#now} ${this.#item(item)} handled @${agent}`);
    },
    putInBin: (item: number, agent: number, bin: number): void => {
      this.#say(`${this.#now} ${this.#item(item)} into ${BINS[bin]} @${agent}`);
    },
    leftBin: (item: number, agent: number, bin: number): void => {
      this.#say(`${this.#now} ${this.#item(item)} out of ${BINS[bin]} @${agent}`);
    },
    takenAgain: (item: number, agent: number, stage: number): void => {
      const priority = shown(this.#floor.priority(item));
      this.#say(`${this.#now} ${this.#item(item)} again @${agent} target ${stage} at ${priority}`);
    },
  };
  #milestone(track: number, what: string): void {
    const tracks = this.#floor.milestones;
    if (tracks) this.#say(`${this.#now} ${this.#item(tracks.item[track])} m${tracks.row[track]} ${what}`);
  }
  abandoned(item: number): void {
    this.#say(`${this.#now} ${this.#item(item)} abandoned`);
  }
  completed(item: number, agent: number): void {
    this.#say(`${this.#now} ${this.#item(item)} completed @${agent}`);
  }
  paused(item: number, agent: number): void {
    this.#say(`${this.#now} ${this.#item(item)} paused @${agent}`);
  }
  resumed(item: number, agent: number): void {
    this.#say(`${this.#now} ${this.#item(item)} resumed @${agent}`);
  }
  agentBecame(agent: number, state: number, held: number): void {
    this.#say(`${this.#now} @${agent} ${STATES[state]} ${held}`);
  }
  measured(index: number): void {
    this.#say(`${this.#now} measured ${index}, waiting ${this.#floor.waiting}`);
  }
  closed(): void {
    this.#say(`${this.#now} closed`);
  }
}

/** What a run tells; `each` looks at it every `stepMs`. */
export function simulate(spec: CentreSpec, each?: (simulation: Simulation) => void, stepMs = 1): string[] {
  let journal: Journal | undefined;
  const simulation = new Simulation(modelOf(spec), feedsOf(spec), dutyOf(spec), offerDrawsOf(spec), (floor) => {
    journal = new Journal(floor);
    return journal;
  });
  if (each) {
    for (let at = 0, over = false; !over; at += stepMs) {
      over = simulation.runUntil(at);
      each(simulation);
    }
  } else {
    simulation.run();
  }
  if (!journal) throw new Error('the simulation made no observer');
  return journal.lines;
}

/** Lines about items and the end, without agents' states. */
export function itemLines(lines: readonly string[]): string[] {
  return lines.filter((line) => !/^\d+ @/.test(line));
}

/** What happened to items, bare: no creation, no end. */
export function story(lines: readonly string[]): string[] {
  return itemLines(lines)
    .filter((line) => !line.includes('created') && !line.includes('closed') && !line.includes('completed'))
    .map((line) => line.replace(/ target .*/, ''));
}
