/** A piece of a skill expression: its text in FEEL, and as written. */
export type Token =
  | {readonly kind: 'name' | 'unknown'; readonly text: string; readonly written: string}
  | {readonly kind: 'number'; readonly text: string; readonly written: string; readonly value: number}
  | {readonly kind: 'sign'; readonly text: string; readonly written: string};

/** Signs and words, those of other languages with their spelling in FEEL; longest first. */
const SIGNS: readonly (readonly [written: RegExp, feel: string])[] = [
  [/^(?:&&|&)/, 'and'],
  [/^(?:\|\||\|)/, 'or'],
  [/^(?:==|=(?![<>]))/, '='],
  [/^(?:!=|<>)/, '!='],
  [/^(?:>=|=>|≥)/, '>='],
  [/^(?:<=|=<|≤)/, '<='],
  [/^>/, '>'],
  [/^</, '<'],
  [/^!/, 'not'],
  [/^\(/, '('],
  [/^\)/, ')'],
  [/^and(?![\p{L}\p{N}_])/iu, 'and'],
  [/^or(?![\p{L}\p{N}_])/iu, 'or'],
  [/^not(?![\p{L}\p{N}_])/iu, 'not'],
  [/^between(?![\p{L}\p{N}_])/iu, 'between'],
];
const NUMBER = /^-?\d+(?:\.\d+)?(?![\p{L}\p{N}_])/u;
const WORD = /[\p{L}\p{N}_]/u;
/** What ends a name nobody knows. */
const STOP = /^(?:[<>=!≤≥&|()]|\s(?:and|or|not|between)(?![\p{L}\p{N}_]))/iu;

/** Cuts an expression; where a known skill fits, the longest one is meant, whatever characters it has. */
export function tokensOf(text: string, skills: readonly string[]): Token[] {
  const longestFirst = [...skills].sort((a, b) => b.length - a.length);
  const tokens: Token[] = [];
  for (let rest = text.trimStart(); rest !== ''; ) {
    const token = nameOf(rest, longestFirst) ?? signOf(rest) ?? numberOf(rest) ?? unknownOf(rest);
    tokens.push(token);
    rest = rest.slice(token.written.length).trimStart();
  }
  return tokens;
}

/** Runs of spaces in the text count as one; a name of word characters ends where they do. */
function nameOf(rest: string, longestFirst: readonly string[]): Token | null {
  for (const skill of longestFirst) {
    const written = matched(rest, skill);
    if (written === null) continue;
    const after = rest[written.length] ?? '';
    if (WORD.test(skill.at(-1) ?? '') && WORD.test(after)) continue;
    return {kind: 'name', text: skill, written};
  }
  return null;
}

function matched(rest: string, skill: string): string | null {
  if (rest.startsWith(skill)) return skill;
  const quoted = `"${skill}"`;
  if (rest.startsWith(quoted)) return quoted;
  const words = skill.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return words.length < 2 ? null : (new RegExp(`^${words.join('\\s+')}`).exec(rest)?.[0] ?? null);
}

function signOf(rest: string): Token | null {
  for (const [pattern, text] of SIGNS) {
    const written = pattern.exec(rest)?.[0];
    if (written !== undefined) return {kind: 'sign', text, written};
  }
  return null;
}

function numberOf(rest: string): Token | null {
  const written = NUMBER.exec(rest)?.[0];
  return written === undefined ? null : {kind: 'number', text: written, written, value: Number(written)};
}

function unknownOf(rest: string): Token {
  let end = 1;
  while (end < rest.length && !STOP.test(rest.slice(end))) end++;
  const written = rest.slice(0, end);
  return {kind: 'unknown', text: written.trim(), written};
}
