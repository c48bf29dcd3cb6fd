import {STATUS_NAMES, type StatusName} from '../../model/life.ts';
import {OUTCOMES, type OutcomeSpec} from '../handling/index.ts';
import type {ProcessSpec, Scenario, SourceSpec, StageSpec} from '../scenario.ts';
import type {Check, Draft} from './draft.ts';
import {known} from './known.ts';

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

function checkReached({scenario, reading}: Draft, {name, status}: StageSpec): void {
  const visits = scenario.demand.flatMap((source) => outcomesOf(source).map((outcome) => ({source, outcome})));
  if (visits.some(({outcome}) => outcome.stages.includes(name))) return;
  const ofStatus = scenario.stages.filter((stage) => stage.status === status).map((stage) => stage.name);
  const [first] = ofStatus;
  if (first !== name) {
    reading.error(
      ['stages', name],
      `expected an outcome of handling that leads to ${name}, found none: what is ${status} stands in ${first}, the first of its stages`,
      `add stage: ${name} to an outcome`,
      true,
    );
    return;
  }
  const leaves = ({stages: named}: OutcomeSpec) => !ofStatus.some((other) => named.includes(other));
  const isReached =
    reachedWithoutOutcome(scenario).includes(status) ||
    visits.some(({source, outcome}) => leaves(outcome) && statusesAfter(source, outcome).includes(status));
  if (isReached) return;
  const others = ofStatus.length > 1 ? `: every outcome by which one is names another of its stages` : '';
  reading.error(
    ['stages', name],
    `expected something by which an item is ${status}, found nothing${others}`,
    undefined,
    true,
  );
}

/** What is drawn for visits: what is written, and the rest, which is complete. */
function outcomesOf({handling = []}: SourceSpec): OutcomeSpec[] {
  const written = handling.filter(({share}) => share > 0);
  const rest = 1 - written.reduce((sum, {share}) => sum + share, 0);
  return rest > 1e-9 ? [...written, {kind: 'complete', share: rest, spans: {}, stages: []}] : written;
}

/** Statuses an item may stand in after an outcome, until the next. */
function statusesAfter({confirmed}: SourceSpec, {kind}: OutcomeSpec): readonly StatusName[] {
  const leadsTo = OUTCOMES.find((one) => one.kind === kind)?.leadsTo ?? STATUS_NAMES;
  if (confirmed === undefined || !leadsTo.includes('completed')) return leadsTo;
  return [...new Set<StatusName>([...leadsTo, 'awaiting confirmation', 'queued', 'assigned'])];
}

/** Statuses in which items stand before, or without, any outcome. */
function reachedWithoutOutcome({demand, routing}: Scenario): StatusName[] {
  const found: StatusName[] = ['new', 'captured', 'queued', 'assigned'];
  const closes = ({open, whenClosed}: ProcessSpec) => open !== undefined && whenClosed === 'reject';
  if (Object.values(routing.processes).some(closes)) found.push('rejected');
  for (const {patience, arrivals} of demand) {
    const replay = 'replay' in arrivals ? arrivals.replay : null;
    if (patience !== undefined || replay?.columns.patience) found.push('abandoned');
    if (replay?.columns.activate) found.push('held');
    if (replay?.open?.status.length) found.push('held', 'awaiting confirmation');
    if (replay?.commands) found.push('held', 'canceled', 'completed');
  }
  return found;
}
