export {type Findings, findingsIn, type InitOptions, type LogFile} from './findings.ts';
export {foundText} from './foundText.ts';
export {filesOf, initFromLog} from './init.ts';
export {ROLES} from './roles.ts';
export {editedFiles, stamped} from './stamp.ts';
