/** The life of items after handling, as tables. The only place where an outcome is registered with the compiler. */
import type {Life, OutcomeRow} from '../../model/life.ts';
import {type OutcomeSpec, spansOf} from '../../scenario/handling/index.ts';
import type {Scenario, SourceSpec} from '../../scenario/scenario.ts';
import {logOf} from '../channels.ts';
import type {Route} from '../routes.ts';
import {distributionOf} from '../targets.ts';
import {comesBack} from './comesBack.ts';
import {complete} from './complete.ts';
import {leadsOf} from './leads.ts';
import {markDone} from './markDone.ts';
import {milestonesOf} from './milestones.ts';
import {hasOpenings, openingsOf} from './openings.ts';
import type {OutcomeContext} from './outcome.ts';
import {park} from './park.ts';
import {pending} from './pending.ts';
import {reclassify} from './reclassify.ts';
import {reschedule} from './reschedule.ts';
import {stagesOf} from './stages.ts';
import {transfer} from './transfer.ts';
import {workOrder} from './workOrder.ts';

type Kinds = {
  readonly [Kind in OutcomeSpec['kind']]: (
    spec: Extract<OutcomeSpec, {kind: Kind}>,
    context: OutcomeContext,
  ) => OutcomeRow;
};

const KINDS: Kinds = {
  comesBack,
  complete,
  markDone,
  park,
  pending,
  reclassify,
  reschedule,
  transfer,
  workOrder,
};

/** What is complete where a source says nothing else; also the rest of its shares. */
const REST: OutcomeSpec = {kind: 'complete', share: 1, spans: {}, stages: []};

/** Undefined where every item is complete when handling ends: the engine then has nothing to ask. */
export function lifeOf(scenario: Scenario, routes: readonly Route[], processes: readonly string[]): Life | undefined {
  const milestones = milestonesOf(scenario);
  const leads = leadsOf(scenario);
  const activates = scenario.demand.some((source) => activatesOf(source));
  const commands = scenario.demand.some((source) => logOf(source)?.commands !== undefined);
  const pulls = Object.values(scenario.routing.processes).some(({pull}) => pull !== undefined);
  if (
    !activates &&
    !hasOpenings(scenario) &&
    !commands &&
    !pulls &&
    !scenario.demand.some(hasLife) &&
    scenario.stages.length === 0 &&
    !milestones &&
    !leads
  )
    return undefined;
  const sourceOf = (name: string) => scenario.demand.findIndex((source) => source.name === name);
  const opened = Uint8Array.from(scenario.demand, ({arrivals}) => (arrivals.kind === 'opened' ? 1 : 0));
  const rows = scenario.demand.map((source) => rowsOf(source, processes, sourceOf));
  const opening = openingsOf(scenario, rows);
  const stages = stagesOf(scenario.stages, scenario.demand.flatMap(outcomesOf), opening?.more.length ?? 0);
  const first = new Int32Array(rows.length);
  for (let source = 1; source < rows.length; source++) first[source] = first[source - 1] + rows[source - 1].length;
  return {
    first,
    outcomes: [...rows.flat(), ...(opening?.more ?? [])],
    confirmMs: Float64Array.from(
      Object.values(scenario.routing.processes),
      ({confirmWithinMs}) => confirmWithinMs ?? Infinity,
    ),
    restarts: Uint8Array.from(routes, ({process}) =>
      distributionOf(scenario, process).onReturn.handled === 'restart' ? 1 : 0,
    ),
    ...((opening !== null || rows.flat().some(({kind}) => kind === 'park')) && {workbins: true}),
    ...(opening && {openings: opening.openings}),
    ...(opened.includes(1) && {opened}),
    ...(leads && {leads}),
    ...(activates && {activates}),
    ...(commands && {commands}),
    ...(milestones && {milestones}),
    ...(stages && {stages}),
  };
}

/** Whether a log brings activation dates, or rows that are rejected for want of an id. */
function activatesOf(source: SourceSpec): boolean {
  const log = logOf(source);
  return log !== null && (log.columns.activate !== undefined || log.withoutId === 'reject');
}

const hasLife = ({handling = [], confirmed, markDone}: SourceSpec): boolean =>
  confirmed !== undefined ||
  markDone === 'disabled' ||
  handling.some(({kind, share}) => kind !== 'complete' && share > 0);

/** As written, the rest last: the order in which demand draws them. */
const outcomesOf = ({handling = []}: SourceSpec): OutcomeSpec[] => [...handling, REST];

function rowsOf(source: SourceSpec, processes: readonly string[], sourceOf: (name: string) => number): OutcomeRow[] {
  const spans = spansOf(source);
  return outcomesOf(source).map((spec, at) => {
    const span = (name: string) => spans.findIndex((one) => one.name === name && (one.of ?? spec) === spec);
    const context: OutcomeContext = {source, at, span, processes, sourceOf};
    return (KINDS[spec.kind] as (spec: OutcomeSpec, context: OutcomeContext) => OutcomeRow)(spec, context);
  });
}
