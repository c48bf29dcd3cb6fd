/** Events of an item, one after another, made into chapters. Instants are given as points by who watches. */
import type {JournalEvent, Point} from '../../journal/index.ts';
import type {Aside, Chapter, End, PassedOver, Ringing, Span} from './story.ts';

type Of<Event extends JournalEvent['event']> = Extract<JournalEvent, {event: Event}>;

/** What goes on with it at present. */
type Going =
  | {readonly kind: 'waits'}
  | {readonly kind: 'rings'; readonly agent: string}
  | {
      readonly kind: 'handled' | 'wrapUp';
      readonly agent: string;
      readonly visit: number;
      readonly target: string;
      readonly priority: number;
      readonly pauses: Span[];
    }
  | {readonly kind: 'aside'; readonly where: Aside['where']; readonly agent?: string};

/** What only who watches knows. */
export interface Knowing {
  /** The wait is over: what is to be told of it. */
  waited(from: Point, to: Point, passedOver: readonly PassedOver[]): Chapter;
  /** What is told of its arrival besides. */
  arrived(event: Of<'created'>): Chapter;
  /** The calendar of its process. */
  clock(): string | undefined;
  /** Whether the visit that has just ended has any wrap-up. */
  wrapsUp(): boolean;
  ended(at: Point, how: End['how'], agent?: string): End;
}

export class Chapters {
  /** In the order in which they end. */
  readonly #ended: Chapter[] = [];
  readonly #knowing: Knowing;
  #going: Going | null = null;
  #since: Point | null = null;
  #paused: Point | null = null;
  #passedOver: PassedOver[] = [];

  constructor(knowing: Knowing) {
    this.#knowing = knowing;
  }

  /** In the order in which they begin; of one instant as they happened. */
  get list(): Chapter[] {
    return this.#ended.toSorted((a, b) => startMs(a) - startMs(b));
  }

  /** Whether anything goes on with it at present. */
  get going(): Going['kind'] | null {
    return this.#going?.kind ?? null;
  }

  /** Since when that is so. */
  get sinceMs(): number {
    return this.#since?.ms ?? NaN;
  }

  passedOver(by: PassedOver): void {
    this.#passedOver.push(by);
  }

  moment(chapter: Chapter): void {
    this.#ended.push(chapter);
  }

  /** It waits, or is put aside, though no event says so. */
  goOn(at: Point, going: Going): void {
    this.#close(at);
    this.#going = going;
    this.#since = at;
  }

  /** Whether it has come to its end, though it may be in wrap-up yet. */
  get isOver(): boolean {
    return this.#ended.findLast(({kind}) => kind === 'arrives' || kind === 'ends')?.kind === 'ends';
  }

  /** The run ends. */
  cut(at: Point): void {
    this.#close(at);
    if (!this.isOver) this.#ended.push(this.#knowing.ended(at, 'unfinished'));
  }

  add(event: JournalEvent): void {
    const at: Point = {at: event.at, ms: event.ms};
    switch (event.event) {
      case 'created':
        this.#ended.push(this.#knowing.arrived(event));
        this.goOn(at, {kind: 'waits'});
        break;
      case 'opens':
        this.#cutWait(at, {kind: 'opens', at, target: event.target, priority: event.priority, ...this.#clock()});
        break;
      case 'decided': {
        const {item: _, event: __, at: ___, ms: ____, ...rest} = event;
        this.#close(at);
        this.#ended.push({kind: 'given', at, ...rest});
        break;
      }
      case 'rings':
        this.goOn(at, {kind: 'rings', agent: event.agent});
        break;
      case 'missed':
        this.#close(at, 'missed');
        this.goOn(at, {kind: 'waits'});
        break;
      case 'answered':
      case 'takenAgain':
        this.#takenBy(event, at);
        break;
      case 'paused':
        this.#paused = at;
        break;
      case 'resumed':
        this.#pausedUntil(at);
        break;
      default:
        this.#later(event, at);
    }
  }

  /** What comes after an agent has had it in hand. */
  #later(event: JournalEvent, at: Point): void {
    switch (event.event) {
      case 'handled':
      case 'completed':
        this.#worked(event, at);
        break;
      case 'wrappedUp':
        this.#close(at);
        break;
      case 'awaits':
        this.goOn(at, {kind: 'aside', where: 'confirmation'});
        break;
      case 'held':
        this.goOn(at, {kind: 'aside', where: 'held'});
        break;
      case 'parks':
        this.goOn(at, {kind: 'aside', where: 'workbin', agent: event.agent});
        break;
      case 'comesBack':
        this.#close(at);
        this.#ended.push({kind: 'comesBack', at, priority: event.priority});
        this.goOn(at, {kind: 'waits'});
        break;
      case 'confirmed':
      case 'closed':
      case 'lapses':
      case 'abandoned':
      case 'rejected':
      case 'canceled':
        this.#end(event, at);
        break;
      default:
        this.#aside(event, at);
    }
  }

  /** What interrupts nothing but a wait. */
  #aside(event: JournalEvent, at: Point): void {
    switch (event.event) {
      case 'takenFrom':
      case 'inboxed':
        this.#cutWait(at, {kind: event.event, at, agent: event.agent});
        break;
      case 'moves':
        break; // told by who watches, who knows its priority there
      case 'dueMoves':
        this.#ended.push({kind: 'dueMoves', at, ...(event.due && {due: event.due})});
        break;
      case 'contacted':
        this.#ended.push({kind: 'contacted', at, agent: event.agent, converted: event.converted});
        break;
      case 'noted':
        this.#ended.push({kind: 'noted', at, disposition: event.disposition});
        break;
      case 'milestoneWarns':
      case 'milestoneViolated':
      case 'milestoneReached':
        this.#ended.push(milestone(event, at));
        break;
    }
  }

  /** A moment that a wait is told in two parts for. */
  #cutWait(at: Point, chapter: Chapter): void {
    const waits = this.#going?.kind === 'waits';
    if (waits) this.#close(at);
    this.#ended.push(chapter);
    if (waits) this.goOn(at, {kind: 'waits'});
  }

  /** It goes to another process. */
  moves(chapter: Chapter & {readonly kind: 'moves'}): void {
    this.#cutWait(chapter.at, chapter);
  }

  #takenBy(event: Of<'answered' | 'takenAgain'>, at: Point): void {
    const {agent, target, priority} = event;
    this.#close(at, 'answered');
    const visit = event.event === 'takenAgain' ? event.visit : 1;
    this.#going = {kind: 'handled', agent, visit, target, priority, pauses: []};
    this.#since = at;
  }

  #worked(event: Of<'handled' | 'completed'>, at: Point): void {
    const going = this.#going;
    this.#close(at);
    if (event.event === 'completed') this.#ended.push(this.#knowing.ended(at, 'completed', event.agent));
    if (going?.kind === 'handled' && this.#knowing.wrapsUp()) this.goOn(at, {...going, kind: 'wrapUp', pauses: []});
  }

  #end(event: Of<'confirmed' | 'closed' | 'lapses' | 'abandoned' | 'rejected' | 'canceled'>, at: Point): void {
    this.#close(at, event.event === 'abandoned' ? 'hungUp' : 'withdrawn');
    const how = event.event === 'lapses' ? 'lapsed' : event.event;
    this.#ended.push(this.#knowing.ended(at, how, event.event === 'canceled' ? event.agent : undefined));
  }

  #pausedUntil(at: Point): void {
    const going = this.#going;
    if (this.#paused && going && 'pauses' in going && at.ms > this.#paused.ms)
      going.pauses.push({from: this.#paused, to: at});
    this.#paused = null;
  }

  /** Ends what goes on; where it took no time there is nothing to tell but an offer that was missed at once. */
  #close(at: Point, outcome: Ringing['outcome'] = 'withdrawn'): void {
    const [going, from] = [this.#going, this.#since];
    this.#pausedUntil(at);
    const passedOver = this.#passedOver;
    this.#passedOver = [];
    this.#going = null;
    if (going === null || from === null) return;
    if (going.kind === 'waits') {
      const chapter = this.#knowing.waited(from, at, passedOver);
      if (at.ms > from.ms || passedOver.length > 0) this.#ended.push(chapter);
      return;
    }
    if (at.ms === from.ms && !(going.kind === 'rings' && outcome === 'missed')) return;
    if (going.kind === 'rings') this.#ended.push({from, to: at, ...going, outcome});
    else if (going.kind === 'wrapUp')
      this.#ended.push({kind: 'wrapUp', from, to: at, agent: going.agent, pauses: going.pauses});
    else if (going.kind === 'handled') this.#ended.push({...going, kind: 'handled', from, to: at});
    else this.#ended.push({...going, from, to: at});
  }

  #clock(): {readonly clock?: string} {
    const clock = this.#knowing.clock();
    return clock === undefined ? {} : {clock};
  }
}

const startMs = (chapter: Chapter): number => ('at' in chapter ? chapter.at : chapter.from).ms;

function milestone(event: Of<'milestoneWarns' | 'milestoneViolated' | 'milestoneReached'>, at: Point): Chapter {
  const {milestone: name, target, leftMs} = event;
  const reached = event.event === 'milestoneReached' && event.late ? 'reachedLate' : 'reached';
  const what = event.event === 'milestoneWarns' ? 'warns' : event.event === 'milestoneViolated' ? 'violated' : reached;
  return {kind: 'milestone', at, milestone: name, what, ...(target && {target}), leftMs};
}
