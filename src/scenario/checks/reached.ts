import {STATUS_NAMES, type StatusName} from '../../model/life.ts';
import {OUTCOMES, type OutcomeSpec} from '../handling/index.ts';
import type {ProcessSpec, Scenario, SourceSpec, StageSpec} from '../scenario.ts';

/** Why no item of some sources ever stands in a stage. */
export interface Unreached {
  readonly message: string;
  readonly hint?: string;
}

/** Null where something reaches it. */
export function whyStageUnreached(
  scenario: Scenario,
  sources: readonly SourceSpec[],
  {name, status}: StageSpec,
): Unreached | null {
  const visits = sources.flatMap((source) => outcomesOf(source).map((outcome) => ({source, outcome})));
  if (visits.some(({outcome}) => outcome.stages.includes(name))) return null;
  const ofStatus = scenario.stages.filter((stage) => stage.status === status).map((stage) => stage.name);
  const [first] = ofStatus;
  if (first !== name)
    return {
      message: `expected an outcome of handling that leads to ${name}, found none: what is ${status} stands in ${first}, the first of its stages`,
      hint: `add stage: ${name} to an outcome`,
    };
  const leaves = ({stages: named}: OutcomeSpec) => !ofStatus.some((other) => named.includes(other));
  const isReached =
    reachedWithoutOutcome(scenario, sources).includes(status) ||
    visits.some(({source, outcome}) => leaves(outcome) && statusesAfter(source, outcome).includes(status));
  if (isReached) return null;
  const others = ofStatus.length > 1 ? `: every outcome by which one is names another of its stages` : '';
  return {message: `expected something by which an item is ${status}, found nothing${others}`};
}

/** Whether items of any of the sources may stand there. */
export const isStatusReached = (scenario: Scenario, sources: readonly SourceSpec[], status: StatusName): boolean =>
  reachedWithoutOutcome(scenario, sources).includes(status) ||
  sources.some((source) => outcomesOf(source).some((outcome) => statusesAfter(source, outcome).includes(status)));

/** What is drawn for visits: what is written, and the rest, which is complete. */
export function outcomesOf({handling = []}: SourceSpec): OutcomeSpec[] {
  const written = handling.filter(({share}) => share > 0);
  const rest = 1 - written.reduce((sum, {share}) => sum + share, 0);
  return rest > 1e-9 ? [...written, {kind: 'complete', share: rest, spans: {}, stages: []}] : written;
}

/** Statuses an item may stand in after an outcome, until the next. */
export function statusesAfter({confirmed}: SourceSpec, {kind}: OutcomeSpec): readonly StatusName[] {
  const leadsTo = OUTCOMES.find((one) => one.kind === kind)?.leadsTo ?? STATUS_NAMES;
  if (confirmed === undefined || !leadsTo.includes('completed')) return leadsTo;
  return [...new Set<StatusName>([...leadsTo, 'awaiting confirmation', 'queued', 'assigned'])];
}

/** Statuses in which items stand before, or without, any outcome. */
function reachedWithoutOutcome({routing}: Scenario, sources: readonly SourceSpec[]): StatusName[] {
  const found: StatusName[] = ['new', 'captured', 'queued', 'assigned'];
  const closes = ({open, whenClosed}: ProcessSpec) => open !== undefined && whenClosed === 'reject';
  if (Object.values(routing.processes).some(closes)) found.push('rejected');
  for (const {patience, arrivals} of sources) {
    const replay = 'replay' in arrivals ? arrivals.replay : null;
    if (patience !== undefined || replay?.columns.patience) found.push('abandoned');
    if (replay?.columns.activate) found.push('held');
    if (replay?.open?.status.length) found.push('held', 'awaiting confirmation');
    if (replay?.commands) found.push('held', 'canceled', 'completed');
  }
  return found;
}
