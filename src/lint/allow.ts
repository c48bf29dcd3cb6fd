/** Findings that a scenario accepts: `# lint: allow late-target (long waits only)` on their line, or above it. */
import type {Location} from '../language/problem.ts';

export interface Allow {
  readonly at: Location;
  readonly code: string;
  /** What follows the codes, as written; empty where nothing does. */
  readonly reason: string;
  /** The line it speaks of. */
  readonly line: number;
}

interface Text {
  readonly path: string;
  readonly text: string;
}

const COMMENT = /(?:^|\s)#\s*lint:\s*allow\s+([\w-]+(?:\s*,\s*[\w-]+)*)[\s:(–—-]*(.*?)\)?\s*$/;

/** Every allow in YAML files, in order. */
export function allowsIn(texts: readonly Text[]): Allow[] {
  return texts.filter(({path}) => !/\.(csv|tsv|txt)$/i.test(path)).flatMap(({path, text}) => allowsOf(path, text));
}

function allowsOf(file: string, text: string): Allow[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) => {
    const match = COMMENT.exec(line);
    if (!match) return [];
    const [whole, codes = '', reason = ''] = match;
    const column = line.length - whole.length + whole.indexOf('#') + 1;
    const speaksOf = line.trimStart().startsWith('#') ? nextLine(lines, index) : index;
    return codes
      .split(',')
      .map((code) => ({at: {file, line: index + 1, column}, code: code.trim(), reason, line: speaksOf + 1}));
  });
}

/** The next line that is neither empty nor a comment. */
function nextLine(lines: readonly string[], from: number): number {
  const next = lines.findIndex(
    (line, index) => index > from && line.trim() !== '' && !line.trimStart().startsWith('#'),
  );
  return next < 0 ? from : next;
}

/** Whether an allow speaks of a finding at a place. */
export const accepts = (
  {at: {file}, code, line}: Allow,
  finding: {readonly code: string; readonly at: Location},
): boolean => code === finding.code && file === finding.at.file && line === finding.at.line;
