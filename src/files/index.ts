export {openRows} from './rows.ts';
export {textFiles} from './text.ts';
export {type FileEntry, writeFiles} from './write.ts';
