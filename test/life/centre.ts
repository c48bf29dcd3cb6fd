/** Centres of test/engine whose items have a life after handling, told by hand: what becomes of which visit. */
import type {Simulation} from '../../src/engine/simulation.ts';
import type {Piece} from '../../src/model/curves.ts';
import type {LifeDraws, OutcomeRow} from '../../src/model/life.ts';
import type {Brought, Moved, Moves} from '../../src/model/moves.ts';
import type {CentreSpec} from '../engine/centre.ts';
import {itemLines, simulate} from '../engine/journal.ts';

/** A priority that is the age. */
export const RISING: readonly Piece[] = [{fromMs: 0, value: 0, slopePerMs: 1, periodMs: 0}];

/** One agent, and one item: work of 100 and 10 of wrap-up. */
export const ONE: CentreSpec = {
  routes: [{targets: [{profiles: [0]}]}],
  groups: [{count: 1}],
  sources: [{items: [{at: 0, handle: 100, wrapUp: 10}]}],
};

export interface LifeSpec {
  /** Of every source alike. */
  readonly outcomes: readonly OutcomeRow[];
  /** Route that an item moves to with an outcome, by the process it is in and the visit; initial priority of its own. */
  readonly to?: (outcome: number, process: number, visit: number) => number;
  readonly initial?: number;
  /** By item and visit; 0 the first outcome. */
  readonly outcome?: (number: number, visit: number) => number;
  readonly handle?: (number: number, visit: number) => number;
  readonly wrapUp?: (number: number, visit: number) => number;
  readonly span?: (number: number, visit: number, span: number) => number;
  /** Per process; absent: Infinity. */
  readonly confirm?: readonly number[];
  /** Per route. */
  readonly restarts?: readonly boolean[];
}

/** What is told of items; agents' states and creations left out. `each` looks at the floor every ten milliseconds. */
export function lived(spec: CentreSpec, life: LifeSpec, each?: (simulation: Simulation) => void): string[] {
  const draws: LifeDraws = {
    outcome: (number, _redial, visit) => life.outcome?.(number, visit) ?? 0,
    handleMs: (number, _redial, visit) => life.handle?.(number, visit) ?? 100,
    wrapUpMs: (number, _redial, visit) => life.wrapUp?.(number, visit) ?? 0,
    spanMs: (number, _redial, visit, span) => life.span?.(number, visit, span) ?? 0,
  };
  const movedTo = (brought: Brought, route: number): Moved => ({
    route,
    initial: life.initial ?? brought.priority,
    brought,
  });
  const moves: Moves = {
    reclassified: (brought, outcome, _number, _redial, visit) => movedTo(brought, life.to?.(outcome, -1, visit) ?? 0),
    transferred: (brought, outcome, process) => movedTo(brought, life.to?.(outcome, process, -1) ?? 0),
    reassigned: (brought, process) => movedTo(brought, process),
  };
  const lives: CentreSpec = {
    ...spec,
    processes: (spec.processes ?? [{}]).map((process, p) => ({...process, confirmMs: life.confirm?.[p] ?? Infinity})),
    routes: spec.routes.map((route, r) => ({...route, restartsAfter: life.restarts?.[r] ?? false})),
    sources: spec.sources.map((source) => ({...source, life: {outcomes: life.outcomes, draws, moves}})),
  };
  return itemLines(simulate(lives, each, 10)).filter((line) => !/ (created|assigned)/.test(line));
}
