import type {Scenario, SourceSpec} from '../../../scenario/scenario.ts';
import {capacityChanges} from './capacity.ts';
import {type Change, namedChanges} from './change.ts';
import {peopleChanges} from './people.ts';
import {priorityChanges} from './priorities.ts';
import {processChanges} from './processes.ts';
import {ruleChanges} from './rules.ts';
import {targetChanges} from './targets.ts';
import {calendarChanges, shiftChanges} from './timetables.ts';
import {differences} from './values.ts';

export type {Change, Part} from './change.ts';

/** What differs between two configurations, in words, in the order of the parts of a scenario. None: they mean the same. */
export function changesOf(before: Scenario, after: Scenario): Change[] {
  const [old, now] = [before.routing, after.routing];
  return [
    ...ruleChanges(old.segmentation, now.segmentation),
    ...processChanges(old.processes, now.processes),
    ...priorityChanges(before, after),
    ...targetChanges(old.distribution, now.distribution),
    ...capacityChanges(old.capacity, now.capacity),
    ...peopleChanges(before.workforce, after.workforce),
    ...shiftChanges(before.shifts, after.shifts),
    ...calendarChanges(before.calendars, after.calendars),
    ...demandChanges(before.demand, after.demand),
    ...goalChanges(before, after),
    ...settingChanges(before, after),
  ];
}

function demandChanges(before: readonly SourceSpec[], after: readonly SourceSpec[]): Change[] {
  const named = (sources: readonly SourceSpec[]) => Object.fromEntries(sources.map((source) => [source.name, source]));
  return namedChanges('demand', 'source', named(before), named(after), (a, b) =>
    differences(a, b, {name: null, fixed: '', kind: null, path: null}),
  );
}

/** A goal is its words: what it asks, of whom, and its limit. */
function goalChanges(before: Scenario, after: Scenario): Change[] {
  const [old, now] = [before, after].map(({goals}) => goals.map(({text}) => text));
  return [
    ...now
      .filter((text) => !old.includes(text))
      .map((text): Change => ({part: 'goals', kind: 'added', text: `goal: ${text}`})),
    ...old
      .filter((text) => !now.includes(text))
      .map((text): Change => ({part: 'goals', kind: 'removed', text: `goal: ${text}`})),
  ];
}

const SETTINGS = [
  'zone',
  'fromEpochMs',
  'until',
  'warmUpMs',
  'coolDownMs',
  'atEnd',
  'seed',
  'measureAtMs',
  'intervalMs',
  'reportBy',
  'stages',
] as const;

function settingChanges(before: Scenario, after: Scenario): Change[] {
  const settings = (scenario: Scenario) => Object.fromEntries(SETTINGS.map((key) => [key, scenario[key]]));
  return differences(settings(before), settings(after)).map(
    (text): Change => ({part: 'settings', kind: 'changed', text}),
  );
}
