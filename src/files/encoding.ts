import {InputError} from '../language/problem.ts';

/** Turns the bytes of one text file, given in order, into text. Throws InputError where they are not text. */
export interface Decoding {
  decode(bytes: Uint8Array, last: boolean): string;
}

/**
 * Reads UTF-8, and UTF-16 where a byte-order mark says so; the mark itself is dropped. Anything else is refused with
 * the line, never guessed: a wrong guess changes names without a sound. `firstBytes`: at least the first four, if there are.
 */
export function decoding(file: string, firstBytes: Uint8Array): Decoding {
  const encoding = encodingOf(firstBytes);
  if (encoding === 'utf-8' && firstBytes.subarray(0, 4096).includes(0)) throw notText(file);
  const decoder = new TextDecoder(encoding, {fatal: true});
  let lines = 1;
  return {
    decode(bytes, last) {
      try {
        const text = decoder.decode(bytes, {stream: !last});
        lines += newlinesIn(text);
        return text;
      } catch {
        throw wrongBytes(file, lines + newlinesIn(validStart(bytes, encoding)), encoding);
      }
    },
  };
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
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

function notText(file: string): InputError {
  return refusal(
    file,
    1,
    'expected text in UTF-8, found bytes of value 0: this is UTF-16 without a byte-order mark, or no text',
  );
}

function wrongBytes(file: string, line: number, encoding: string): InputError {
  return refusal(file, line, `expected text in ${encoding.toUpperCase()}, found bytes that are not`);
}

function refusal(file: string, line: number, message: string): InputError {
  return new InputError([
    {
      severity: 'error',
      at: {file, line, column: 1},
      path: '',
      message,
      hint: 'save the file as UTF-8 (in Excel: "CSV UTF-8")',
    },
  ]);
}
