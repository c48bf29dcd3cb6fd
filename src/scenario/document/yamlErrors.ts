import type {LineCounter, YAMLError} from 'yaml';
import type {Reporter} from './reporter.ts';

interface Fault {
  readonly code: string;
  readonly text: string;
  /** The line at fault, and the rest of it from the fault on. */
  readonly line: string;
  readonly rest: string;
}
interface Explanation {
  readonly message: string;
  readonly hint?: string;
}

/** What a person most likely meant, by what YAML stumbles over; the first that applies. */
const RULES: readonly ((fault: Fault) => Explanation | null)[] = [
  tabIndent,
  unquotedComparison,
  unquotedDash,
  missingSpace,
  reservedStart,
  unclosed,
  textAfterQuote,
  severalDocuments,
  badIndent,
];

/** Tells what is not YAML, one problem a line, in words of who wrote it. */
export function explain(
  text: string,
  file: string,
  errors: readonly YAMLError[],
  lines: LineCounter,
  reporter: Reporter,
): void {
  const rows = text.split(/\r\n|\r|\n/);
  const told = new Set<number>();
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const quote = /Missing closing (['"])/.exec(error.message)?.[1];
    const at = quote ? opening(text, quote, error.pos[0]) : Math.min(error.pos[0], text.length);
    const {line, col} = lines.linePos(at);
    const row = rows[line - 1] ?? '';
    // One slip makes YAML stumble several times, mostly on the same or the next line.
    if (told.has(line) || told.has(line - 1)) continue;
    told.add(line);
    const fault = {code: error.code, text: error.message, line: row, rest: row.slice(Math.max(col - 1, 0))};
    const {message, hint} = explanationOf(fault);
    reporter.error({file, line: Math.max(line, 1), column: Math.max(col, 1)}, '', message, hint);
  }
}

/** Where a quote most likely begins that is never closed: in the first line with an odd number of them. */
function opening(text: string, quote: string, endsAt: number): number {
  const start = quote === '"' ? /(?<!\\)"/g : /'/g;
  let offset = 0;
  for (const line of text.slice(0, endsAt).split('\n')) {
    const quotes = [...line.replace(/(^|\s)#.*$/, '').matchAll(start)];
    const last = quotes.at(-1);
    if (last && quotes.length % 2 === 1) return offset + last.index;
    offset += line.length + 1;
  }
  return Math.min(endsAt, text.length);
}

function explanationOf(fault: Fault): Explanation {
  for (const rule of RULES) {
    const explanation = rule(fault);
    if (explanation) return explanation;
  }
  const [first = ''] = fault.text.split('\n');
  return {message: `expected YAML, found what cannot be read: ${first.charAt(0).toLowerCase()}${first.slice(1)}`};
}

function tabIndent({code, line}: Fault): Explanation | null {
  if (code !== 'TAB_AS_INDENT' && !/^ *\t/.test(line)) return null;
  return {message: 'expected spaces at the start of the line, found a tab', hint: 'indent with two spaces a level'};
}

function unquotedComparison({code, rest, line}: Fault): Explanation | null {
  const start = code === 'BAD_SCALAR_START' ? /^[>|]/.test(rest) : /(?:[:,[-]\s)\s*[>|]\s*\S/.test(line);
  if (!start || (code !== 'BAD_SCALAR_START' && code !== 'UNEXPECTED_TOKEN')) return null;
  const cell = /([>|][^,\]}]*)/.exec(code === 'BAD_SCALAR_START' ? rest : line)?.[1]?.trim() ?? '> 5000';
  return {
    message: `expected a value, found an unquoted ${cell.charAt(0)}, which YAML takes for folded text`,
    hint: `write it in quotes: '${cell}'`,
  };
}

function unquotedDash({code, line}: Fault): Explanation | null {
  const inList = /[[,]\s*-\s*(?=[,\]]|$)/.test(line);
  const afterKey = /:\s+-(?:\s|$)/.test(line);
  if (code === 'BAD_SCALAR_START' || !(inList || afterKey)) return null;
  return {
    message: 'expected a value, found an unquoted -, which YAML takes for the start of a list',
    hint: inList ? "write it in quotes: '-'" : "write it in quotes: '-', or put the list on the next lines",
  };
}

function missingSpace({line}: Fault): Explanation | null {
  const match = /^\s*(?:-\s+)?([A-Za-z][\w-]*):([^\s:/].*)$/.exec(line);
  if (!match) return null;
  const [, key, value] = match;
  return {
    message: `expected a space after the colon, found "${key}:${value}"`,
    hint: `write ${key}: ${value?.trim()}`,
  };
}

function reservedStart({code, rest}: Fault): Explanation | null {
  if (code !== 'BAD_SCALAR_START') return null;
  const word = /^[^,\]}]*/.exec(rest)?.[0].trim() ?? '';
  return {
    message: `expected a value, found ${word.charAt(0)} at its start, which YAML keeps for itself`,
    hint: `write it in quotes: '${word}'`,
  };
}

function unclosed({code, text}: Fault): Explanation | null {
  if (/Missing closing ['"]/.test(text))
    return {message: 'a quote that begins here is never closed', hint: 'close it at the end of the text'};
  const bracket = /end with a ([\]}])/.exec(text)?.[1];
  if (bracket) return {message: `expected a closing ${bracket}`, hint: 'every [ needs its ], every { its }'};
  const extra = /Unexpected flow-(?:map|seq)-end token.*"([\]}])"/.exec(text)?.[1];
  if (code === 'UNEXPECTED_TOKEN' && extra)
    return {message: `found a ${extra} that closes nothing`, hint: 'every [ needs its ], every { its }'};
  return null;
}

function textAfterQuote({code, text}: Fault): Explanation | null {
  if (code !== 'MISSING_CHAR' || !text.startsWith('Missing ,')) return null;
  return {message: 'expected a comma between two values', hint: 'a value that holds a quote is quoted as a whole'};
}

function severalDocuments({code}: Fault): Explanation | null {
  if (code !== 'MULTIPLE_DOCS') return null;
  return {message: 'expected one document, found a second one after ---', hint: 'put it in a file of its own'};
}

function badIndent({code, line}: Fault): Explanation | null {
  if (!['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'].includes(code)) return null;
  if ((line.match(/: /g) ?? []).length > 1)
    return {
      message: 'expected one key on the line, found several colons',
      hint: 'put keys in braces, { a: 1, b: 2 }, or on lines of their own; quote text that holds a colon',
    };
  return {
    message: 'the indentation of this line, or a missing colon, makes no sense here',
    hint: 'keys of one map stand in one column, each with a colon and a space',
  };
}
