/** Words YAML would read as something else than text. */
const RESERVED = /^(true|false|yes|no|on|off|null|y|n)$/i;

/** Text as a YAML scalar inside a flow or block collection: plain where that is safe, else in double quotes. */
export function yamlWord(text: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_ .+-]*$/u.test(text) && !/ $/.test(text) && !RESERVED.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** A flow list; a list of one is the word itself. */
export function yamlList(words: readonly string[]): string {
  const [only] = words;
  return words.length === 1 && only !== undefined ? yamlWord(only) : `[${words.map(yamlWord).join(', ')}]`;
}
