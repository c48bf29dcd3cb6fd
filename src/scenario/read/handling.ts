import type {Path} from '../../language/problem.ts';
import {type Handled, OUTCOMES, type OutcomeReading, type OutcomeSpec, type OutcomeWritten} from '../handling/index.ts';
import {readAttributes} from './attributes.ts';
import {distributionAt} from './distribution.ts';
import {type Opener, readOpened} from './opened.ts';
import type {Reading} from './reading.ts';

/** Visits an item may be expected to have: more is a loop that hardly ever ends. */
const MOST_VISITS = 100;

/** The outcomes of a source's handling; null where something is wrong with them, which is reported. */
export function readHandling(
  reading: Reading,
  path: Path,
  written: readonly OutcomeWritten[] | undefined,
  opener: Opener,
): readonly OutcomeSpec[] | null {
  if (written === undefined) return null;
  checkShares(reading, path, written);
  const visits = 1 / Math.max(1 - shareThatComesBack(written), 1 / MOST_VISITS);
  const outcomes = written.map((entry, i) => readOutcome(reading, [...path, i], entry, opener, visits * entry.share));
  return outcomes.every((outcome) => outcome !== null) ? outcomes : null;
}

/** `times`: how often it happens to an item, on average. */
function readOutcome(
  reading: Reading,
  path: Path,
  written: OutcomeWritten,
  opener: Opener,
  times: number,
): OutcomeSpec | null {
  const kind = OUTCOMES.find((one) => one.kind === written.then);
  if (kind === undefined) throw new Error(`no outcome is called ${written.then}`);
  const tools: OutcomeReading = {
    spanAt: (key, distribution) => distributionAt(reading, [...path, key], distribution),
    attributesAt: (key, attributes) => {
      const before = reading.errorCount;
      const read = readAttributes(reading, path, attributes, key);
      return reading.errorCount > before ? null : read;
    },
    error: (key, message, hint) => reading.error([...path, key], message, hint),
    opened: (at, line) => readOpened(reading, [...path, ...at], line, opener, times),
  };
  const read = kind.read(written, tools);
  if (read === null) return null;
  const {share, stage: stages = []} = written;
  const spec = {kind: written.then, share, stages, ...read} as OutcomeSpec;
  return reading.placed(spec, path);
}

function checkShares(reading: Reading, path: Path, written: readonly OutcomeWritten[]): void {
  const sum = written.reduce((total, {share}) => total + share, 0);
  if (sum > 1 + 1e-6) {
    const found = `${Number((sum * 100).toFixed(4))} %`;
    reading.error(path, `expected shares that come to 100 % at most, found ${found}`);
    return;
  }
  const again = shareThatComesBack(written);
  if (1 - again > 1 / MOST_VISITS - 1e-9) return;
  const visits = 1 - again < 1e-6 ? 'visits without end' : `${Math.round(1 / (1 - again))} visits of an item`;
  reading.error(
    path,
    `expected items to be done at last, found ${visits} on average: ${Number((again * 100).toFixed(4))} % of visits come back`,
    `leave at least ${100 / MOST_VISITS}% for outcomes that end it, as complete`,
  );
}

/** Whether its items may be in an agent's hands more than once. */
export const mayComeBack = ({handling = [], confirmed, markDone}: Handled): boolean =>
  (confirmed !== undefined && markDone !== 'disabled') ||
  handling.some((one) => one.share > 0 && ((comesBack(one.kind) && !keepsEffort(one)) || isFinished(one)));

/** Taken up again with what was left of its effort. */
const keepsEffort = (outcome: OutcomeSpec): boolean => outcome.kind === 'park' && outcome.left !== null;

/** Taken up again after what it opened, with an effort that its source says. */
const isFinished = (outcome: OutcomeSpec): boolean =>
  outcome.kind === 'workOrder' && outcome.waits && outcome.finish === 'source';

const shareThatComesBack = (written: readonly OutcomeWritten[]): number =>
  written.reduce((total, {then, share}) => total + (comesBack(then) ? share : 0), 0);

const comesBack = (kind: string): boolean => OUTCOMES.some((one) => one.kind === kind && one.comesBack);
