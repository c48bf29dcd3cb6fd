import type {Piece} from '../model/curves.ts';
import type {ProcessSpec} from '../scenario/scenario.ts';
import type {LintContext, Served} from './context.ts';

/** A process with its curve. */
export interface Ranked {
  readonly served: Served;
  readonly spec: ProcessSpec;
  readonly pieces: readonly Piece[];
}

export const rankedOf = (context: LintContext): Ranked[] =>
  context.served.map((served) => {
    const {processes} = context.scenario.routing;
    return {
      served,
      spec: processes[served.process],
      pieces: context.compiled.model.curves.shared[Object.keys(processes).indexOf(served.process)],
    };
  });

/** Processes that others of another channel compete with: some agent may take both. */
export function rivalsOf({served}: Ranked, all: readonly Ranked[]): Ranked[] {
  const agents = served.stages.at(-1) ?? new Set<number>();
  return all.filter(
    (other) =>
      other.served !== served &&
      !other.served.channels.some((channel) => served.channels.includes(channel)) &&
      [...(other.served.stages.at(-1) ?? [])].some((profile) => agents.has(profile)),
  );
}

/** Whether a curve moves with age. */
export const moves = (pieces: readonly Piece[]): boolean =>
  pieces.length > 1 || pieces.some(({slopePerMs}) => slopePerMs !== 0);
