import type {Floor} from '../floor/floor.ts';
import type {Items} from '../floor/items.ts';
import type {MilestoneTracks} from '../floor/milestones.ts';
import type {Model} from '../model/model.ts';
import type {Resting} from './agentTimes.ts';
import type {Asked} from './asked.ts';
import type {DueAfter} from './dueDates.ts';
import type {ItemLog} from './itemLog.ts';

export interface RecorderOptions {
  readonly model: Model;
  readonly asked?: Asked;
  /** Needed where `asked.allowedMs` names any. */
  readonly dueAfter?: DueAfter;
  readonly log?: ItemLog;
  /** False: nobody keeps account of what items wait for. */
  readonly waitParts?: boolean;
}

/** What the recorder reads of the floor. */
export interface Watched {
  readonly items: Items;
  readonly clocks: {readonly nowMs: number};
  /** Which profile each agent has at the time. */
  readonly profiles: Int32Array;
  /** Why agents rest, where they may. */
  readonly resting?: Resting;
  /** An item's priority now; for the log. */
  readonly priorityOf?: (item: number) => number;
  /** What the clock of a process shows at a wall instant; where items open others. */
  readonly clockAt?: (process: number, wallMs: number) => number;
  /** Time since an item's arrival on its process's clock, ms; where the model has a life cycle. */
  readonly ageOf?: (item: number) => number;
  /** All of it; where account is kept of what items wait for. */
  readonly floor?: Floor;
  /** Where processes have any. */
  readonly milestones?: MilestoneTracks | null;
}
