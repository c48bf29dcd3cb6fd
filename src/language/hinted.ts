/**
 * A message of a schema may carry a hint, and an issue of zod has room for one text: the hint stands after a tab. What
 * reports problems takes the two apart again.
 */
export const hinted = (message: string, hint: string | undefined): string =>
  hint === undefined ? message : `${message}\t${hint}`;

/** The message, and its hint where it has one. */
export function unhinted(text: string): {readonly message: string; readonly hint?: string} {
  const at = text.indexOf('\t');
  return at < 0 ? {message: text} : {message: text.slice(0, at), hint: text.slice(at + 1)};
}
