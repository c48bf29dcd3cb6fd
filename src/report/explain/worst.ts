/** The items for which it went worst, a few lines each. */
import type {ItemStory, Waiting, Worst} from '../../explain/index.ts';
import {printable} from '../../language/show.ts';
import {paragraph, SUMMARY_WIDTH} from '../text/lines.ts';
import {causesOf, spanText} from './because.ts';
import {startOf} from './chapters.ts';

/** What kept it, the longest first: so much is told of each. */
const CAUSES = 2;

/** `stories`: of the items in the order of `worst`; `of`: the process, where one was asked for. */
export function worstText(
  {by, items}: Worst,
  stories: readonly (ItemStory | null)[],
  of: string | undefined,
): string[] {
  const where = of === undefined ? '' : ` in ${of}`;
  const replication = stories.find((story) => story !== null)?.replication ?? 1;
  const what = by === 'wait' ? 'Longest waits' : 'Latest past due';
  if (items.length === 0)
    return [`${by === 'wait' ? 'Nothing has waited' : 'Nothing is past due'}${where} in replication ${replication}.`];
  const width = String(items.length).length + 2;
  return [
    ...paragraph('', printable(`${what}${where}, replication ${replication}`), SUMMARY_WIDTH, 2),
    ...stories.flatMap((story, k) => (story ? lines(story, `${k + 1}.`.padEnd(width), items[k]?.ms ?? 0, by) : [])),
  ];
}

function lines(story: ItemStory, label: string, ms: number, by: Worst['by']): string[] {
  const {item, id, chapters} = story;
  const waits = chapters.filter((chapter): chapter is Waiting => chapter.kind === 'waits');
  const passedOver = waits.reduce((sum, wait) => sum + wait.passedOver.length, 0);
  const arrival = chapters.find(({kind}) => kind === 'arrives');
  const came = arrival
    ? `, came ${startOf(arrival)
        .at.replace('T', ' ')
        .replace(/\.\d+$/, '')}`
    : '';
  const outcome = by === 'wait' ? `${spanText(ms)}${answered(story)}` : `${spanText(ms)} late`;
  const causes = causesOf(waits).slice(0, CAUSES);
  const said = [
    ...causes.map(({ms: lasted, said: text}) => `${spanText(lasted)}: ${text}`),
    ...(passedOver > 0 ? [`passed over ${passedOver === 1 ? 'once' : `${passedOver} times`}`] : []),
  ];
  const indent = label.length + 2;
  return [
    ...paragraph(
      label,
      printable(`${item}${id === undefined ? '' : ` (${id})`}${came}: ${outcome}`),
      SUMMARY_WIDTH,
      indent,
    ),
    ...said.flatMap((text) => paragraph(' '.repeat(indent), printable(text), SUMMARY_WIDTH, indent + 2)),
  ];
}

/** How its wait ended. */
function answered({chapters}: ItemStory): string {
  const taken = chapters.find((chapter) => chapter.kind === 'handled');
  if (taken?.kind === 'handled') return `, then ${taken.agent}`;
  const end = chapters.find((chapter) => chapter.kind === 'ends');
  if (end?.kind !== 'ends') return '';
  return end.how === 'abandoned' ? ', then it gives up' : ', and nobody has it in hand yet';
}
