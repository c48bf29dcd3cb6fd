import type {SourceSpec} from '../scenario.ts';
import {assignments} from './assignments.ts';
import type {Check, Draft} from './draft.ts';

/** What the source never confirms comes back only where its process says after how long. */
export const confirmation: Check = (draft) => {
  for (const source of draft.scenario.demand)
    for (const outcome of source.handling ?? [])
      if (outcome.kind === 'markDone' && outcome.share > 0) judge(draft, source, outcome);
};

function judge({scenario, reading}: Draft, source: SourceSpec, outcome: object): void {
  const reached = assignments(scenario).filter((one) => one.source === source);
  const names = [...new Set(reached.map(({process}) => process))];
  const without = names.filter((name) => scenario.routing.processes[name]?.confirmWithinMs === undefined);
  const [first] = without;
  if (first === undefined) return;
  const path = [...reading.pathOf(outcome), 'then'];
  const hint = `add confirmWithin: 30m to the process ${first}`;
  if (without.length === names.length)
    reading.error(path, 'expected `confirmWithin` in the process: what is never confirmed would never come back', hint);
  else reading.warn(path, `items of ${without.join(', ')} that the source never confirms stay open for ever`, hint);
}
