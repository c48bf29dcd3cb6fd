export {fileStamp, type Kept, openKept} from './kept.ts';
export {type GrowingFile, growingFile} from './lines.ts';
export {pageScript} from './pageScript.ts';
export {openRows} from './rows.ts';
export {scenarioFiles} from './scenarioFiles.ts';
export {textFiles} from './text.ts';
export {type FileEntry, prepareDirectory, removeFiles, writeFiles} from './write.ts';
