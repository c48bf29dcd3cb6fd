import {closeSync, openSync, renameSync, rmSync, writeSync} from 'node:fs';
import {onDisk} from './write.ts';

const BUFFERED = 1 << 16;

/** A file that grows as it is written, and takes its place when it is whole. */
export interface GrowingFile {
  write(text: string): void;
  /** It is whole. */
  close(): void;
  /** It is not to be. */
  discard(): void;
}

/** Throws InputError, as its methods do, where it cannot be written. */
export function growingFile(path: string): GrowingFile {
  const part = `${path}.part`;
  const descriptor = onDisk(path, () => openSync(part, 'w'));
  let parts: string[] = [];
  let length = 0;
  let open = true;
  const flush = () => {
    const bytes = Buffer.from(parts.join(''));
    for (let at = 0; at < bytes.length; ) at += onDisk(path, () => writeSync(descriptor, bytes, at));
    parts = [];
    length = 0;
  };
  const shut = () => {
    if (open) closeSync(descriptor);
    open = false;
  };
  return {
    write(text) {
      parts.push(text);
      length += text.length;
      if (length >= BUFFERED) flush();
    },
    close() {
      flush();
      shut();
      onDisk(path, () => renameSync(part, path));
    },
    discard() {
      shut();
      rmSync(part, {force: true});
    },
  };
}
