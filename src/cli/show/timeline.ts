import type {CurveStretch, Moment, ProcessTimeline} from '../../compile/timeline.ts';
import {formatDuration} from '../../language/duration.ts';
import {printable} from '../../language/show.ts';
import {columnsOf, cut, pad, wrap} from '../../report/names.ts';

/** Ticks of a stretch shown by their instants; the rest are told by their number. */
const TICKS_SHOWN = 5;
const LABEL_WIDTH = 18;
const WHEN_WIDTH = 20;

/** When everything falls for an item of a process that arrives on Monday at nine, in lines of `width` columns. */
export function timelineLines(timeline: ProcessTimeline, width: number): string[] {
  const {process, clock, arrives, due, preferredUntil, targets, curve} = timeline;
  const on = clock === null ? 'calendar time' : `clock ${printable(clock)}`;
  const heading = `: ${on}, arriving ${localTime(arrives)}`;
  const line = (label: string, moment: Moment, text: string) => {
    const [first = '', ...rest] = wrap(text, width - LABEL_WIDTH - WHEN_WIDTH);
    return [
      `${pad(`  ${label}`, LABEL_WIDTH)}${pad(localTime(moment.at), WHEN_WIDTH)}${first}`.trimEnd(),
      ...rest.map((more) => ' '.repeat(LABEL_WIDTH + WHEN_WIDTH) + more),
    ];
  };
  return [
    `${cut(printable(process), width - columnsOf(heading))}${heading}`,
    ...(due ? line('due', due, after(due)) : ['  no due date']),
    ...(preferredUntil ? line('preferred until', preferredUntil, after(preferredUntil)) : []),
    ...targets.flatMap((target, i) =>
      line(`target ${i + 1}`, target, `${printable(target.text)}${target.ageMs > 0 ? `, ${after(target)}` : ''}`),
    ),
    ...curve.flatMap((stretch) => line(`priority ${rounded(stretch.priority)}`, stretch, movesText(stretch))),
  ];
}

const after = ({ageMs}: Moment): string => `after ${formatDuration(Math.max(0, ageMs))}`;
const rounded = (value: number): string => String(Number(value.toFixed(2)));
const signed = (value: number): string => (value > 0 ? `+${rounded(value)}` : rounded(value));

function movesText(stretch: CurveStretch): string {
  const {moves} = stretch;
  const since = stretch.ageMs > 0 ? `${after(stretch)}, ` : '';
  if (moves.kind === 'steady') return `${since}steady`;
  if (moves.kind === 'glides') return `${since}gliding ${signed(moves.perHour)} an hour`;
  const shown = moves.ticks.slice(0, TICKS_SHOWN);
  const instants = shown.map(({at}, i) => shortTime(at, i === 0 ? stretch.at : (shown[i - 1]?.at ?? null)));
  const more = moves.count > shown.length ? ', \u2026' : '';
  const count = Number.isFinite(moves.count) ? ` (${moves.count} ${moves.count === 1 ? 'tick' : 'ticks'})` : '';
  const at = instants.length > 0 ? `: ${instants.join(', ')}${more}` : '';
  return `${since}${signed(moves.by)} every ${formatDuration(moves.everyMs)}${count}${at}`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon 2 Mar 09:00`, with seconds where there are any; never where it never comes. */
export function localTime(at: string | null): string {
  const [date, time] = at?.split('T') ?? [];
  if (date === undefined || time === undefined) return 'never';
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return `${WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]} ${day} ${MONTHS[month - 1]} ${clock(time)}`;
}

/** Without the date where it is that of the one before. */
function shortTime(at: string | null, before: string | null): string {
  if (at === null || before === null || at.slice(0, 10) !== before.slice(0, 10)) return localTime(at);
  return clock(at.slice(11));
}

const clock = (time: string): string => time.replace(/^(\d\d:\d\d):00(?:\.000)?$/, '$1').slice(0, 8);
