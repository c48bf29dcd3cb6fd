import {formatSpan} from '../../routing/eligibility/index.ts';
import {needsDue} from '../../routing/priority/index.ts';
import type {Check} from './draft.ts';

/** A share of the time allowed, or a value at the SLA, means something only where something is due. */
export const sharesNeedSla: Check = ({scenario, reading}) => {
  // A log that brings due dates of its own may bring them for every item.
  if (scenario.demand.some(({arrivals}) => 'replay' in arrivals && arrivals.replay.columns.due)) return;
  for (const {name, slaMs, priority, distribute} of Object.values(scenario.routing.processes)) {
    if (slaMs !== undefined) continue;
    const at = ['routing', 'processes', name];
    const rule = named(scenario.routing.distribution, distribute);
    const spans = [rule?.preferredAgent?.for, ...(rule?.targets ?? []).map((target) => target.for)];
    const share = spans.find((span) => span && span.share > 0);
    if (share)
      reading.error(
        [...at, 'distribute'],
        `expected \`sla\` in process ${name}: the distribution ${distribute} has a time of ${formatSpan(share)} of it, found none`,
        'add sla: 8h, or give the times of the distribution as durations',
      );
    const curve = named(scenario.routing.priorities, priority.use);
    const [key] = curve ? needsDue(curve) : [];
    if (key !== undefined)
      reading.error(
        [...at, 'priority'],
        `expected \`sla\` in process ${name}: the priority ${priority.use} has ${key}, which counts from it, found none`,
        'add sla: 8h, or use a priority that does not speak of the due date',
      );
  }
};

/** Names may not exist here yet, and `toString` exists of every object. */
const named = <Thing>(things: Readonly<Record<string, Thing>>, name: string): Thing | undefined =>
  Object.hasOwn(things, name) ? things[name] : undefined;
