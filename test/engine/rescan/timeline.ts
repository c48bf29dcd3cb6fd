/** The future of the obvious engine: a list of events searched from end to end; and what the engine tells. */
import type {CentreSpec} from '../centre.ts';
import {itemName} from '../journal.ts';
import {type RAgent, type RItem, Rules} from './rules.ts';

export type Kind =
  | 'leaves'
  | 'rests'
  | 'ends'
  | 'ringsOut'
  | 'comes'
  | 'returns'
  | 'ready'
  | 'updates'
  | 'timer'
  | 'life'
  | 'arrival'
  | 'callsAgain'
  | 'command'
  | 'milestone'
  | 'measure';
const ORDER: readonly Kind[] = [
  'leaves',
  'rests',
  'ends',
  'ringsOut',
  'comes',
  'returns',
  'ready',
  'updates',
  'timer',
  'life',
  'arrival',
  'callsAgain',
  'command',
  'milestone',
  'measure',
];
/** No centre of these tests has so many. */
const MOST_EVENTS = 20_000;

interface Event {
  readonly time: number;
  readonly kind: Kind;
  readonly rank: number;
  readonly sequence: number;
  readonly valid: () => boolean;
  readonly happen: () => void;
}
export abstract class Timeline {
  protected readonly lines: string[] = [];
  protected readonly rules: Rules;
  protected readonly agents: RAgent[];
  protected readonly items: RItem[] = [];
  protected readonly events: Event[] = [];
  protected fresh: RItem[] = [];
  private happened = 0;
  protected sequence = 0;
  protected now = 0;
  protected entered = 0;
  protected arrivals = 0;
  protected sourcesLeft: number;
  protected arriving = true;
  protected admitting = true;
  protected limit: number;
  /** Profiles and agents held back now; worked out again after every change. */
  protected heldNow: Set<string> | null = null;
  protected readonly spec: CentreSpec;
  /** Items have a life after handling: where they stand is told. */
  protected readonly lives: boolean;
  constructor(spec: CentreSpec) {
    this.spec = spec;
    this.lives = spec.sources.some((source) => source.life);
    this.rules = new Rules(spec);
    this.agents = this.rules.agents();
    this.limit = spec.untilMs ?? Infinity;
    this.sourcesLeft = spec.sources.length;
  }

  /** Gives everybody what he can have, after everything else of a millisecond. */
  protected abstract settle(): void;
  /** Whether everybody is given what he can have before an event of that kind. */
  protected abstract settlesBefore(kind: Kind, at: number): boolean;
  protected abstract comesToStand(item: RItem, where: 'queued' | 'assigned' | 'awaiting' | 'held' | 'completed'): void;

  protected loop(): void {
    for (;;) {
      if (
        !this.arriving &&
        this.limit === Infinity &&
        !this.items.some((i) => i.status !== 'gone' && (this.admitting || i.status !== 'coming'))
      )
        return;
      const next = this.next();
      if (next === null || next.time >= this.limit) return;
      if (next.valid() && this.settlesBefore(next.kind, next.time)) {
        this.now = next.time;
        this.settle();
        if (this.next() !== next) continue;
      }
      if (++this.happened > MOST_EVENTS) throw new Error('no end');
      this.events.splice(this.events.indexOf(next), 1);
      if (next.valid()) {
        this.now = next.time;
        next.happen();
        this.heldNow = null;
      }
      if ((this.next()?.time ?? Infinity) > this.now) this.settle();
    }
  }
  protected next(): Event | null {
    let best: Event | null = null;
    for (const event of this.events) if (best === null || isSooner(event, best)) best = event;
    return best;
  }
  protected at(time: number, kind: Kind, happen: () => void, valid = (): boolean => true): void {
    this.events.push({time, kind, rank: ORDER.indexOf(kind), sequence: this.sequence++, valid, happen});
  }
  protected atItem(time: number, kind: Kind, item: RItem, happen: () => void): void {
    const {stamp} = item;
    this.at(Math.max(time, this.now), kind, happen, () => item.stamp === stamp);
  }
  protected tell(item: RItem, what: string): void {
    this.lines.push(`${this.now} ${itemName(item.source, item.number, item.redial)} ${what}`);
  }
  protected stand(item: RItem, where: 'queued' | 'assigned' | 'awaiting' | 'held'): void {
    if (!this.lives) return;
    this.tell(item, where);
    this.comesToStand(item, where);
  }
  protected measureAt(at: number, index: number): void {
    this.at(at, 'measure', () => {
      this.settle();
      if ((this.next()?.time ?? Infinity) > this.now)
        this.lines.push(`${this.now} measured ${index}, waiting ${this.waiting().length}`);
      else this.measureAt(this.now, index);
    });
  }
  protected waiting(): RItem[] {
    return this.items.filter((item) => item.status === 'waiting');
  }
}

function isSooner(a: Event, b: Event): boolean {
  if (a.time !== b.time) return a.time < b.time;
  return a.rank === b.rank ? a.sequence < b.sequence : a.rank < b.rank;
}
