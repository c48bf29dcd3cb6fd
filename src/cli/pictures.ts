import {printable} from '../language/show.ts';
import {UsageError} from './usage.ts';

/** What is drawn of each chart. */
export const PICTURES = ['json', 'svg', 'png'] as const;
export type Picture = (typeof PICTURES)[number];

/** `all`, `none` (also as `--no-charts`), or a comma list of json, svg, png. */
export function pictures(value: unknown): ReadonlySet<Picture> {
  if (value === undefined || value === 'all') return new Set(PICTURES);
  if (value === 'none' || value === false) return new Set();
  const words = String(value).split(',');
  const unknown = words.filter((word) => !PICTURES.some((each) => each === word));
  if (unknown.length > 0)
    throw new UsageError(
      `--charts expects all, none, or some of ${PICTURES.join(',')}, found ${printable(JSON.stringify(value), 40)}.`,
    );
  return new Set(PICTURES.filter((each) => words.includes(each)));
}

export const CHARTS_OPTION = {
  type: 'string',
  requiresArg: true,
  describe: 'all, none, or which of json,svg,png [default: all]',
  coerce: pictures,
} as const;
