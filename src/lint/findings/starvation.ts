import {BusinessClock} from '../../calendar/index.ts';
import {formatDuration} from '../../language/duration.ts';
import type {ProcessSpec} from '../../scenario/scenario.ts';
import {foundTogether, type OfProcess} from '../alike.ts';
import {comingTo} from '../arrivals.ts';
import type {LintContext, Served} from '../context.ts';
import type {FindingKind} from '../finding.ts';
import {opensMs} from '../opening.ts';
import type {Stretch} from '../presence.ts';
import {weekText} from '../weekText.ts';
import {percent} from '../words.ts';

/** Between comings and goings arrivals are looked at by the quarter of an hour. */
const CELL_MS = 15 * 60_000;

export const starvation: FindingKind = {
  code: 'starvation',
  title: 'Hours in which items come and nobody who may take them is on duty',
  severity: 'warning',
  doc: 'To the minute, in a typical week as scheduled: shifts less breaks, before absence. Of live contacts every stretch in which some arrive while no agent of any target is at work; or none of the first target, where the next opens only after `answerWithin`. Of deferred work the stretches in which an item runs out of its whole SLA before anybody comes. With the share of the week’s arrivals that fall into them.',
  find(context) {
    // Nobody at all has been told.
    if (context.plan.people.agents.length === 0) return [];
    const starving = context.served.flatMap((served) => {
      const last = served.stages.at(-1);
      // Targets without anybody have been told.
      if (last === undefined || last.size === 0) return [];
      return served.isLive ? live(context, served) : deferred(context, served);
    });
    return foundTogether(starving);
  },
};

interface Cells {
  readonly edgesMs: readonly number[];
  readonly items: Float64Array;
  /** Where it is open: rejected items starve nobody. */
  readonly open: readonly boolean[];
  /** A log brings items at hours nobody knows: at any, while a process with opening hours is open. */
  readonly fromLog: boolean;
}

function cellsOf(context: LintContext, served: Served): Cells {
  const {process, stages} = served;
  const {scenario, presence} = context;
  const {fromMs, toMs} = presence;
  const grid = Array.from({length: Math.ceil((toMs - fromMs) / CELL_MS)}, (_, cell) => fromMs + cell * CELL_MS);
  const clock = clockOf(context, scenario.routing.processes[process].open);
  const opening = clock.open ? [...clock.open.fromMs, ...clock.open.toMs] : [];
  const changes = stages.flatMap((of) => presence.changes(of));
  const inside = [...grid, ...opening, ...changes, toMs].filter((at) => at >= fromMs && at <= toMs);
  const edgesMs = [...new Set(inside)].sort((a, b) => a - b);
  const business = new BusinessClock(clock);
  const {items, hasLog} = comingTo(context, served, edgesMs);
  const fromLog = hasLog && clock.open !== null;
  return {edgesMs, items, open: edgesMs.slice(0, -1).map((at) => business.isOpen(at)), fromLog};
}

function clockOf({scenario, compiled}: LintContext, calendar: string | undefined) {
  const index = calendar === undefined ? 0 : Object.keys(scenario.calendars).indexOf(calendar) + 1;
  return compiled.model.clocks[index];
}

function live(context: LintContext, served: Served): OfProcess[] {
  const {scenario, presence} = context;
  const {process, stages} = served;
  const spec = scenario.routing.processes[process];
  const cells = cellsOf(context, served);
  const opens = opensMs(scenario, spec);
  const nobody = stretchesWhere(cells, (at) => presence.count(stages.at(-1) ?? new Set(), at) === 0);
  if (nobody.stretches.length > 0)
    return [
      found(
        context,
        process,
        nobody,
        (names) => `nobody who may take ${names} is on duty`,
        'move a break or a shift, or close',
      ),
    ];
  // The first that opens in time must have somebody too.
  const late = opens.findIndex((ms) => ms >= (spec.answerWithinMs ?? Number.POSITIVE_INFINITY));
  if (late <= 0 || stages.length !== opens.length) return [];
  const early = stretchesWhere(cells, (at) => presence.count(stages[late - 1], at) === 0);
  if (early.stretches.length === 0) return [];
  return [
    found(
      context,
      process,
      early,
      (names) =>
        `nobody is on duty for ${names} until target ${late + 1} opens after ${formatDuration(opens[late])}, past the answerWithin of ${formatDuration(spec.answerWithinMs ?? 0)}`,
      'open the next target earlier, or put somebody of the first on duty',
    ),
  ];
}

interface Starved {
  readonly stretches: readonly Stretch[];
  /** Null where only a log knows. */
  readonly share: number | null;
}

/** Stretches of cells in which something comes and it is true; adjacent ones are one. */
function stretchesWhere({edgesMs, items, open, fromLog}: Cells, isTrue: (atMs: number) => boolean): Starved {
  const stretches: {fromMs: number; toMs: number}[] = [];
  let starved = 0;
  let all = 0;
  for (const [cell, count] of items.entries()) {
    if (!open[cell] || (count <= 0 && !fromLog)) continue;
    all += count;
    const fromMs = edgesMs[cell];
    if (!isTrue(fromMs)) continue;
    starved += count;
    const last = stretches.at(-1);
    if (last?.toMs === fromMs) last.toMs = edgesMs[cell + 1];
    else stretches.push({fromMs, toMs: edgesMs[cell + 1]});
  }
  return {stretches, share: fromLog || all === 0 ? null : starved / all};
}

function found(
  {scenario}: LintContext,
  process: string,
  {stretches, share}: Starved,
  what: (names: string) => string,
  suggestion: string,
): OfProcess {
  const text = weekText(scenario, stretches);
  const arriving = share === null ? '' : `, when ${percent(share)} of its items arrive`;
  return {
    process,
    key: `${what('')} ${text} ${arriving}`,
    found: (names) => ({
      path: ['routing', 'processes', process],
      message: `${what(names)}, ${text}${names === process ? arriving : arriving.replace('its', 'their')}`,
      counterExample: {kind: 'windows', text, windows: stretches, share},
      suggestion,
    }),
  };
}

/** Stretches without anybody in which an item that comes at their beginning is late before anybody is there. */
function deferred(context: LintContext, served: Served): OfProcess[] {
  const {scenario, presence} = context;
  const spec = scenario.routing.processes[served.process];
  const {slaMs} = spec;
  if (slaMs === undefined) return [];
  const clock = new BusinessClock(clockOf(context, spec.clock));
  const {stages} = served;
  const lost = presence
    .gaps(stages.at(-1) ?? new Set())
    .filter(({fromMs}) => fromMs < presence.toMs)
    .flatMap((gap) => latePart(clock, gap, spec))
    .map(({fromMs, toMs}) => ({fromMs, toMs: Math.min(toMs, presence.toMs)}))
    .filter(({fromMs, toMs}) => fromMs < toMs);
  if (lost.length === 0) return [];
  const cells = cellsOf(context, served);
  const starved = stretchesWhere(cells, (at) => lost.some(({fromMs, toMs}) => fromMs <= at && at < toMs));
  if (starved.stretches.length === 0) return [];
  return [
    found(
      context,
      served.process,
      starved,
      (names) =>
        `what comes for ${names} is past the sla of ${formatDuration(slaMs)} before anybody who may take it is on duty`,
      'put somebody on duty, or let the SLA run on a clock of business hours',
    ),
  ];
}

/** Arrivals of a gap that are due before it ends: up to the SLA before the end, on the clock. */
function latePart(clock: BusinessClock, {fromMs, toMs}: Stretch, {slaMs = 0}: ProcessSpec): Stretch[] {
  const endShows = clock.at(toMs);
  if (endShows - clock.at(fromMs) <= slaMs) return [];
  return [{fromMs, toMs: Math.min(toMs, clock.wallOf(endShows - slaMs))}];
}
