import type {Estimate} from '../../statistics/index.ts';
import type {PartName} from './parts.ts';

/**
 * Seconds that items waited, by what stood in the way (PART): from arrival to the first answer, or until they hung up or
 * were closed without one, or to the end of the run. Means per replication, of items that arrived in the counted time.
 */
export interface WaitParts {
  readonly process: readonly {
    readonly process: string;
    readonly seconds: Readonly<Record<PartName, Estimate>>;
  }[];
  readonly attribute: readonly {
    readonly name: string;
    readonly value: string;
    readonly seconds: Readonly<Record<PartName, Estimate>>;
  }[];
}

/** By interval of arrival, parts that are anywhere above 0. */
export interface WaitPartIntervals {
  readonly process: string;
  readonly seconds: Readonly<Partial<Record<PartName, readonly number[]>>>;
}
