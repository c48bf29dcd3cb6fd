import type {Uniform} from '../../random/streams.ts';
import type {SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {sourceDraws, sourceStream} from '../draws.ts';

/** Writes each item's preferred agent, -1 where it has none. */
export type FillPreferred = (out: Int32Array, count: number) => void;

/** A share of the items want one agent, each of those named alike. Both draws are taken for every item. */
export function preferredOf(source: SourceSpec, context: FeedContext): FillPreferred {
  const {share, candidates} = wishOf(source, context);
  if (candidates.length === 0)
    return (out, count) => {
      out.fill(-1, 0, count);
    };
  const uniform = sourceStream(context, source.name, 'preferred agent');
  return (out, count) => {
    for (let i = 0; i < count; i++) out[i] = drawn(uniform, share, candidates);
  };
}

/** The same by the number of an item, so that what else is in its log changes nothing. */
export function preferredByNumber(source: SourceSpec, context: FeedContext): (number: number) => number {
  const {share, candidates} = wishOf(source, context);
  if (candidates.length === 0) return () => -1;
  const draws = sourceDraws(context, source.name, 'replayed', 'preferred agent');
  return (number) => drawn(draws.at(number), share, candidates);
}

function drawn(uniform: Uniform, share: number, candidates: readonly number[]): number {
  const wants = uniform() < share;
  const agent = candidates[Math.floor(uniform() * candidates.length)];
  return wants ? agent : -1;
}

/** Agents in ascending order; none where no item wants any. */
function wishOf({preferredAgent}: SourceSpec, context: FeedContext): {share: number; candidates: readonly number[]} {
  const share = preferredAgent?.share ?? 0;
  const agents = new Set<number>();
  if (share > 0) {
    for (const group of preferredAgent?.groups ?? []) for (const agent of context.agentsOf(group)) agents.add(agent);
    for (const agent of preferredAgent?.agents ?? []) {
      const id = context.agentId(agent);
      if (id !== undefined) agents.add(id);
    }
  }
  return {share, candidates: [...agents].sort((a, b) => a - b)};
}
