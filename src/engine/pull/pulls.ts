/**
 * Work that agents take themselves. Items enter lists and inboxes here instead of being asked for; once everything that
 * is given has been given, agents in turn by id take what they see and have room for.
 */
import {ITEM} from '../../floor/items.ts';
import type {PulledLines} from '../../floor/pulledLines.ts';
import {type LookDraws, PULLED} from '../../model/pull.ts';
import {willBeThere} from '../beingThere.ts';
import {EVENT} from '../events.ts';
import {give} from '../giving.ts';
import {BIN} from '../observer.ts';
import type {Run} from '../run.ts';
import {endAlone, opensAt} from '../targets.ts';
import {Inboxes} from './inboxes.ts';
import {changesSightMs, isSeen} from './sight.ts';

export class Pulls {
  private readonly run: Run;
  private readonly lines: PulledLines;
  private readonly inboxes: Inboxes;
  private readonly draws: LookDraws | null;
  /** Processes whose items agents see at once, and those they look for now and then. */
  private readonly seen: readonly number[];
  private readonly looked: readonly number[];
  /** Agents who may take something, and items of shared lists that somebody may take, since they were last asked. */
  private readonly mayTake = new Set<number>();
  private listed: number[] = [];
  /** [agent * processes + process]: looks so far; 1 while one is to come. */
  private readonly looks: Int32Array;
  private readonly isToLook: Uint8Array;
  private readonly processes: number;

  constructor(run: Run, lines: PulledLines, draws: LookDraws | null) {
    this.run = run;
    this.lines = lines;
    this.draws = draws;
    this.inboxes = new Inboxes(run, lines);
    const {pull} = lines;
    this.processes = pull.by.length;
    const pulled = Array.from(pull.by.keys()).filter((process) => pull.by[process] !== PULLED.not);
    this.seen = pulled.filter((process) => pull.looks[process] === 0);
    this.looked = pulled.filter((process) => pull.looks[process] === 1);
    this.looks = new Int32Array(run.agents.count * this.processes);
    this.isToLook = new Uint8Array(run.agents.count * this.processes);
  }

  /** Whether agents take a route's items themselves. */
  takes(route: number): boolean {
    return this.lines.pull.by[this.run.model.routes.process[route]] !== PULLED.not;
  }

  /** The item needs an agent: into its inbox or list. */
  enter(item: number): void {
    const {run, lines} = this;
    const {items} = run;
    const process = run.model.routes.process[items.route(item)];
    const isOwners = lines.pull.by[process] === PULLED.byOwner;
    if (run.model.features.preferred && !isOwners) endAlone(run, item);
    if (isOwners) this.assignOwner(item, process);
    items.setStatus(item, ITEM.waiting);
    if (isOwners && lines.owner[item] < 0) {
      // Nobody will ever be there: it waits as what no target reaches does.
      lines.add(item, false);
      return;
    }
    const sees = isSeen(run, item);
    lines.add(item, sees);
    const changes = changesSightMs(run, item);
    const widens = isOwners ? Infinity : run.clocks.wallAt(process, opensAt(run, item));
    const taken = isOwners ? this.takenAtMs(lines.owner[item], process) : Infinity;
    const at = Math.min(changes, widens, taken, items.leavesMs(item));
    if (at < Infinity) run.scheduleItem(Math.max(at, run.now), EVENT.timer, item);
    if (!sees || lines.pull.looks[process] === 1) return;
    if (isOwners) this.mayTake.add(lines.owner[item]);
    else this.listed.push(item);
    run.unsettled = true;
  }

  /** Into an inbox where it is in none, or its owner has been away for too long and there is somebody else. */
  private assignOwner(item: number, process: number): void {
    const {lines, inboxes} = this;
    if (!lines.belongs(item)) {
      this.assign(item, inboxes.ownerFor(item));
      return;
    }
    if (inboxes.endsAtMs(lines.owner[item], process) > this.run.now) return;
    const other = inboxes.otherFor(item);
    if (other < 0) return;
    this.forget(item);
    this.assign(item, other);
  }

  private takenAtMs(owner: number, process: number): number {
    const at = this.inboxes.endsAtMs(owner, process);
    return at > this.run.now ? at : Infinity;
  }

  private assign(item: number, agent: number): void {
    this.lines.assign(item, agent);
    if (agent >= 0) this.run.observer.life?.putInBin?.(item, agent, BIN.inbox);
  }

  /** An item belongs into no inbox any more: taken, hung up or taken away. */
  forget(item: number): void {
    if (!this.lines.belongs(item)) return;
    this.run.observer.life?.leftBin?.(item, this.lines.owner[item], BIN.inbox);
    this.lines.assign(item, -1);
  }

  /** Whoever was disturbed may take something, once all that is given has been given. */
  note(): void {
    const {freshAgents, freshAgentCount, floor, agents} = this.run;
    for (let i = 0; i < freshAgentCount; i++) this.mayTake.add(freshAgents[i]);
    // A hold that ends frees agents whom nothing else has disturbed.
    if (floor.hold?.mayHaveEnded) for (let agent = 0; agent < agents.count; agent++) this.mayTake.add(agent);
  }

  /** Agents in turn by id, then whoever is first to be asked for what came into a list. */
  settle(): void {
    for (const agent of [...this.mayTake].sort((a, b) => a - b)) {
      while (this.take(agent, this.seen));
      this.lookLater(agent);
    }
    this.mayTake.clear();
    const {listed} = this;
    this.listed = [];
    for (const item of listed) {
      while (this.lines.has(item)) {
        const agent = this.run.choice.for(item);
        if (agent < 0 || !this.take(agent, this.seen)) break;
      }
    }
  }

  /** An agent looks into the list of a process, or into his inbox. */
  look(subject: number): void {
    const process = subject % this.processes;
    const agent = (subject - process) / this.processes;
    this.isToLook[subject] = 0;
    this.take(agent, [process]);
    this.lookLater(agent);
  }

  /** One item of those of some processes that he sees and has room for; false where there is none. */
  private take(agent: number, processes: readonly number[]): boolean {
    const {run, lines} = this;
    if (lines.waiting === 0 || processes.length === 0) return false;
    const admits = admitted(run, agent);
    if (admits === 0) return false;
    let best = -1;
    let priority = -Infinity;
    for (const process of processes) {
      const item = lines.best(agent, process, admits);
      if (item < 0) continue;
      const of = run.floor.priority(item);
      if (best >= 0 && of <= priority) continue;
      best = item;
      priority = of;
    }
    if (best < 0) return false;
    lines.remove(best);
    run.items.setStatus(best, ITEM.entering);
    run.agents.unlist(agent);
    give(run, best, agent);
    run.agents.list(agent);
    run.teller.tell(agent);
    return true;
  }

  /** He has room: he will look into whatever he looks into now and then. */
  private lookLater(agent: number): void {
    const {run, draws} = this;
    if (draws === null || this.looked.length === 0 || admitted(run, agent) === 0) return;
    for (const process of this.looked) {
      const subject = agent * this.processes + process;
      if (this.isToLook[subject] === 1 || !this.mayEverTake(agent, process)) continue;
      this.isToLook[subject] = 1;
      run.events.schedule(run.now + draws.afterMs(agent, process, this.looks[subject]++), EVENT.looks, subject, 0);
    }
  }

  private mayEverTake(agent: number, process: number): boolean {
    const {routes, eligibility} = this.run.model;
    for (let route = 0; route < routes.count; route++)
      if (routes.process[route] === process && this.lines.reaches(route, eligibility.stageCount[route] - 1, agent))
        return true;
    return false;
  }

  agentCame(agent: number): void {
    this.inboxes.came(agent);
  }

  /** What is in his inbox waits for him for a while; where he will not be back, it is put into others'. */
  agentLeft(agent: number): void {
    const {pull} = this.lines;
    this.inboxes.left(agent);
    const isBack = willBeThere(this.run, agent);
    if (!isBack || pull.reassignAfterMs.some((ms) => ms < Infinity)) this.enterAgain(agent, isBack);
  }

  /** What waits in an inbox, still its owner's or not. */
  private enterAgain(agent: number, keeps: boolean): void {
    const {run, lines} = this;
    const {items} = run;
    for (let item = 0; item < items.rows; item++) {
      if (items.status(item) !== ITEM.waiting || !lines.has(item)) continue;
      if (!lines.belongs(item) || lines.owner[item] !== agent) continue;
      lines.remove(item);
      items.supersede(item);
      if (!keeps) this.forget(item);
      this.enter(item);
    }
  }
}

/** Channels an agent has room for now, as a mask; 0 where he takes nothing. */
function admitted({agents, model, floor: {hold}}: Run, agent: number): number {
  if (!agents.isListed(agent)) return 0;
  const admits = model.capacity.admits[agents.state[agent]];
  const profile = agents.profile[agent];
  return hold?.isHeld(agent, profile) ? admits & hold.exempt[profile] : admits;
}
