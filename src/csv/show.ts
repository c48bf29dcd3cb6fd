const LONGEST = 60;

/**
 * A value out of a file, fit for a message: in quotes, control and direction characters escaped, cut after 60
 * characters. Nothing in it can move the cursor, colour the terminal or pretend to be more message.
 */
export function shown(value: string): string {
  const cutText = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  const safe = cutText.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, escaped);
  return `"${safe.replaceAll('"', '\\"')}"`;
}

const NAMED: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'};

function escaped(char: string): string {
  return NAMED[char] ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
