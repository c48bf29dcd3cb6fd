/**
 * What is open when the run begins is put where it stands: in its owner's hands, in his workbin, held, or waiting for its
 * customer or its source. Its row has entered the centre; it is in no line yet.
 */
import {ITEM} from '../../floor/items.ts';
import {STATUS} from '../../model/life.ts';
import {OPENING, type Openings} from '../../model/opening.ts';
import {answer} from '../handling.ts';
import type {Run} from '../run.ts';
import {awaitUpdate} from './confirmation.ts';
import {hold, stand} from './stand.ts';
import {drawnMs} from './visits.ts';
import {putInBin, workbinsOf} from './workbins.ts';

/** Of the item that is arriving: where a snapshot says it stands. */
export class OpeningPlace {
  private readonly of: Openings;
  private status: number = OPENING.queued;
  private owner = -1;
  private untilMs = Number.NaN;
  private parent = -1;
  /** By source and number, while the snapshot arrives: items that wait for others, and others whose parent is to come. */
  private readonly waiting = new Map<string, number>();
  private readonly orphans = new Map<string, {readonly item: number; readonly number: number}[]>();

  constructor(of: Openings) {
    this.of = of;
  }

  /** Row of its source's block; before the item enters. */
  next(run: Run, source: number, row: number): void {
    const {opening, owner, untilMs, parent} = run.blocks[source];
    this.status = opening[row];
    this.owner = owner[row];
    this.untilMs = untilMs[row];
    this.parent = parent[row];
  }

  /** Puts the item there; false where it waits in line as any other. */
  take(run: Run, item: number): boolean {
    const {status, owner, untilMs} = this;
    const source = run.items.source(item);
    if (this.of.children && this.parent >= 0) this.belongs(run, item, `${source} ${this.parent}`);
    this.status = OPENING.queued;
    this.parent = -1;
    switch (status) {
      case OPENING.assigned:
        if (mayHave(run, item, owner)) intoHands(run, item, owner);
        else intoBin(run, item, owner, this.of.kept, run.now);
        return true;
      case OPENING.parked:
        intoBin(run, item, owner, this.of.parked[source], Number.isNaN(untilMs) ? run.now : untilMs);
        return true;
      case OPENING.held:
        hold(run, item, untilMs);
        return true;
      case OPENING.pending:
        this.wait(run, item, this.of.pending[source], owner, untilMs);
        return true;
      case OPENING.children:
        this.waitForChildren(run, item, source);
        return true;
      case OPENING.awaiting:
        awaitUpdate(run, item, Number.isNaN(untilMs) ? this.confirmedMs(run, item) : Math.max(untilMs, run.now));
        return true;
      default:
        return false;
    }
  }

  /** The item is what another waits for, which is there already or will be. */
  private belongs(run: Run, item: number, parent: string): void {
    const waits = this.waiting.get(parent);
    if (waits !== undefined) run.orders?.adopt(run, waits, item);
    else this.orphans.set(parent, [...(this.orphans.get(parent) ?? []), {item, number: run.items.number(item)}]);
  }

  /** Held by nobody until they are final; who has had it goes on with it, where its source says so. */
  private waitForChildren(run: Run, item: number, source: number): void {
    const key = `${source} ${run.items.number(item)}`;
    run.items.setOutcome(item, this.of.waiting[source]);
    run.items.setHadBy(item, this.owner);
    hold(run, item, Infinity);
    this.waiting.set(key, item);
    // What had nothing left to do may be gone by now.
    for (const {item: child, number} of this.orphans.get(key) ?? [])
      if (run.items.status(child) !== ITEM.free && run.items.number(child) === number)
        run.orders?.adopt(run, item, child);
    this.orphans.delete(key);
  }

  /** For its customer: so long as the snapshot says, else as its source's own pending does. */
  private wait(run: Run, item: number, row: number, owner: number, untilMs: number): void {
    if (!Number.isNaN(untilMs) || row < 0) {
      hold(run, item, untilMs);
      return;
    }
    const pending = run.lifeOf.outcomes[row];
    if (pending.kind === 'pending' && pending.sameAgent && owner < 0) {
      hold(run, item, run.now + drawnMs(run, item, pending.replySpan));
      return;
    }
    run.items.setOutcome(item, row);
    run.items.setHadBy(item, owner);
    run.life?.[row].leaves(run, item, owner);
  }

  private confirmedMs(run: Run, item: number): number {
    const {items} = run;
    const span = this.of.confirmedSpan[items.source(item)];
    if (span < 0) return Infinity;
    return run.now + drawnMs(run, item, span);
  }
}

/** Whether an agent is there and has room. */
function mayHave({agents, items, model}: Run, item: number, agent: number): boolean {
  if (agents.onDuty[agent] === 0 || agents.resting[agent] === 1) return false;
  const channel = model.routes.channel[items.route(item)];
  return ((model.capacity.admits[agents.state[agent]] >>> channel) & 1) === 1;
}

/** He has it in hand, and what is left of it to do. */
function intoHands(run: Run, item: number, agent: number): void {
  const {agents, items, model} = run;
  const channel = model.routes.channel[items.route(item)];
  agents.unlist(agent);
  items.supersede(item);
  items.setAgent(item, agent);
  agents.since[agent] = run.now;
  agents.held[agent]++;
  run.waits?.took(item, agent);
  agents.state[agent] = model.capacity.plus[agents.state[agent] * model.channelCount + channel];
  answer(run, item, agent, -1);
  run.disturbAgent(agent);
}

/** In his workbin, until he wants to go on with it. */
function intoBin(run: Run, item: number, agent: number, row: number, untilMs: number): void {
  const {items} = run;
  const bins = workbinsOf(run);
  items.setOutcome(item, row);
  items.setStatus(item, ITEM.held);
  stand(run, item, STATUS.held);
  putInBin(run, item, agent);
  const parked = run.lifeOf.outcomes[row];
  bins.readyMs[item] = untilMs;
  bins.ahead[item] = parked.kind === 'park' && parked.first ? 1 : 0;
  if (bins.offSinceMs[agent] === -Infinity) bins.offSinceMs[agent] = run.now;
  run.life?.[row].due(run, item);
}
