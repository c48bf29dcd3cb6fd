import {existsSync, readFileSync} from 'node:fs';
import {dirname, isAbsolute, join} from 'node:path';
import {type TextFiles, UnreadableFile} from '../scenario/files.ts';
import {decoding, NotText} from './encoding.ts';
import {openRows} from './rows.ts';
import {similarName} from './unreadable.ts';

/**
 * The texts of the disk: UTF-8, or UTF-16 with a byte-order mark; the mark is dropped, Windows newlines become LF.
 * Paths are as the operating system has them, relative ones against the working directory.
 */
export function textFiles(): TextFiles {
  return {read, resolve, exists: existsSync, header};
}

function read(path: string): string {
  const bytes = bytesOf(path);
  try {
    return decoding(path, bytes).decode(bytes, true).replaceAll('\r\n', '\n');
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    const hint = error.problems[0]?.hint;
    const message = `${error.found} (line ${error.line})`;
    throw new UnreadableFile(path, 'not text', {message, ...(hint ? {hint} : {})});
  }
}

function header(path: string, separator: string | null): readonly string[] {
  const rows = openRows(path, separator);
  rows.close();
  return rows.header;
}

function resolve(fromFile: string, written: string): string {
  return isAbsolute(written) ? written : join(dirname(fromFile), written);
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EISDIR') throw new UnreadableFile(path, 'is a folder');
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw new UnreadableFile(path, 'unreadable');
    const hint = similarName(path);
    throw new UnreadableFile(path, 'missing', hint ? {message: 'none', hint} : undefined);
  }
}
