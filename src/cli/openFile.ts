import {spawn} from 'node:child_process';
import {resolve} from 'node:path';

/** What opens a file in the program its kind is opened with. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** The words that open a file on a platform. */
export const opening = (path: string, platform: NodeJS.Platform): readonly string[] => [
  ...(OPENERS[platform] ?? ['xdg-open']),
  resolve(path),
];

/** Opens the file for the person at the screen, and does not wait; false where there is nothing to open it with. */
export function openFile(path: string): Promise<boolean> {
  const [program = '', ...words] = opening(path, process.platform);
  return new Promise((done) => {
    const child = spawn(program, words, {detached: true, stdio: 'ignore'});
    child.once('error', () => done(false));
    child.once('spawn', () => {
      child.unref();
      done(true);
    });
  });
}
