export {ONE_AT_A_TIME} from './admission.ts';
export {compileCapacity, MOST_CHANNELS, MOST_STATES, TooManyLoads} from './automaton.ts';
export {capacityFindings} from './findings.ts';
export {type CapacityRead, capacitySchema} from './schema.ts';
export type {CapacitySpec} from './spec.ts';
