/** Stories of items in small scenarios as in test/program/rules/desk.ts, a line a chapter that can be worked out by hand. */
import type {LoadedScenario, LoadRequest} from '../../src/cli/load.ts';
import {type Chapter, explain, type ItemStory} from '../../src/explain/index.ts';
import type {Because, Waiting} from '../../src/explain/story/story.ts';
import {opened} from '../program/rules/desk.ts';

type Files = Readonly<Record<string, string>>;

/** `source.number`, with `#2` for a second call. */
export const keyOf = (item: string, {compiled}: LoadedScenario) => {
  const [, source = '', number = '', call = '1'] = /^(.+)\.(\d+)(?:#(\d+))?$/.exec(item) ?? [];
  return {source: compiled.model.names.sources.indexOf(source), number: Number(number), redial: Number(call) - 1};
};

export interface Asking {
  readonly files?: Files;
  readonly full?: boolean;
  readonly more?: Omit<LoadRequest, 'file'>;
}

export function storyOf(
  yaml: string,
  item: string,
  {files = {}, full = false, more = {}}: Asking = {},
): Promise<ItemStory> {
  return opened(yaml, files, more, async (loaded) => {
    const {stories} = await explain({loaded, replication: 0, items: [keyOf(item, loaded)], full});
    const [story] = stories;
    if (!story) throw new Error(`${item} does not come`);
    return story;
  });
}

/** A line a chapter: seconds after the start, what, and what is said of it. */
export const chaptersOf = async (yaml: string, item: string, asking: Asking = {}): Promise<string[]> =>
  (await storyOf(yaml, item, asking)).chapters.map(chapterLine);

const seconds = (ms: number): string => String(Number((ms / 1000).toFixed(3)));

export function chapterLine(chapter: Chapter): string {
  const when = 'at' in chapter ? seconds(chapter.at.ms) : `${seconds(chapter.from.ms)} to ${seconds(chapter.to.ms)}`;
  return `${when} ${chapter.kind}${details(chapter)}`;
}

function details(chapter: Chapter): string {
  switch (chapter.kind) {
    case 'arrives':
      return ` ${chapter.process} ${chapter.priority}`;
    case 'opens':
      return ` ${chapter.target} ${chapter.priority}`;
    case 'waits':
      return waitDetails(chapter);
    case 'given':
      return ` ${chapter.agent} ${chapter.priority} of ${chapter.agentCount} agents, ${chapter.itemCount} items`;
    case 'rings':
      return ` ${chapter.agent} ${chapter.outcome}`;
    case 'handled':
      return ` ${chapter.agent} visit ${chapter.visit}${chapter.pauses.map(({from, to}) => `, paused ${seconds(from.ms)} to ${seconds(to.ms)}`).join('')}`;
    case 'wrapUp':
    case 'inboxed':
    case 'takenFrom':
      return ` ${chapter.agent}`;
    case 'aside':
      return ` ${chapter.where}${chapter.agent === undefined ? '' : ` ${chapter.agent}`}`;
    case 'moves':
      return ` ${chapter.process}: ${chapter.target}`;
    case 'opensItem':
    case 'childEnds':
      return ` ${chapter.child}`;
    case 'callsAgain':
      return ` ${chapter.item}`;
    case 'milestone':
      return ` ${chapter.milestone} ${chapter.what}`;
    case 'ends':
      return ` ${chapter.how}${chapter.agent === undefined ? '' : ` ${chapter.agent}`}${chapter.lateMs === undefined ? '' : `, late ${seconds(chapter.lateMs)}`}`;
    default:
      return '';
  }
}

/** ` [targets] priorities; never …; stretch | stretch; over …`. */
function waitDetails({targets, waitsFor, inbox, priority, never, stretches, passedOver}: Waiting): string {
  const whom = [
    ...(waitsFor === undefined ? [] : [`for ${waitsFor}`]),
    ...(inbox === undefined ? [] : [`inbox ${inbox}`]),
  ];
  const line = priority.map(({starts, ends}) => (starts === ends ? `${starts}` : `${starts}..${ends}`)).join(', ');
  const cut = stretches.map(({from, to, because}) => {
    const time = stretches.length === 1 ? '' : `${seconds(from.ms)} to ${seconds(to.ms)} `;
    return `${time}${because.map(becauseLine).join(', ')}`;
  });
  const over = passedOver.map(
    (one) => `over ${seconds(one.at.ms)} ${one.agent} ${one.took} ${one.priority}>${one.own} ${one.because}`,
  );
  return [
    ` [${[...whom, ...targets].join(', ')}] ${line}`,
    ...(never.length > 0 ? [`never ${never.map(becauseLine).join(', ')}`] : []),
    cut.join(' | '),
    ...over,
  ].join('; ');
}

function becauseLine({why, least, most, agents, hands, rules, idle}: Because): string {
  const count = least === most ? `${most}` : `${least}-${most}`;
  const who = agents.length === most ? agents.join('+') : count;
  const held = hands ? ` ${hands.named.map(({item, priority}) => `${item}@${priority}`).join('+')}` : '';
  return `${who} ${why}${held}${rules ? ` (${rules.join('; ')})` : ''}${idle === undefined ? '' : ` idle ${idle}`}`;
}
