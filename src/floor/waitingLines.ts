/**
 * The shared waiting lines: a lane for every (route, open targets, section of its curve), numbered by falling upper
 * bound of priority, so that a scan may stop as soon as the bound falls below the best found.
 */
import type {Model} from '../model/model.ts';
import type {Items} from './items.ts';
import {Lanes} from './lanes.ts';
import type {Priorities} from './priorities.ts';
import type {ProcessClocks} from './processClocks.ts';
import {BRINGS, type Sections, VARIETIES} from './sections.ts';

export class WaitingLines {
  readonly lanes: Lanes;
  /** Waiting in all, in shared lanes. */
  waiting = 0;
  /** Words of 32 lanes. */
  readonly words: number;
  /** [profile * words + word]: lanes whose items agents of the profile may take. */
  readonly sees: Int32Array;
  readonly route: Int32Array;
  readonly stage: Int32Array;
  readonly channel: Int32Array;
  readonly bound: Float64Array;
  readonly turning: boolean;
  private readonly chain: Int32Array;
  private readonly maxStages: number;
  private readonly items: Items;
  private readonly ownValues: boolean;

  constructor(model: Model, sections: Sections, curve: Priorities, items: Items, clocks: ProcessClocks) {
    const {eligibility, routes} = model;
    this.items = items;
    this.ownValues = model.features.ownValues;
    this.maxStages = eligibility.maxStages;
    this.turning = sections.turning;
    this.lanes = new Lanes(sections, curve, items, clocks);
    const rows = laneRows(model, sections).sort((a, b) => b.bound - a.bound);
    this.chain = new Int32Array(routes.count * eligibility.maxStages * VARIETIES).fill(-1);
    const laneOf = new Map<string, number>();
    for (const row of rows) laneOf.set(`${row.route}/${row.stage}/${row.section}`, this.lanes.open(row.section));
    for (const row of rows) {
      const at = `${row.route}/${row.stage}/`;
      const next = sections.next[row.section];
      if (next >= 0) this.lanes.following[laneOf.get(at + row.section) ?? -1] = laneOf.get(at + next) ?? -1;
      if (row.brings < 0) continue;
      const chain = (row.route * eligibility.maxStages + row.stage) * VARIETIES + row.brings;
      this.chain[chain] = laneOf.get(at + row.section) ?? -1;
    }
    this.route = Int32Array.from(rows, (row) => row.route);
    this.stage = Int32Array.from(rows, (row) => row.stage);
    this.channel = Int32Array.from(rows, (row) => routes.channel[row.route]);
    this.bound = Float64Array.from(rows, (row) => row.bound);
    this.words = (rows.length + 31) >>> 5;
    this.sees = new Int32Array(eligibility.profileCount * this.words);
    for (let profile = 0; profile < eligibility.profileCount; profile++) {
      for (let lane = 0; lane < rows.length; lane++) {
        if (!this.reaches(model, lane, profile)) continue;
        this.sees[profile * this.words + (lane >>> 5)] |= 1 << (lane & 31);
      }
    }
  }

  /** Whether agents of a profile may take a lane's items. */
  reaches(model: Model, lane: number, profile: number): boolean {
    const {union, words, maxStages} = model.eligibility;
    const at = (this.route[lane] * maxStages + this.stage[lane]) * words;
    return ((union[at + (profile >>> 5)] >>> (profile & 31)) & 1) === 1;
  }

  add(item: number): void {
    const items = this.items;
    const at = (items.route(item) * this.maxStages + items.stage(item)) * VARIETIES;
    this.lanes.add(item, this.chain[this.ownValues ? at + bringsOf(items, item) : at]);
    this.waiting++;
  }

  remove(item: number): void {
    this.lanes.remove(item);
    this.waiting--;
  }
}

export function bringsOf(items: Items, item: number): number {
  if (items.curve[item] !== null) return BRINGS.curve;
  return items.base(item) === 0 ? BRINGS.nothing : BRINGS.value;
}

interface LaneRow {
  readonly route: number;
  readonly stage: number;
  readonly section: number;
  readonly bound: number;
  /** Kind of items whose chain begins here, -1 not the first of a chain. */
  readonly brings: number;
}

function laneRows(model: Model, sections: Sections): LaneRow[] {
  const rows: LaneRow[] = [];
  for (let route = 0; route < model.routes.count; route++) {
    const process = model.routes.process[route];
    for (let stage = 0; stage < model.eligibility.stageCount[route]; stage++) {
      for (let brings = 0; brings < VARIETIES; brings++) {
        const first = sections.first[process * VARIETIES + brings];
        for (let section = first; section >= 0; section = sections.next[section]) {
          rows.push({route, stage, section, bound: sections.bound[section], brings: section === first ? brings : -1});
        }
      }
    }
  }
  return rows;
}
