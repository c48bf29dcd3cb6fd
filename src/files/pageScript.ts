import {existsSync, readFileSync} from 'node:fs';

/** Beside the bundled program, from the library's modules, and from these sources where it has been built. */
const PLACES = ['./page.js', '../cli/page.js', '../../dist/cli/page.js'];

/** The script that makes `report.html` answer; null where it is not built. */
export function pageScript(): string | null {
  const url = PLACES.map((place) => new URL(place, import.meta.url)).find((each) => existsSync(each));
  return url ? readFileSync(url, 'utf8') : null;
}
