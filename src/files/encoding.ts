import {InputError} from '../language/problem.ts';

/** Turns the bytes of one text file, given in order, into text. Throws `NotText` where they are not. */
export interface Decoding {
  decode(bytes: Uint8Array, last: boolean): string;
}

/** Bytes that are no text, with the line they stand on. */
export class NotText extends InputError {
  readonly line: number;
  /** What was found where text was expected. */
  readonly found: string;

  constructor(file: string, line: number, found: string, hint: string) {
    const message = `expected text, found ${found}`;
    super([{severity: 'error', at: {file, line, column: 1}, path: '', message, hint}]);
    this.line = line;
    this.found = found;
  }
}

const SAVE_AS = 'save the file as UTF-8 (in Excel: "CSV UTF-8")';

const EXPORT_AS_CSV = 'open it and save or export it as CSV (in Excel: "CSV UTF-8")';

/** Files that are taken for tables, by their first bytes. */
const NO_TEXTS = [
  {begins: [0x50, 0x4b, 0x03, 0x04], found: 'an Excel workbook or another zip archive', hint: EXPORT_AS_CSV},
  {begins: [0xd0, 0xcf, 0x11, 0xe0], found: 'an old Excel workbook', hint: EXPORT_AS_CSV},
  {begins: [0x25, 0x50, 0x44, 0x46], found: 'a PDF', hint: 'export the table it shows as CSV'},
  {begins: [0x1f, 0x8b], found: 'a compressed file', hint: 'unpack it: gunzip'},
] as const;

/**
 * Reads UTF-8, and UTF-16 where a byte-order mark says so; the mark itself is dropped. Anything else is refused with
 * the line, never guessed: a wrong guess changes names without a sound. `firstBytes`: at least the first four, if there are.
 */
export function decoding(file: string, firstBytes: Uint8Array): Decoding {
  const known = NO_TEXTS.find(({begins}) => begins.every((byte, i) => firstBytes[i] === byte));
  if (known) throw new NotText(file, 1, known.found, known.hint);
  const encoding = encodingOf(firstBytes);
  if (encoding === 'utf-8' && isMostlyZeros(firstBytes))
    throw new NotText(file, 1, 'UTF-16 without a byte-order mark, or no text at all', SAVE_AS);
  const decoder = new TextDecoder(encoding, {fatal: true});
  let lines = 1;
  return {
    decode(bytes, last) {
      const zero = encoding === 'utf-8' ? bytes.indexOf(0) : -1;
      if (zero >= 0) {
        const line = lines + newlinesIn(new TextDecoder().decode(bytes.subarray(0, zero)));
        throw new NotText(file, line, 'a byte of value 0', "take it out: tr -d '\\000' < old.csv > new.csv");
      }
      try {
        const text = decoder.decode(bytes, {stream: !last});
        lines += newlinesIn(text);
        return text;
      } catch {
        const line = lines + newlinesIn(validStart(bytes, encoding));
        throw new NotText(file, line, `bytes that are no ${encoding.toUpperCase()}`, SAVE_AS);
      }
    },
  };
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Every second byte of western text in UTF-16 is a zero. */
function isMostlyZeros(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  return start.filter((byte) => byte === 0).length > start.length / 4;
}

/** What stands before the first bytes that are no text. */
function validStart(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  const bad = text.indexOf('\uFFFD');
  return bad < 0 ? text : text.slice(0, bad);
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
