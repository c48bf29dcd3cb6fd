import {createHash} from 'node:crypto';
import type {Drawing} from './figure.ts';

/** What a page may load and run: its own style and, where it has one, its own script, known by its digest. */
export function contentPolicy(script: string | null): string {
  const own = script === null ? '' : `; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:${own}`;
}

/** The script and the specifications it reads, at the end of the body; nothing without script or charts. */
export function scriptHtml(script: string | null, drawings: readonly Drawing[]): string {
  if (script === null) return '';
  const specs = Object.fromEntries(drawings.map(({key, spec}) => [key, spec]));
  // `<` is the only character that could end the element
  const data = JSON.stringify(specs).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="specs">${data}</script>\n<script>${script}</script>`;
}
