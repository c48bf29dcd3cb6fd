import type {Problem} from '../language/problem.ts';

/** Where the reader gets texts from: the disk, or a map of texts in a test. Paths are opaque to the reader. */
export interface TextFiles {
  /** The whole text. Throws an `UnreadableFile` where there is none or it is not text (UTF-8). */
  read(path: string): string;
  /** The path that `written` means in the file `fromFile`; kept relative where both are. */
  resolve(fromFile: string, written: string): string;
  exists(path: string): boolean;
  /**
   * The header of a CSV too long to be read whole, so that columns a scenario names can be checked; `separator` null:
   * found out. Throws InputError where there is none. Absent: columns are checked when the file is replayed.
   */
  header?(path: string, separator: string | null): readonly string[];
}

/** Thrown by `TextFiles.read`; becomes a problem at the place that names the file. */
export class UnreadableFile extends Error {
  readonly path: string;
  readonly reason: 'missing' | 'not text' | 'is a folder' | 'unreadable';
  /** Anything more precise that is known: what was found, e.g. `bytes that are no UTF-8 (line 3)`. */
  readonly detail: Pick<Problem, 'message' | 'hint'> | undefined;

  constructor(path: string, reason: UnreadableFile['reason'], detail?: Pick<Problem, 'message' | 'hint'>) {
    super(detail?.message ?? `${path}: ${reason}`);
    this.name = 'UnreadableFile';
    this.path = path;
    this.reason = reason;
    this.detail = detail;
  }
}
