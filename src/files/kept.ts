import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {deserialize, serialize} from 'node:v8';
import {deflateRawSync, inflateRawSync} from 'node:zlib';

/** Values kept in a folder by a key, so that work that was stopped goes on where it was. */
export interface Kept {
  /** Undefined where there is none, or none that can be used. */
  get(key: string): unknown;
  put(key: string, value: unknown): void;
  /** Files that could not be used: damaged, or written by something else. */
  readonly unusable: number;
}

const MAGIC = Buffer.from('preroute kept 1\n');
const DIGEST_BYTES = 32;
const ENDING = '.kept';

/**
 * Opens a folder of kept values, made where it is missing. `fresh`: what was kept before goes. Values are plain data and
 * typed arrays. Throws what the disk throws where nothing can be written.
 */
export function openKept(dir: string, fresh: boolean): Kept {
  mkdirSync(dir, {recursive: true});
  if (fresh) for (const name of readdirSync(dir)) if (name.endsWith(ENDING)) rmSync(join(dir, name));
  let unusable = 0;
  const pathOf = (key: string) => join(dir, `${digestOf(Buffer.from(key)).toString('hex').slice(0, 32)}${ENDING}`);
  return {
    get unusable() {
      return unusable;
    },
    get(key) {
      const bytes = readIfThere(pathOf(key));
      if (bytes === null) return undefined;
      const value = valueIn(bytes, key);
      if (value === undefined) unusable++;
      return value;
    },
    put(key, value) {
      const body = deflateRawSync(serialize([key, value]), {level: 1});
      const path = pathOf(key);
      const part = `${path}.part`;
      writeFileSync(part, Buffer.concat([MAGIC, digestOf(body), body]));
      renameSync(part, path);
    },
  };
}

/** How large a file is and when it was changed last, as text: another text, another content. Empty where there is none. */
export function fileStamp(path: string): string {
  try {
    const {size, mtimeMs} = statSync(path);
    return `${size} bytes, ${mtimeMs}`;
  } catch {
    return '';
  }
}

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** The value, if the bytes are whole and were kept under that key. */
function valueIn(bytes: Buffer, key: string): unknown {
  const start = MAGIC.length + DIGEST_BYTES;
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const body = bytes.subarray(start);
  if (!digestOf(body).equals(bytes.subarray(MAGIC.length, start))) return undefined;
  const [found, value] = deserialize(inflateRawSync(body)) as [string, unknown];
  return found === key ? value : undefined;
}
