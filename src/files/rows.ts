import {closeSync, openSync, readSync} from 'node:fs';
import {isBlank, linesOfRow, RowParser} from '../csv/rowParser.ts';
import {guessSeparator} from '../csv/separator.ts';
import type {RowReader} from '../demand/context.ts';
import {InputError} from '../language/problem.ts';
import {type Decoding, decoding} from './encoding.ts';
import {unreadable} from './unreadable.ts';

/** Rows of a small chunk are gone before memory is tidied up: a megabyte at a time takes twice as long. */
const CHUNK_BYTES = 1 << 16;

/**
 * Opens a CSV of any size and hands out its rows one by one; at any time some 100 KB of it are in memory. Names of
 * columns are trimmed, cells are as they stand; blank lines and empty cells beyond the header's end are left out. Rows
 * with another number of cells than the header are handed out like others: the caller counts them.
 * `separator` null: the one that cuts the header into most cells. Throws InputError for a file that is missing, empty
 * or no text, and when it comes upon a quote that is never closed.
 */
export function openRows(path: string, separator: string | null): RowReader {
  const chunks = new Chunks(path);
  try {
    return new Rows(path, separator, chunks);
  } catch (error) {
    chunks.close();
    throw error;
  }
}

/** The text of a file, a chunk at a time. */
class Chunks {
  readonly #path: string;
  readonly #bytes = new Uint8Array(CHUNK_BYTES);
  #descriptor: number;
  #decoding: Decoding | null = null;
  ended = false;

  constructor(path: string) {
    this.#path = path;
    try {
      this.#descriptor = openSync(path, 'r');
    } catch (error) {
      throw unreadable(path, error);
    }
  }

  next(): string {
    let count = 0;
    try {
      count = readSync(this.#descriptor, this.#bytes, 0, CHUNK_BYTES, null);
    } catch (error) {
      throw unreadable(this.#path, error);
    }
    const bytes = this.#bytes.subarray(0, count);
    this.ended = count === 0;
    this.#decoding ??= decoding(this.#path, bytes);
    return this.#decoding.decode(bytes, this.ended);
  }

  close(): void {
    this.ended = true;
    if (this.#descriptor >= 0) closeSync(this.#descriptor);
    this.#descriptor = -1;
  }
}

class Rows implements RowReader {
  readonly header: readonly string[];
  readonly #chunks: Chunks;
  readonly #parser: RowParser;
  #rows: string[][] = [];
  #oneLineEach = false;
  #next = 0;
  #line = 0;
  #nextLine = 1;

  constructor(path: string, separator: string | null, chunks: Chunks) {
    const first = chunks.next();
    this.#chunks = chunks;
    this.#parser = new RowParser(separator ?? guessSeparator(first), path);
    this.#cut(first);
    const header = this.#nextRow()?.map((name) => name.trim()) ?? [];
    while (header.at(-1) === '') header.pop();
    if (header.length === 0) throw empty(path);
    this.header = header;
  }

  get line(): number {
    return this.#line;
  }

  next(): readonly string[] | null {
    const row = this.#nextRow();
    if (row && row.length > this.header.length) while (row.length > this.header.length && row.at(-1) === '') row.pop();
    return row;
  }

  close(): void {
    this.#rows = [];
    this.#next = 0;
    this.#chunks.close();
  }

  #nextRow(): string[] | null {
    for (;;) {
      const row = this.#rows[this.#next++];
      if (row) {
        this.#line = this.#nextLine;
        this.#nextLine += this.#oneLineEach ? 1 : linesOfRow(row);
        if (!isBlank(row)) return row;
      } else if (this.#chunks.ended) {
        this.close();
        return null;
      } else this.#cut(this.#chunks.next());
    }
  }

  #cut(text: string): void {
    const {rows, oneLineEach} = this.#parser.parse(text, this.#chunks.ended);
    this.#rows = rows;
    this.#oneLineEach = oneLineEach;
    this.#next = 0;
  }
}

function empty(path: string): InputError {
  const message = 'expected a header and rows, found an empty file';
  return new InputError([{severity: 'error', at: {file: path, line: 1, column: 1}, path: '', message}]);
}
