import type {Piece} from '../model/curves.ts';
import {crossovers} from '../routing/priority/crossover.ts';
import {piecesOf, priorityOf} from '../routing/priority/index.ts';
import type {Scenario} from '../scenario/scenario.ts';
import {channelsOf} from './channels.ts';
import {givenBy, priorityFor} from './curves.ts';
import {outcomesFor} from './routes.ts';

/** Where curves end that nothing ends: ages are drawn up to half as much again as the longest time that matters. */
const SHORTEST_MS = 3_600_000;
/** Corners of one stretch of ticks; more are drawn as the line they follow. */
const MOST_TICKS = 200;

/** The priority curves of a scenario as corners of lines, and where they cross (src/measure/results.ts has its type). */
export interface CurveCorners {
  readonly curves: readonly {
    readonly process: string;
    readonly channels: readonly string[];
    readonly clock: string | null;
    readonly slaSeconds: number | null;
    readonly ageSeconds: readonly number[];
    readonly priority: readonly number[];
  }[];
  readonly crossings: readonly {
    readonly over: string;
    readonly under: string;
    readonly atAgeSeconds: number;
    readonly priority: number;
  }[];
}

interface Curve {
  readonly process: string;
  readonly channels: readonly string[];
  readonly clock: string | null;
  readonly slaMs: number | undefined;
  readonly pieces: readonly Piece[];
}

/** Curves of the processes that items can come to, on their own clocks; those of one clock are compared at equal age. */
export function priorityCurvesOf(scenario: Scenario): CurveCorners {
  const channels = channelsByProcess(scenario);
  const curves = Object.values(scenario.routing.processes)
    .filter(({name}) => channels.has(name))
    .map(
      (process): Curve => ({
        process: process.name,
        channels: [...(channels.get(process.name) ?? [])],
        clock: process.clock ?? null,
        slaMs: process.slaMs,
        pieces: piecesOf(priorityFor(scenario, process), givenBy(process)),
      }),
    );
  const untilMs =
    1.5 * Math.max(SHORTEST_MS, ...curves.map(({pieces, slaMs}) => Math.max(pieces.at(-1)?.fromMs ?? 0, slaMs ?? 0)));
  return {
    curves: curves.map(({slaMs, pieces, ...curve}) => {
      const corners = cornersOf(pieces, untilMs);
      return {
        ...curve,
        slaSeconds: slaMs === undefined ? null : slaMs / 1000,
        ageSeconds: corners.map(([ageMs]) => ageMs / 1000),
        priority: corners.map(([, priority]) => priority),
      };
    }),
    crossings: curves.flatMap((a, index) => curves.slice(index + 1).flatMap((b) => crossingsOf(a, b, untilMs))),
  };
}

function channelsByProcess(scenario: Scenario): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const source of scenario.demand)
    for (const channel of channelsOf(source.channel))
      for (const {outcome} of outcomesFor(scenario, source, channel))
        found.set(outcome.process, (found.get(outcome.process) ?? new Set()).add(channel));
  return found;
}

/** A step is two corners of one age. */
function cornersOf(pieces: readonly Piece[], untilMs: number): [age: number, priority: number][] {
  const corners = pieces.flatMap((piece, index) => {
    const end = Math.min(untilMs, pieces[index + 1]?.fromMs ?? untilMs);
    const ages = [piece.fromMs, ...ticksBefore(piece, end)];
    return ages.flatMap((age, tick): [number, number][] => {
      const until = ages[tick + 1] ?? end;
      // Where ticks are too many to draw, the line through them is drawn.
      const isLine = piece.periodMs === 0 || ages.length === 1;
      const last = isLine ? piece.value + piece.slopePerMs * (until - piece.fromMs) : priorityOf([piece], age);
      return [
        [age, priorityOf([piece], age)],
        [until, piece.slopePerMs === 0 ? piece.value : last],
      ];
    });
  });
  return corners.filter(([age, priority], index) => {
    const before = corners[index - 1];
    return before === undefined || before[0] !== age || before[1] !== priority;
  });
}

function ticksBefore({fromMs, periodMs, slopePerMs}: Piece, endMs: number): number[] {
  if (periodMs === 0 || slopePerMs === 0) return [];
  const count = Math.max(0, Math.ceil((endMs - fromMs) / periodMs) - 1);
  return count > MOST_TICKS ? [] : Array.from({length: count}, (_, tick) => fromMs + (tick + 1) * periodMs);
}

function crossingsOf(a: Curve, b: Curve, untilMs: number): CurveCorners['crossings'] {
  if (a.clock !== b.clock) return [];
  const drawn = (pieces: readonly Piece[]) => pieces.map((piece) => (isFine(piece) ? {...piece, periodMs: 0} : piece));
  const [first, second] = [drawn(a.pieces), drawn(b.pieces)];
  const leads = crossovers(first, second, untilMs).filter((lead) => lead.first !== 0);
  return leads.slice(1).flatMap((lead, index) => {
    if (lead.first === leads[index].first) return [];
    const [over, under] = lead.first === 1 ? [a, b] : [b, a];
    const priority = priorityOf(lead.first === 1 ? first : second, lead.fromMs);
    return [{over: over.process, under: under.process, atAgeSeconds: lead.fromMs / 1000, priority}];
  });
}

/** Ticks of a minute and less are a line to the eye, and too many to try one by one. */
const isFine = ({periodMs}: Piece) => periodMs > 0 && periodMs < 60_000;
