import type {SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {sourceStream} from '../draws.ts';

/** Writes each item's preferred agent, -1 where it has none. */
export type FillPreferred = (out: Int32Array, count: number) => void;

/** A share of the items want one agent, each of those named alike. Both draws are taken for every item. */
export function preferredOf({name, preferredAgent}: SourceSpec, context: FeedContext): FillPreferred {
  const agents = new Set<number>();
  for (const group of preferredAgent?.groups ?? []) for (const agent of context.agentsOf(group)) agents.add(agent);
  for (const agent of preferredAgent?.agents ?? []) {
    const id = context.agentId(agent);
    if (id !== undefined) agents.add(id);
  }
  const candidates = [...agents].sort((a, b) => a - b);
  const share = preferredAgent?.share ?? 0;
  if (candidates.length === 0 || share === 0)
    return (out, count) => {
      out.fill(-1, 0, count);
    };
  const uniform = sourceStream(context, name, 'preferred agent');
  return (out, count) => {
    for (let i = 0; i < count; i++) {
      const wants = uniform() < share;
      const agent = candidates[Math.floor(uniform() * candidates.length)];
      out[i] = wants ? agent : -1;
    }
  };
}
