import {createRequire} from 'node:module';

/** Version of the package this program is of. */
export function version(): string {
  const read = createRequire(import.meta.url)('../../package.json') as {readonly version: string};
  return read.version;
}
