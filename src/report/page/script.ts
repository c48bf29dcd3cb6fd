import {createHash} from 'node:crypto';
import type {NamedTable} from '../named/table.ts';
import type {ChoiceOf} from './choices.ts';
import type {Drawing} from './figure.ts';

/** What a page may load and run: its own style and, where it has one, its own script, known by its digest. */
export function contentPolicy(script: string | null): string {
  const own = script === null ? '' : `; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:${own}`;
}

/**
 * The script and what it reads, at the end of the body: the specifications, what the reader may leave out of them, and the named reports.
 * Nothing without script or charts.
 */
export function scriptHtml(
  script: string | null,
  drawings: readonly Drawing[],
  choices: readonly ChoiceOf[],
  named: readonly NamedTable[] = [],
): string {
  if (script === null) return '';
  const specs = Object.fromEntries(drawings.map(({key, spec}) => [key, spec]));
  return [
    dataHtml('specs', specs),
    dataHtml('choices', choices),
    ...(named.length > 0 ? [dataHtml('named', named)] : []),
    `<script>${script}</script>`,
  ].join('\n');
}

/** `<` is the only character that could end the element. */
const dataHtml = (id: string, data: unknown): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
