/** Two lives of one item, in two columns of a terminal from where they differ. */
import type {BothLives, Chapter, ItemStory} from '../../explain/index.ts';
import {printable} from '../../language/show.ts';
import {pad} from '../names.ts';
import {pointText} from '../text/journal.ts';
import {paragraph, SUMMARY_WIDTH} from '../text/lines.ts';
import {sentencesOf, startOf} from './chapters.ts';
import {chaptersText, headingOf, type StoryStyle} from './story.ts';

const GAP = 2;
const COLUMN = (SUMMARY_WIDTH - GAP) / 2;

/**
 * What is the same once, then each chapter in the column of its scenario, those that begin at one instant beside each other.
 * `names`: what the two are called.
 */
export function bothLivesText(lives: BothLives, names: readonly [string, string], style: StoryStyle = {}): string[] {
  const {current, candidate, same} = lives;
  const story = current ?? candidate;
  if (story === null) return [];
  const common = [headingOf(story), ...chaptersText(story, story.chapters.slice(0, same), style)];
  const [left, right] = [rest(current, same), rest(candidate, same)];
  if (left.length + right.length === 0) return [...common, '', `The same life with ${names[0]} and ${names[1]}.`];
  const heading = same === 0 ? 'Nothing is the same:' : 'From here on they differ:';
  return [
    ...common,
    '',
    heading,
    beside(printable(names[0], COLUMN), printable(names[1], COLUMN)),
    beside('-'.repeat(COLUMN), '-'.repeat(COLUMN)),
    ...columns(left, right, style),
  ];
}

interface Told {
  readonly story: ItemStory;
  readonly chapter: Chapter;
}

const rest = (story: ItemStory | null, same: number): Told[] =>
  story === null ? [] : story.chapters.slice(same).map((chapter) => ({story, chapter}));

function columns(left: readonly Told[], right: readonly Told[], style: StoryStyle): string[] {
  const lines: string[] = [];
  const empty = (side: readonly Told[]) => (side.length === 0 ? ['does not come'] : []);
  for (let i = 0, j = 0, today = ''; i < left.length || j < right.length; ) {
    const [one, other] = [left[i], right[j]];
    const ms = Math.min(msOf(one), msOf(other));
    const here = one && msOf(one) === ms ? one : null;
    const there = other && msOf(other) === ms ? other : null;
    const [day = ''] = startOf((here ?? there ?? left[i]).chapter).at.split('T');
    if (day !== today) lines.push(`${today === '' ? '' : '\n'}${day}`);
    today = day;
    lines.push(
      ...zipped(cell(here, style) ?? (i === 0 ? empty(left) : []), cell(there, style) ?? (j === 0 ? empty(right) : [])),
    );
    if (here) i++;
    if (there) j++;
  }
  return lines;
}

const msOf = (told: Told | undefined): number => (told ? startOf(told.chapter).ms : Infinity);

/** A chapter in one column: its time above it. */
function cell(told: Told | null, {full = false}: StoryStyle): string[] | null {
  if (told === null) return null;
  const [day = '', time = ''] = startOf(told.chapter).at.split('T');
  const sentences = sentencesOf(told.chapter, told.story, {at: (point) => pointText(point, day), full});
  return [
    time,
    ...sentences.flatMap((one, k) => paragraph(' '.repeat(k === 0 ? 1 : 3), printable(one), COLUMN, k === 0 ? 2 : 4)),
  ];
}

const zipped = (left: readonly string[], right: readonly string[]): string[] =>
  Array.from({length: Math.max(left.length, right.length)}, (_, k) => beside(left[k] ?? '', right[k] ?? ''));

const beside = (left: string, right: string): string => `${pad(left, COLUMN + GAP)}${right}`.trimEnd();
