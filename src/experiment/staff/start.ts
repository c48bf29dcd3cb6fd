import {AGENT} from '../../engine/observer.ts';
import {TIME_STRIDE} from '../../measure/agentTimes.ts';
import type {Facts} from '../../measure/facts.ts';
import type {Loaded} from '../loaded.ts';
import type {Staffing} from './plan.ts';
import type {Post} from './posts.ts';

/** Agents beyond the load, in square roots of it: a usual quality of service. */
const QUALITY = 0.5;

/**
 * Square-root staffing (S. Halfin and W. Whitt, Heavy-Traffic Limits for Queues with Many Exponential Servers,
 * Operations Research 29, 1981): load + QUALITY √load for each post. Its load, in agents, is what its group was busy
 * with in the hours of the post when everybody who may be there was, and so next to nothing was lost or put off.
 *
 * @param everyone a replication of `loaded` with every post at its most.
 */
export function squareRootStaffing(loaded: Loaded, posts: readonly Post[], everyone: Facts): Staffing {
  const {names, roster} = loaded.compiled.model;
  const groups = roster.groupCount;
  const {agentsByInterval, paidMs} = everyone.columns;
  return posts.map(({group, least, most, paidMs: ownMs}) => {
    const index = names.groups.indexOf(group);
    let [busy, own] = [0, 0];
    for (const [interval, ms] of ownMs.entries()) {
      const row = interval * groups + index;
      if (ms <= 0 || !(paidMs[row] > 0)) continue;
      // before the first interval there is a bin of its own
      const at = (row + groups) * TIME_STRIDE;
      const busyMs = (agentsByInterval[at + AGENT.busy] ?? 0) + (agentsByInterval[at + AGENT.ringing] ?? 0);
      busy += (ms * Math.min(busyMs, paidMs[row])) / paidMs[row];
      own += ms;
    }
    const load = own > 0 ? (most * busy) / own : 0;
    return Math.max(least, Math.min(most, Math.ceil(load + QUALITY * Math.sqrt(load))));
  });
}
