import type {Classifier} from '../demand/context.ts';
import type {Problem} from '../language/problem.ts';
import type {Model, Processes, Sources} from '../model/model.ts';
import type {Scenario} from '../scenario/scenario.ts';
import {type People, peopleOf} from '../workforce/people.ts';
import {bringsPreferred, channelsOf, waitsForAgent} from './channels.ts';
import {TableClassifier} from './classifier.ts';
import {bringsOwnValues, curvesOf} from './curves.ts';
import {eligibilityOf} from './eligibility.ts';
import {admitting} from './expiry.ts';
import {compileFindings, problemsOf} from './findings.ts';
import {clocksOf, horizonOf, reportingOf} from './horizon.ts';
import {lifeOf} from './life/index.ts';
import {namesOf} from './names.ts';
import {planOf} from './plan.ts';
import {pullOf} from './pull.ts';
import {rosterOf} from './roster.ts';
import {routeColumns, targetNames} from './routes.ts';
import {selectionOf} from './selection.ts';

/** A scenario ready to run. */
export interface Compiled {
  readonly model: Model;
  /** Adds the report classes it meets to the model. */
  readonly classifier: Classifier;
  readonly people: People;
  /** Profile of an agent while he holds one of his skillsets, for `dutyOf`. */
  profileOf(agent: number, skillset: number): number;
  /** Found when first asked for, as are problems: workers that only run need not ask. */
  readonly warnings: readonly Problem[];
  /** Where there are any the model is not to be run. */
  readonly problems: readonly Problem[];
}

export interface CompileOptions {
  /** Who is there, where the caller has them already. */
  readonly people?: People;
}

/**
 * Names become integers, rules become tables. The scenario is one that reading has accepted: names exist, expressions
 * parse. What can only be seen with everything together is in `problems` and `warnings`.
 */
export function compile(scenario: Scenario, options: CompileOptions = {}): Compiled {
  const people = options.people ?? peopleOf(scenario);
  const plan = planOf(scenario, people);
  const {channels, processes, skills, table, capacity, targets, profiles} = plan;
  const {routes} = table;
  const targetsByProcess = targetNames(scenario, table);
  const eligibility = eligibilityOf(scenario, routes, targets, profiles);
  const reporting = reportingOf(scenario);
  const roster = rosterOf(people, profiles, scenario.workforce);
  const life = lifeOf(scenario, routes, processes);
  const pull = pullOf(scenario);
  const admitted = admitting(scenario, clocksOf(scenario));
  const model: Model = {
    horizon: horizonOf(scenario),
    clocks: admitted.clocks,
    channelCount: channels.length,
    sources: sourcesOf(scenario, channels),
    processes: processesOf(scenario, admitted),
    routes: routeColumns(table, targetsByProcess),
    curves: curvesOf(scenario),
    eligibility,
    capacity: capacity.capacity,
    selection: selectionOf(scenario, routes, targets, profiles, eligibility.maxStages),
    roster,
    reporting,
    names: namesOf(scenario, people, channels, skills, targetsByProcess),
    features: {
      // What is parked waits for its agent alone, as for a preferred one.
      preferred:
        life?.workbins === true ||
        scenario.demand.some(waitsForAgent) ||
        (eligibility.usesPreferred.includes(1) && scenario.demand.some(bringsPreferred)),
      ringing: roster.offers.some(({rings}) => rings),
      retiming: scenario.demand.some(({concurrency}) => concurrency !== undefined),
      holdBack: capacity.capacity.heldFor.some((held) => held !== 0),
      ownValues: bringsOwnValues(scenario) || life?.milestones?.raises === true,
      duty: people.seats.some(({block}) => block.kind !== 'shift' || block.shift !== null),
      redial: scenario.demand.some(({redial}) => redial !== undefined && redial.share > 0 && redial.atMost > 0),
    },
    ...(life && {life}),
    ...(pull && {pull}),
  };
  let found: readonly Problem[] | undefined;
  const problems = (severity: Problem['severity']) => {
    found ??= problemsOf(scenario, compileFindings(scenario));
    return found.filter((problem) => problem.severity === severity);
  };
  return {
    model,
    classifier: new TableClassifier(scenario, table, channels, processes, reporting.classes),
    people,
    profileOf: profiles.profileOf,
    get warnings() {
      return problems('warning');
    },
    get problems() {
      return problems('error');
    },
  };
}

function sourcesOf({demand}: Scenario, channels: readonly string[]): Sources {
  return {
    count: demand.length,
    channel: Int32Array.from(demand, ({channel}) => channels.indexOf(channelsOf(channel)[0] ?? '')),
    slowdown: Float64Array.from(demand, ({concurrency}) => concurrency?.slowdown ?? 0),
    concurrent: Uint8Array.from(demand, ({concurrency}) => (concurrency ? 1 : 0)),
    redialShare: Float64Array.from(demand, ({redial}) => redial?.share ?? 0),
    redialAtMost: Int32Array.from(demand, ({redial}) => redial?.atMost ?? 0),
  };
}

function processesOf(
  {routing, calendars}: Scenario,
  {openClock, rejectsWhenClosed}: ReturnType<typeof admitting>,
): Processes {
  const processes = Object.values(routing.processes);
  const names = Object.keys(calendars);
  /** Calendar time is clock 0; so is a calendar that does not exist. */
  const clock = (name: string | undefined) => (name === undefined ? 0 : names.indexOf(name) + 1);
  return {
    count: processes.length,
    clock: Int32Array.from(processes, (process) => clock(process.clock)),
    slaMs: Float64Array.from(processes, ({slaMs}) => slaMs ?? Number.NaN),
    answerWithinMs: Float64Array.from(processes, ({answerWithinMs}) => answerWithinMs ?? Number.NaN),
    openClock,
    rejectsWhenClosed,
  };
}
