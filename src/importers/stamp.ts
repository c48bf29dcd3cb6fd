import {createHash} from 'node:crypto';
import type {FileEntry} from '../files/index.ts';

/** The file that bears the stamps of all of them. */
const STAMPED = 'scenario.yaml';
const HEAD = '# So that init never overwrites what was edited: ';
/** Long enough to tell an edited file from one that is not. */
const DIGITS = 12;

const stampOf = (content: string) => createHash('sha256').update(content).digest('hex').slice(0, DIGITS);
const textOf = ({content}: FileEntry) =>
  typeof content === 'string'
    ? content
    : content instanceof Uint8Array
      ? Buffer.from(content).toString('utf8')
      : [...content].join('');

/** The files with what they hold noted at the end of scenario.yaml. */
export function stamped(files: readonly FileEntry[]): FileEntry[] {
  const notes = files.map((file) => `${file.path} ${stampOf(textOf(file))}`).join(', ');
  return files.map((file) =>
    file.path === STAMPED ? {path: file.path, content: `${textOf(file)}${HEAD}${notes}\n`} : file,
  );
}

/**
 * Names of the files of a folder that init did not leave like this: all it wrote there are compared with what was noted
 * then; scenario.yaml itself where nothing was. `read`: null where there is no such file. Empty where init may write.
 */
export function editedFiles(read: (path: string) => string | null): string[] {
  const scenario = read(STAMPED);
  if (scenario === null) return [];
  const at = scenario.lastIndexOf(HEAD);
  if (at < 0) return [STAMPED];
  const notes = scenario.slice(at + HEAD.length).trimEnd();
  const edited = notes.split(', ').flatMap((note) => {
    const [, path = STAMPED, stamp] = /^(.*) ([0-9a-f]+)$/.exec(note) ?? [];
    const content = path === STAMPED ? scenario.slice(0, at) : read(path);
    return content === null || stampOf(content) === stamp ? [] : [path];
  });
  return [...new Set(edited)];
}
