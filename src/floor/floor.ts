/** The state of the centre while it runs: items, waiting lines, agents. Measurement reads it; only the engine writes. */
import type {Model} from '../model/model.ts';
import type {Duty} from '../model/roster.ts';
import {Agents, rulesOfProfiles} from './agents.ts';
import {HoldBack} from './holdBack.ts';
import {ITEM, Items} from './items.ts';
import {MilestoneTracks} from './milestones.ts';
import {PersonalLines} from './personalLines.ts';
import {Priorities} from './priorities.ts';
import {ProcessClocks} from './processClocks.ts';
import {PulledLines} from './pulledLines.ts';
import {Sections} from './sections.ts';
import {WaitingLines} from './waitingLines.ts';
import {Workbins} from './workbins.ts';

const {waiting: WAITING, entering: ENTERING} = ITEM;

export class Floor {
  readonly items = new Items();
  readonly agents: Agents;
  readonly lines: WaitingLines;
  /** Where items wait for their preferred agents; null where the model has none. */
  readonly personal: PersonalLines | null;
  /** Work agents take themselves; null where all is given to them. */
  readonly pulled: PulledLines | null;
  /** What agents have parked; null where nothing ever is. */
  readonly workbins: Workbins | null;
  readonly hold: HoldBack | null;
  /** Milestones of items; null where the model has none. */
  readonly milestones: MilestoneTracks | null;
  readonly clocks: ProcessClocks;
  readonly priorities: Priorities;
  /** Capacity rule of each profile, -1 where nobody ever has the profile. */
  readonly ruleOfProfile: Int32Array;
  private readonly model: Model;

  constructor(model: Model, duty: Duty) {
    const profileRule = rulesOfProfiles(model, duty);
    this.model = model;
    this.ruleOfProfile = profileRule;
    this.clocks = new ProcessClocks(model);
    this.priorities = new Priorities(model, this.items, this.clocks);
    const sections = new Sections(model, this.priorities);
    this.agents = new Agents(model, profileRule);
    this.lines = new WaitingLines(model, sections, this.priorities, this.items, this.clocks);
    this.workbins = model.life?.workbins ? new Workbins(model.roster.agentCount, this.items) : null;
    this.personal = model.features.preferred
      ? new PersonalLines(model, sections, this.priorities, this.items, this.clocks, this.workbins)
      : null;
    const milestones = model.life?.milestones;
    this.milestones = milestones ? new MilestoneTracks(model, milestones, this.clocks) : null;
    this.pulled =
      model.pull === undefined
        ? null
        : new PulledLines(model, model.pull, sections, this.priorities, this.items, this.clocks, this.agents.profile);
    const holds = model.capacity.heldFor.some((channels) => channels !== 0);
    this.hold = holds ? new HoldBack(model, this.lines, this.personal, profileRule) : null;
  }

  /** Priority of an item now. */
  priority(item: number): number {
    return this.priorities.of(item);
  }

  /** Time since an item's arrival on its process's clock, ms, whatever its priority counts from. */
  sinceArrival(item: number): number {
    const process = this.model.routes.process[this.items.route(item)];
    return this.clocks.now(process) - this.clocks.at(process, this.items.arrivedMs(item));
  }

  /** Stands an item in every line it belongs to. */
  wait(item: number): void {
    this.items.setStatus(item, WAITING);
    if (this.items.stage(item) >= 0) this.lines.add(item);
    if (this.personal !== null && this.items.waitsFor(item) >= 0) this.personal.add(item);
  }

  /** Takes a waiting item out of its lines. */
  takeOut(item: number): void {
    this.items.setStatus(item, ENTERING);
    if (this.pulled?.has(item)) {
      this.pulled.remove(item);
      return;
    }
    if (this.items.stage(item) >= 0) this.lines.remove(item);
    if (this.personal?.has(item)) this.personal.remove(item);
  }

  /** Items waiting, for whomever. */
  get waiting(): number {
    const pulled = this.pulled?.waiting ?? 0;
    if (this.personal === null) return this.lines.waiting + pulled;
    let alone = 0;
    const {items} = this;
    for (let item = 0; item < this.items.rows; item++)
      if (items.status(item) === ITEM.waiting && items.stage(item) < 0 && !this.pulled?.has(item)) alone++;
    return this.lines.waiting + alone + pulled;
  }
}
