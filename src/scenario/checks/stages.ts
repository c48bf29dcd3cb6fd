import {STATUS_NAMES, type StatusName} from '../../model/life.ts';
import type {OutcomeSpec} from '../handling/index.ts';
import type {SourceSpec, StageSpec} from '../scenario.ts';
import type {Check, Draft} from './draft.ts';
import {known} from './known.ts';
import {outcomesOf, statusesAfter, whyStageUnreached} from './reached.ts';

/** Stages of the scenario's own: that those named exist and can be stood in, and that something reaches each. */
export const stages: Check = (draft) => {
  const {scenario, reading} = draft;
  const before = reading.errorCount;
  checkNames(draft);
  for (const source of scenario.demand) for (const outcome of outcomesOf(source)) checkNamed(draft, source, outcome);
  if (reading.errorCount > before) return;
  for (const stage of scenario.stages) checkReached(draft, stage);
};

/** A name is not that of another status: reports would say both. */
function checkNames({scenario, reading}: Draft): void {
  for (const {name, status} of scenario.stages)
    if (name !== status && STATUS_NAMES.some((one) => one === name))
      reading.error(
        ['stages', name],
        `expected a name of its own: ${name} is a status, and not ${status}`,
        undefined,
        true,
      );
}

/** What an outcome names: stages there are, of statuses it leads to, one of each. */
function checkNamed({scenario, reading}: Draft, source: SourceSpec, outcome: OutcomeSpec): void {
  const path = [...reading.pathOf(outcome), 'stage'];
  const taken = new Map<StatusName, string>();
  for (const name of outcome.stages) {
    const stage = scenario.stages.find((one) => one.name === name);
    if (stage === undefined) {
      known(
        reading,
        path,
        'stage',
        name,
        scenario.stages.map((one) => one.name),
      );
      continue;
    }
    const {status} = stage;
    const leadsTo = statusesAfter(source, outcome);
    if (!leadsTo.includes(status))
      reading.error(
        path,
        `expected a stage that is ${leadsTo.join(' or ')} after ${outcome.kind}, found ${name}, which is ${status}`,
        fitting(scenario.stages, leadsTo),
      );
    const other = taken.get(status);
    if (other !== undefined)
      reading.error(path, `expected one stage of each status, found ${other} and ${name}, which are both ${status}`);
    taken.set(status, name);
  }
}

function fitting(all: readonly StageSpec[], leadsTo: readonly StatusName[]): string | undefined {
  const names = all.filter(({status}) => leadsTo.includes(status)).map(({name}) => name);
  return names.length === 0 ? undefined : `there are ${names.join(', ')}`;
}

function checkReached({scenario, reading}: Draft, stage: StageSpec): void {
  const why = whyStageUnreached(scenario, scenario.demand, stage);
  if (why) reading.error(['stages', stage.name], why.message, why.hint, true);
}
