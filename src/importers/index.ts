export type {InitOptions} from './findings.ts';
export {initFromLog} from './init.ts';
export {ROLES} from './roles.ts';
