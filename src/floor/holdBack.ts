/**
 * Holding back: while an item waits of a channel a capacity rule holds back for, agents of that rule who could take it
 * if they were free start nothing else. Counted per profile (shared lanes) and per agent (his own lanes), touched only
 * when a lane becomes empty or ceases to be.
 */
import type {Model} from '../model/model.ts';
import type {LaneWatcher} from './lanes.ts';
import type {PersonalLines} from './personalLines.ts';
import type {WaitingLines} from './waitingLines.ts';

export class HoldBack {
  /** Any profile or agent at all is held back now. */
  any = false;
  /** Some agent is held back by his own lanes. */
  anyPersonal = false;
  /** Bit set: profile held back now. */
  readonly held: Int32Array;
  /** Per profile: channels it may start all the same, as a mask. */
  readonly exempt: Int32Array;
  /** [channel * words + word]: profiles that may start the channel though held back. */
  readonly exemptFrom: Int32Array;
  /** Per agent: lanes of his own that hold him back. */
  readonly personal: Int32Array;
  private readonly lanesHolding: Int32Array;
  /** As it was when everybody had been asked last. */
  private readonly atRest: Int32Array;
  private readonly personalAtRest: Uint8Array;
  private readonly hasPersonal: boolean;
  private changed = false;
  private hasEased = false;
  private changedSinceRest = false;
  private personalHolds = 0;
  private profilesHeld = 0;

  constructor(model: Model, lines: WaitingLines, personal: PersonalLines | null, profileRule: Int32Array) {
    const {eligibility, capacity, roster} = model;
    const {profileCount, words} = eligibility;
    this.held = new Int32Array(words);
    this.hasPersonal = personal !== null;
    this.atRest = new Int32Array(words);
    this.lanesHolding = new Int32Array(profileCount);
    this.exempt = new Int32Array(profileCount);
    this.exemptFrom = new Int32Array(model.channelCount * words);
    this.personal = new Int32Array(roster.agentCount);
    this.personalAtRest = new Uint8Array(roster.agentCount);
    for (let profile = 0; profile < profileCount; profile++) {
      if (profileRule[profile] < 0) continue;
      this.exempt[profile] = capacity.heldFor[profileRule[profile]];
      for (let channel = 0; channel < model.channelCount; channel++) {
        if (((this.exempt[profile] >>> channel) & 1) === 0) continue;
        this.exemptFrom[channel * words + (profile >>> 5)] |= 1 << (profile & 31);
      }
    }
    const holds = heldByLane(model, lines, profileRule);
    holds.forEach((profiles, lane) => {
      lines.lanes.watched[lane] = profiles.length > 0 ? 1 : 0;
    });
    lines.lanes.watcher = this.profileWatcher(holds);
    if (personal !== null) personal.lanes.watcher = this.agentWatcher(model, personal);
  }

  /** Someone has been held back, or no longer, since `ended` was last asked. */
  get mayHaveEnded(): boolean {
    return this.changed;
  }

  /** Whether a hold has ended since everybody was asked last, or since this was last asked. */
  ended(): boolean {
    if (!this.changed) return false;
    this.changed = false;
    let ended = false;
    for (let word = 0; word < this.held.length; word++) {
      if ((this.atRest[word] & ~this.held[word]) !== 0) ended = true;
      this.atRest[word] &= this.held[word];
    }
    for (let agent = 0; this.hasPersonal && agent < this.personal.length; agent++) {
      if (this.personalAtRest[agent] === 0 || this.personal[agent] > 0) continue;
      this.personalAtRest[agent] = 0;
      ended = true;
    }
    return ended;
  }

  /** Whether fewer are held back than when this was last asked. */
  eased(): boolean {
    const eased = this.hasEased;
    this.hasEased = false;
    return eased;
  }

  /** Everybody has been asked: what is held back now is held back at rest. */
  rest(): void {
    if (!this.changedSinceRest) return;
    this.changedSinceRest = false;
    this.changed = false;
    for (let word = 0; word < this.held.length; word++) this.atRest[word] = this.held[word];
    if (this.anyPersonal) {
      for (let agent = 0; agent < this.personal.length; agent++)
        if (this.personal[agent] > 0) this.personalAtRest[agent] = 1;
    }
  }

  isHeld(agent: number, profile: number): boolean {
    return this.any && (this.lanesHolding[profile] > 0 || this.personal[agent] > 0);
  }

  private profileWatcher(holds: readonly number[][]): LaneWatcher {
    return {
      occupied: (lane) => {
        for (const profile of holds[lane]) {
          if (this.lanesHolding[profile]++ > 0) continue;
          this.held[profile >>> 5] |= 1 << (profile & 31);
          this.profilesHeld++;
        }
        this.tally();
      },
      emptied: (lane) => {
        for (const profile of holds[lane]) {
          if (--this.lanesHolding[profile] > 0) continue;
          this.held[profile >>> 5] &= ~(1 << (profile & 31));
          this.hasEased = true;
          this.profilesHeld--;
        }
        this.tally();
      },
    };
  }

  private agentWatcher(model: Model, personal: PersonalLines): LaneWatcher {
    const {capacity, roster} = model;
    const couldTake = (lane: number): boolean => {
      const start = capacity.start[roster.capacityRule[personal.agent[lane]]];
      return ((capacity.admits[start] >>> personal.channel[lane]) & 1) === 1;
    };
    const count = (lane: number, by: number): void => {
      if (!couldTake(lane)) return;
      this.personal[personal.agent[lane]] += by;
      this.personalHolds += by;
      if (by < 0) this.hasEased = true;
      this.tally();
    };
    return {occupied: (lane) => count(lane, 1), emptied: (lane) => count(lane, -1)};
  }

  private tally(): void {
    this.changed = true;
    this.changedSinceRest = true;
    this.anyPersonal = this.personalHolds > 0;
    this.any = this.anyPersonal || this.profilesHeld > 0;
  }
}

/** Per shared lane: profiles it holds back while it is not empty. */
function heldByLane(model: Model, lines: WaitingLines, profileRule: Int32Array): number[][] {
  const {capacity, eligibility} = model;
  return Array.from(lines.route, (_, lane) => {
    const channel = lines.channel[lane];
    const profiles: number[] = [];
    for (let profile = 0; profile < eligibility.profileCount; profile++) {
      const rule = profileRule[profile];
      if (rule < 0 || ((capacity.heldFor[rule] >>> channel) & 1) === 0) continue;
      if (((capacity.admits[capacity.start[rule]] >>> channel) & 1) === 0) continue;
      if (lines.reaches(model, lane, profile)) profiles.push(profile);
    }
    return profiles;
  });
}
