import {InputError, type Location, type Path, type Problem, sortedProblems} from '../language/problem.ts';
import type {Check} from './checks/draft.ts';
import {PART_CHECKS, WHOLE_CHECKS} from './checks/index.ts';
import {Loader, type TextRead} from './document/load.ts';
import {type Node, placeOf} from './document/node.ts';
import {Reporter} from './document/reporter.ts';
import type {TextFiles} from './files.ts';
import {hashOf} from './hash.ts';
import {readDemand} from './read/demand.ts';
import {readGoals} from './read/goals.ts';
import {checkKeys, Reading} from './read/reading.ts';
import {readNamed, readRouting} from './read/routing.ts';
import {readSettings} from './read/settings.ts';
import type {ParseTable} from './read/table.ts';
import {readWorkforce} from './read/workforce.ts';
import type {RoutingSpec, Scenario} from './scenario.ts';
import {calendarSchema} from './schema/calendars.ts';
import {PARTS, scenarioSchema} from './schema/scenario.ts';
import {SETTINGS} from './schema/settings.ts';
import {shiftSchema} from './schema/shifts.ts';

export interface ReadOptions {
  readonly files: TextFiles;
  readonly parseTable: ParseTable;
  /** Files that stand in for a part, as on the command line. */
  readonly routing?: string | undefined;
  readonly workforce?: string | undefined;
  /** Candidate files, in order: what each holds stands in place of the scenario's own parts. */
  readonly with?: readonly string[] | undefined;
  /** `path=value`, applied in order after everything else. */
  readonly set?: readonly string[] | undefined;
  readonly seed?: string | undefined;
  readonly replications?: number | undefined;
  /** Errors beside which everything else can be judged come back with the warnings. */
  readonly tolerant?: boolean | undefined;
}

export interface ScenarioRead {
  readonly scenario: Scenario;
  readonly warnings: readonly Problem[];
  /** Fingerprint of what was read; the same wherever the files lie. */
  readonly hash: string;
  /** Every text that was read, by the name it was asked for. */
  readonly parts: readonly TextRead[];
}

/**
 * Reads a scenario: its file, the files it names, the parts swapped and the values set; checks all of it.
 * Throws InputError with everything that is wrong, sorted by place; what is only doubtful comes back as warnings.
 */
export function readScenario(entry: string, options: ReadOptions): ScenarioRead {
  const reporter = new Reporter();
  const loader = new Loader(options.files, reporter);
  const sets = options.set ?? [];
  const swapped = {routing: options.routing, workforce: options.workforce};
  const root = loader.load(entry, swapped, options.with ?? [], sets, scenarioSchema);
  if (root === null || reporter.failed) throw new InputError(sortedProblems(reporter.problems));
  const reading = new Reading(root, reporter, loader, options.parseTable);
  reading.tolerant = options.tolerant ?? false;
  const scenario = readParts(reading, reporter, root, entry, options);
  const problems = sortedProblems(reporter.problems);
  if (reporter.failed) throw new InputError(problems);
  return {scenario, warnings: problems, hash: hashOf(loader.reads, sets), parts: loader.reads};
}

function readParts(reading: Reading, reporter: Reporter, root: Node, entry: string, options: ReadOptions): Scenario {
  checkKeys(reading, [], {...SETTINGS, ...PARTS}, undefined);
  const whole = <Part>(read: () => Part): {readonly part: Part; readonly complete: boolean} => {
    const before = reading.errorCount;
    return {part: read(), complete: reading.errorCount === before};
  };
  const settings = readSettings(reading);
  const demand = whole(() => readDemand(reading));
  const routing = whole(() => readRouting(reading));
  const workforce = whole(() => readWorkforce(reading));
  const scenario: Scenario = {
    ...settings,
    name: settings.name ?? nameOf(entry),
    seed: options.seed ?? settings.seed,
    replications: options.replications ?? settings.replications,
    calendars: Object.fromEntries(
      Object.entries(readNamed(reading, ['calendars'], calendarSchema)).map(([name, {open, closed}]) => [
        name,
        {open, closed: closed ?? []},
      ]),
    ),
    demand: demand.part,
    routing: routing.part,
    shifts: readNamed(reading, ['shifts'], shiftSchema),
    workforce: workforce.part,
    goals: readGoals(reading),
    located: {file: entry, locate: (path) => placeOfRule(reading, routing.part, path) ?? placeOf(root, path)},
  };
  const complete = {demand: demand.complete, routing: routing.complete, workforce: workforce.complete};
  const judge = (checks: Readonly<Record<string, Check>>) => {
    for (const [name, check] of Object.entries(checks)) {
      reporter.check = name;
      check({scenario, reading, complete});
    }
    reporter.check = undefined;
  };
  judge(PART_CHECKS);
  if (reading.errorCount === 0) judge(WHOLE_CHECKS);
  return scenario;
}

/** The line of a rule of segmentation that stands in a CSV; undefined of all else. */
function placeOfRule(reading: Reading, routing: RoutingSpec, path: Path): Location | undefined {
  const [part, table, rules, rule] = path;
  if (part !== 'routing' || table !== 'segmentation' || rules !== 'rules') return undefined;
  const csv = reading.tableOf(routing.segmentation);
  const row = csv?.rows[Number(rule)];
  return csv && row && {file: csv.file, line: row.line, column: 1};
}

/** `quick-start` of `scenarios/quick-start/scenario.yaml`, `evening` of `evening.yaml`. */
function nameOf(entry: string): string {
  const [file = '', folder] = entry.split(/[\\/]/).reverse();
  const stem = file.replace(/\.[^.]*$/, '');
  return stem === 'scenario' && folder ? folder : stem;
}
