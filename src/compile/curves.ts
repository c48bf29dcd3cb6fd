import type {Curves, OwnValues} from '../model/curves.ts';
import {type Given, initialOf, isAdditive, piecesOf} from '../routing/priority/index.ts';
import type {PrioritySpec} from '../routing/priority/spec.ts';
import type {OutcomeSpec} from '../scenario/handling/index.ts';
import type {ProcessSpec, Scenario} from '../scenario/scenario.ts';
import {logOf} from './channels.ts';

/** What a process's curve is made for, but for what an item brings. */
export function givenBy({priority, slaMs}: ProcessSpec): Given {
  return {
    ...(priority.from === undefined ? {} : {from: priority.from}),
    ...(priority.to === undefined ? {} : {to: priority.to}),
    allowedMs: slaMs ?? null,
  };
}

export function priorityFor(scenario: Scenario, process: ProcessSpec): PrioritySpec {
  const spec = scenario.routing.priorities[process.priority.use];
  if (!spec) throw new Error(`process ${process.name} uses a priority that does not exist: ${process.priority.use}`);
  return spec;
}

export function curvesOf(scenario: Scenario): Curves {
  const of = Object.values(scenario.routing.processes).map((process) => ({
    spec: priorityFor(scenario, process),
    given: givenBy(process),
  }));
  return {
    shared: of.map(({spec, given}) => piecesOf(spec, given)),
    additive: Uint8Array.from(of, ({spec, given}) => (isAdditive(spec, given) ? 1 : 0)),
    initial: Float64Array.from(of, ({spec, given}) => initialOf(spec, given)),
    ownCurve(process, own) {
      const {spec, given} = of[process];
      return piecesOf(spec, ownGiven(given, own));
    },
  };
}

const ownGiven = (given: Given, own: OwnValues): Given => ({
  ...given,
  ...(Number.isNaN(own.initial) ? {} : {initial: own.initial}),
  allowedMs: Number.isNaN(own.allowedMs) ? given.allowedMs : own.allowedMs,
});

const setsSla = (outcome: OutcomeSpec): boolean =>
  outcome.kind === 'reschedule' && outcome.share > 0 && outcome.slaMs !== undefined;

/** Whether any item may bring an initial value or a due date of its own. */
export function bringsOwnValues(scenario: Scenario): boolean {
  const logs = scenario.demand.map(logOf);
  if (logs.some((log) => log && (log.columns.due !== null || log.columns.priority.length > 0))) return true;
  if (scenario.demand.some(({handling = []}) => handling.some(setsSla))) return true;
  return Object.values(scenario.routing.processes).some((process) => priorityFor(scenario, process).initialFrom);
}
