import {hinted} from './hinted.ts';
import {nearest} from './nearest.ts';
import {shown} from './show.ts';

const MOST_LISTED = 12;

/** What to say of a key that is none of `known`: a colon without its space, one that comes later, or a slip. */
export function unknownKey(
  key: string,
  known: readonly string[],
  later: Readonly<Record<string, string>> = {},
): string {
  const glued = /^([^:]+):(.+)$/.exec(key);
  if (glued?.[1] !== undefined && (known.includes(glued[1].trim()) || nearest(glued[1].trim(), known)))
    return hinted(
      `expected a space after the colon, found ${shown(key)}`,
      `write ${nearest(glued[1].trim(), known) ?? glued[1]}: ${glued[2]?.trim()}`,
    );
  if (Object.hasOwn(later, key)) return hinted(`the key ${shown(key)} is not yet known`, later[key]);
  const near = nearest(key, known);
  const listed = known.slice(0, MOST_LISTED).join(', ') + (known.length > MOST_LISTED ? ', …' : '');
  return hinted(
    `expected a known key, found ${shown(key)}`,
    near ? `did you mean ${near}?` : listed ? `known here: ${listed}` : undefined,
  );
}
