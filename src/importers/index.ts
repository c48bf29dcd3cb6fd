export {type Findings, findingsIn, type InitOptions, type LogFile} from './findings.ts';
export {foundText} from './foundText.ts';
export {type Twin, twinOf} from './generated/twin.ts';
export {twinFiles} from './generated/twinText.ts';
export {filesOf, initFromLog} from './init.ts';
export {ROLES} from './roles.ts';
export {editedFiles, stamped} from './stamp.ts';
