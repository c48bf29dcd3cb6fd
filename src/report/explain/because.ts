/** What kept agents from an item, and who went before it, in sentences. */
import type {Because, Hands, PassedOver, PriorityPiece, Waiting} from '../../explain/index.ts';
import {formatDuration} from '../../language/duration.ts';
import {lasting} from '../text/journal.ts';

type Why = Because['why'];

/** What is said after who it is said of. */
const SAID: Readonly<Record<Why, string>> = {
  notSkilled: 'not skilled',
  notHisChannel: 'never taking its channel',
  offDuty: 'off duty',
  keptForPreferred: 'kept from it for its preferred agent',
  notYetOpen: 'not in a target yet',
  resting: 'on a break',
  notReady: 'not ready',
  ringing: 'ringing',
  full: 'busy',
  combination: 'without room beside',
  heldBack: 'held back for another channel',
  anothersInbox: 'without it in the inbox',
  notLooked: 'not looking yet, or not shown it yet',
};

/** So many agents are named; of more there is only the number. */
const NAMED = 3;

/** `all 5 busy with 5 items of higher priority (812 to 954)`. `all`: nothing else keeps anybody. */
export function becauseText(because: Because, all: boolean): string {
  const {why, least, most, hands, idle, rules} = because;
  const free = idle === undefined ? '' : most === 1 ? ', free' : `, ${idle} of them free`;
  const rule = rules === undefined ? '' : ` [${rules.join('; ')}]`;
  if (least === 0 && most === 1) return `1 ${why === 'combination' ? 'without room' : SAID[why]}${rule}`;
  const beside = hands === undefined ? '' : `${why === 'combination' ? '' : ' with'} ${handsText(hands)}`;
  return `${whom(because, all)} ${SAID[why]}${beside}${rule}${free}`;
}

function whom({least, most, agents}: Because, all: boolean): string {
  const count = least === most ? String(most) : `${least} to ${most}`;
  if (least === most && most === agents.length && most <= NAMED) return agents.join(', ');
  if (all && least === most) return `all ${count}`;
  return `${count} agents`;
}

function handsText({items, before, higher, lowest, highest, named}: Hands): string {
  const [only] = named;
  if (items === 1 && only) return `${only.item} (${shown(only.priority)}${before === 1 ? ', before it came' : ''})`;
  const range = lowest === highest ? shown(lowest) : `${shown(lowest)} to ${shown(highest)}`;
  if (higher === items) return `${items} items of higher priority (${range})`;
  if (before === items) return `${items} items since before it waited (${range})`;
  const parts = [
    ...(before > 0 ? [`${before} since before it waited`] : []),
    ...(higher > 0 ? [`${higher} of higher priority`] : []),
    ...(items - before - higher > 0 ? [`${items - before - higher} not higher`] : []),
  ];
  return `${items} items (${range}; ${parts.join(', ')})`;
}

const BEFORE: Readonly<Record<PassedOver['because'], string>> = {
  priority: 'higher priority',
  longer: 'as high, and longer in routing',
  workbin: 'his own workbin first',
  turn: 'agents asked in turn',
};

/** Those who could have taken it and took something else: each, where they are few or all is to be told. */
export function passedOverText(
  passedOver: readonly PassedOver[],
  at: (point: PassedOver['at']) => string,
  full: boolean,
): string[] {
  if (passedOver.length === 0) return [];
  if (full || passedOver.length <= NAMED) return passedOver.map((one) => passedBy(one, at));
  const last = passedOver.at(-1) as PassedOver;
  const range = (of: (one: PassedOver) => number) => {
    const values = passedOver.map(of);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return least === most ? shown(least) : `${shown(least)} to ${shown(most)}`;
  };
  const reasons = [...new Set(passedOver.map(({because}) => BEFORE[because]))].join('; ');
  return [
    `passed over ${passedOver.length} times, at ${range(({own}) => own)} against ${range(({priority}) => priority)} (${reasons})`,
    `at last ${passedBy(last, at)}`,
  ];
}

const passedBy = ({at, agent, took, priority, own, because}: PassedOver, said: (point: PassedOver['at']) => string) =>
  `${said(at)} ${agent} takes ${took} (${shown(priority)} against ${shown(own)}: ${BEFORE[because]})`;

/** `priority 100, to 130 by 10 every 10s`; a piece after another, each with when it begins. */
export function priorityText(pieces: readonly PriorityPiece[], at: (point: PriorityPiece['from']) => string): string {
  const said = pieces.map((piece, k) => `${k === 0 ? '' : `from ${at(piece.from)} `}${pieceText(piece)}`);
  return `priority ${said.join('; ')}`;
}

function pieceText({starts, ends, step, everyMs}: PriorityPiece): string {
  if (step === 0) return shown(starts);
  const every = everyMs === 0 ? 'an hour, gliding' : `every ${lasting(everyMs)}`;
  return `${shown(starts)} to ${shown(ends)} (${step > 0 ? '+' : ''}${shown(step)} ${every})`;
}

/** What kept agents over some waits: most agents for longest first, and who is off duty only where nothing else is told. */
export function causesOf(waits: readonly Waiting[]): {readonly ms: number; readonly said: string}[] {
  const by = new Map<Why, {ms: number; agentMs: number; longest: number; said: string}>();
  for (const {stretches} of waits)
    for (const {from, to, because} of stretches)
      for (const one of because) {
        const ms = to.ms - from.ms;
        const known = by.get(one.why) ?? {ms: 0, agentMs: 0, longest: -1, said: ''};
        known.ms += ms;
        known.agentMs += (ms * (one.least + one.most)) / 2;
        if (ms > known.longest) Object.assign(known, {longest: ms, said: becauseText(one, because.length === 1)});
        by.set(one.why, known);
      }
  if (by.size > 1) by.delete('offDuty');
  return [...by.values()].sort((a, b) => b.agentMs - a.agentMs);
}

/** A priority; the data have it to six places. */
const shown = (priority: number): string => String(Number(priority.toFixed(2)));

/** `2h35m`: to the second where it is long. */
export const spanText = (ms: number): string =>
  ms >= 60_000 ? formatDuration(Math.round(ms / 1000) * 1000) : lasting(ms);
