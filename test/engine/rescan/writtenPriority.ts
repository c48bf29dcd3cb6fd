/** What a priority shows at an age, straight from what the scenario says; nothing is compiled, nothing is remembered. */

/** An entry of `routing.priorities` as people write it, ages as text: `2048ms`, `50%`, `due-1024ms`. */
export interface WrittenPriority {
  readonly points?: readonly (readonly [string, number])[];
  readonly between?: 'step' | 'line';
  readonly fixed?: number;
  readonly initial?: number;
  readonly atSla?: number;
  readonly increment?: number;
  readonly every?: string;
  readonly perSecond?: number;
  readonly max?: number;
  readonly reprioritize?: readonly {readonly from?: string; readonly every: string}[];
  readonly overdue?: {
    readonly from?: number;
    readonly increment?: number;
    readonly every?: string;
    readonly max?: number;
  };
}
/** Bounds of the process, the item's own initial value, and due minus arrival on the clock (null: never due). */
export interface Circumstances {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly initial?: number | undefined;
  readonly allowed: number | null;
}

export function writtenPriority(written: WrittenPriority, of: Circumstances, age: number): number {
  const {overdue} = written;
  const {allowed} = of;
  if (overdue === undefined || allowed === null || age < allowed) return asWritten(written, of, age);
  const {stretched, factor} = bounds(written, of);
  const atDue = overdue.from === undefined ? asWritten(written, of, Math.max(0, allowed)) : stretched(overdue.from);
  if (overdue.increment === undefined || overdue.every === undefined) return atDue;
  const grown = atDue + overdue.increment * factor * Math.floor((age - allowed) / ms(overdue.every));
  return overdue.max === undefined ? grown : Math.min(grown, Math.max(atDue, stretched(overdue.max)));
}

/** The curve as if nothing were ever overdue. */
function asWritten(written: WrittenPriority, of: Circumstances, age: number): number {
  const {top, factor} = bounds(written, of);
  const start = of.initial ?? of.from ?? written.initial ?? written.fixed ?? 0;
  const limit = top ?? Infinity;
  if (written.points) return pointsAt(written, of, written.reprioritize ? lastTick(written, of, age) : age);
  if (written.atSla !== undefined) {
    const at = written.reprioritize ? lastTick(written, of, age) : age;
    if (of.allowed === null) return start;
    return at >= of.allowed ? limit : start + ((limit - start) * at) / of.allowed;
  }
  if (written.increment !== undefined) {
    const {every} = written;
    const times = every === undefined ? ticks(written, of, age).size : Math.floor(age / ms(every));
    return Math.min(limit, start + written.increment * factor * times);
  }
  if (written.perSecond !== undefined) return Math.min(limit, start + (written.perSecond / 1000) * factor * age);
  return start;
}

/** Where `from` and `to` of a process put the values of a scheme. */
function bounds(written: WrittenPriority, of: Circumstances) {
  const values = written.points?.map(([, value]) => value);
  const low = values ? Math.min(...values) : (written.initial ?? written.fixed ?? 0);
  const high = values ? Math.max(...values) : (written.atSla ?? written.max);
  const from = of.from ?? low;
  const top = of.to ?? high;
  const factor = high === undefined || top === undefined || high === low ? 1 : (top - from) / (high - low);
  return {top, factor, stretched: (value: number) => from + (value - low) * factor};
}

function pointsAt(written: WrittenPriority, of: Circumstances, age: number): number {
  const {stretched} = bounds(written, of);
  const points = (written.points ?? []).map(([at, value]) => ({at: ageOf(at, of.allowed), value: stretched(value)}));
  const first = points[0].value;
  const moved = of.initial === undefined ? 0 : of.initial - first;
  const kept = inForce(points);
  if (kept.length === 0) return first + moved;
  const reached = kept.filter(({at}) => at <= age).at(-1);
  if (!reached) return kept[0].value + moved;
  const next = kept[kept.indexOf(reached) + 1];
  if (written.between !== 'line' || !next) return reached.value + moved;
  return reached.value + moved + ((next.value - reached.value) * (age - reached.at)) / (next.at - reached.at);
}

/** Of starts, those before which no later one has begun; without those that need a due date where there is none. */
function inForce<Start extends {readonly at: number}>(starts: readonly Start[]): Start[] {
  return starts.filter(
    ({at}, i) => !Number.isNaN(at) && starts.slice(i + 1).every((later) => Number.isNaN(later.at) || at < later.at),
  );
}

/** Ages above 0 and up to `age` at which priority is read anew. */
function ticks(written: WrittenPriority, of: Circumstances, age: number): Set<number> {
  const found = new Set<number>();
  const stretches = inForce(
    (written.reprioritize ?? []).map(({from, every}) => ({at: ageOf(from ?? '0ms', of.allowed), every: ms(every)})),
  );
  stretches.forEach(({at, every}, i) => {
    const end = stretches[i + 1]?.at ?? Infinity;
    for (let tick = at; tick <= age && tick < end; tick += every) if (tick > 0) found.add(tick);
  });
  if (of.allowed !== null && of.allowed > 0 && of.allowed <= age) found.add(of.allowed);
  return found;
}

function lastTick(written: WrittenPriority, of: Circumstances, age: number): number {
  return Math.max(0, ...ticks(written, of, age));
}

function ageOf(text: string, allowed: number | null): number {
  if (text.endsWith('ms') && !text.startsWith('due')) return ms(text);
  if (text === '0%') return 0;
  if (allowed === null) return Number.NaN;
  if (text.endsWith('%')) return Math.round((Number(text.slice(0, -1)) / 100) * allowed);
  const [, sign, by] = /^due(?:([+-])(.+))?$/.exec(text) ?? [];
  return by === undefined ? allowed : allowed + (sign === '-' ? -ms(by) : ms(by));
}

const ms = (text: string): number => Number(text.replace('ms', ''));
