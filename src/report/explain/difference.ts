/** The first decision that two scenarios take differently, in words. */
import type {DifferenceSide, FirstDifference} from '../../explain/index.ts';
import type {JournalEvent} from '../../journal/index.ts';
import {printable} from '../../language/show.ts';
import {pointText, textsOf, WHY} from '../text/journal.ts';
import {paragraph, SUMMARY_WIDTH} from '../text/lines.ts';

/** What a decision follows from; of several events at one instant the one worth telling. */
const WORTH: readonly JournalEvent['event'][] = ['decided', 'takenAgain', 'answered', 'waits'];

/**
 * Lines of at most 80 columns: since when, and what either scenario does with the item then. `names`: what the two are
 * called.
 */
export function differenceText(difference: FirstDifference, names: readonly [string, string]): string[] {
  const {at, alike, kind, item, id, current, candidate} = difference;
  const [day = ''] = at.at.split('T');
  const before = alike === 0 ? 'None before it' : `${alike.toLocaleString('en')} before it`;
  const called = `${item}${id === undefined ? '' : ` (${id})`}`;
  const heading = `First difference: ${called}, ${day} ${pointText(at, day)}. ${before} went to the same agents.`;
  const width = Math.min(24, Math.max(...names.map((name) => name.length))) + 2;
  return [
    ...paragraph('', printable(heading), SUMMARY_WIDTH, 2),
    ...sideText(arrived(current, kind), item, names[0], day, width),
    ...sideText(arrived(candidate, kind), item, names[1], day, width),
  ];
}

/** Of an arrival that differs nothing else is worth telling. */
function arrived(side: DifferenceSide, kind: FirstDifference['kind']): DifferenceSide {
  if (kind !== 'arrival') return side;
  const {kept: _, ...rest} = side;
  return {
    ...rest,
    events: side.events.filter(({event}) => ['created', 'rejected', 'moves'].includes(event)).slice(0, 1),
  };
}

const WHEREABOUTS = {waiting: 'waits on', aside: 'is put aside', away: 'is not there'} as const;

function sideText(side: DifferenceSide, item: string, name: string, day: string, width: number): string[] {
  const told = WORTH.flatMap((word) => side.events.find(({event}) => event === word) ?? [])[0] ?? side.events.at(-1);
  const {whereabouts} = side;
  const stands = whereabouts.is === 'inHand' ? `is in the hands of ${whereabouts.agent}` : WHEREABOUTS[whereabouts.is];
  const sentences = [
    ...(told ? textsOf(told, (point) => pointText(point, day)) : [`${item} ${stands}`]),
    ...(told?.event === 'decided' && told.item === side.kept?.took?.item ? [] : keptText(side)),
  ];
  return sentences.flatMap((sentence, k) =>
    paragraph((k === 0 ? `  ${name}` : '').padEnd(width + 2), printable(sentence), SUMMARY_WIDTH, width + 4),
  );
}

/** Why not the agent whom the other scenario gave it to. */
function keptText({kept}: DifferenceSide): string[] {
  if (!kept) return [];
  const {agent, why, took} = kept;
  if (took) {
    const takes = `takes ${took.item} instead (priority ${took.priority})`;
    return [why === 'none' ? `${agent} ${takes}` : `${agent}: ${WHY[why]}; ${takes}`];
  }
  return [why === 'none' ? `${agent} could take it too` : `${agent}: ${WHY[why]}`];
}
