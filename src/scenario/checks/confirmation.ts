import type {SourceSpec} from '../scenario.ts';
import {assignments} from './assignments.ts';
import type {Check, Draft} from './draft.ts';

/** What the source never confirms comes back only where its process says after how long. */
export const confirmation: Check = (draft) => {
  for (const source of draft.scenario.demand) if (source.markDone === 'disabled') judgeDisabled(draft, source);
  for (const source of draft.scenario.demand)
    for (const outcome of source.handling ?? [])
      if (outcome.kind === 'markDone' && outcome.share > 0 && source.markDone !== 'disabled')
        judge(draft, source, outcome);
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

/** Where only the source completes, it must say when; and nobody can mark anything done by accident. */
function judgeDisabled({reading}: Draft, source: SourceSpec): void {
  const {arrivals, confirmed, handling = []} = source;
  const path = [...reading.pathOf(source), 'markDone'];
  if (confirmed === undefined && !('replay' in arrivals && arrivals.replay.commands !== undefined))
    reading.error(
      path,
      'expected `confirmed`, or commands beside the log: nobody else completes these items',
      'confirmed: { exponential: { mean: 5m } }',
    );
  if (handling.some(({kind, share}) => kind === 'markDone' && share > 0))
    reading.warn(path, 'nobody marks an item done by accident: `then: markDone` is as complete here');
}
