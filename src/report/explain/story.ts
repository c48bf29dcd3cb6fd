/** The life of one item as text of at most 80 columns: a heading a day, the local time in front of each chapter. */
import type {Chapter, ItemStory} from '../../explain/index.ts';
import {printable} from '../../language/show.ts';
import {pointText} from '../text/journal.ts';
import {paragraph, SUMMARY_WIDTH} from '../text/lines.ts';
import {sentencesOf, startOf} from './chapters.ts';

/** Under `09:00:05.000  `. */
const INDENT = 14;

export interface StoryStyle {
  /** Every moment of a wait. */
  readonly full?: boolean;
  readonly width?: number;
}

/** The item and its replication, and its chapters. */
export function storyText(story: ItemStory, style: StoryStyle = {}): string[] {
  return [headingOf(story), ...chaptersText(story, story.chapters, style)];
}

/** `calls.3 (K-17), replication 1`. */
export const headingOf = ({item, id, replication}: ItemStory): string =>
  printable(`${item}${id === undefined ? '' : ` (${id})`}, replication ${replication}`);

/** Some of its chapters; a day is named where it is another than that of the chapter before. */
export function chaptersText(story: ItemStory, chapters: readonly Chapter[], style: StoryStyle = {}): string[] {
  let today = '';
  return chapters.flatMap((chapter) => {
    const [day = ''] = startOf(chapter).at.split('T');
    const heading = day === today ? [] : ['', day];
    today = day;
    return [...heading, ...chapterText(story, chapter, style)];
  });
}

/** One chapter, without its day. */
export function chapterText(
  story: ItemStory,
  chapter: Chapter,
  {full = false, width = SUMMARY_WIDTH}: StoryStyle,
): string[] {
  const [day = '', time = ''] = startOf(chapter).at.split('T');
  const sentences = sentencesOf(chapter, story, {at: (point) => pointText(point, day), full});
  return sentences.flatMap((sentence, k) =>
    k === 0
      ? paragraph(`${time}  `, printable(sentence), width, INDENT + 2)
      : paragraph(' '.repeat(INDENT + 2), printable(sentence), width, INDENT + 4),
  );
}
