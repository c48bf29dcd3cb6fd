import {InputError} from '../language/problem.ts';
import {shown} from '../language/show.ts';
import {ColumnProfile} from './columnShape.ts';
import {correctionsOf} from './corrections.ts';
import {type Doubt, doubtsOf} from './doubts.ts';
import type {InitOptions, LogFile, LogFindings} from './findings.ts';
import type {LogReading} from './logFacts.ts';
import {outcomesOf} from './outcomes.ts';
import {logColumns} from './recognise.ts';
import {replaySourceOf} from './replaySpec.ts';
import {rolesOf} from './roles.ts';
import {checkWhere, filterText, rowsOf} from './rowChoice.ts';
import {idUseOf, repeatsMeant} from './rowIds.ts';
import {channelOf, sourceNames} from './sourceNames.ts';

interface Surveyed {
  readonly file: LogFile;
  readonly profiles: readonly ColumnProfile[];
}

/** What the columns of each log look like. */
export type Survey = readonly Surveyed[];

/** Looks at every cell of the logs. Throws InputError where one cannot be read, or is no table with a header. */
export function surveyOf(options: InitOptions): Survey {
  const files = [options, ...(options.more ?? [])].map(({path, writtenPath}) => ({path, writtenPath}));
  const survey = files.map((file) => ({file, profiles: profilesOf(options, file)}));
  checkWhere(
    options.where,
    survey.map(({file, profiles}) => ({file, header: profiles.map(({name}) => name)})),
  );
  return survey;
}

/** What can be read in several ways, in any of the logs: for a person to be asked. */
export function doubtsIn(survey: Survey, options: InitOptions): Doubt[] {
  return rolesIn(survey, options).flatMap(({profiles, roles}) => doubtsOf(profiles, roles));
}

/** How each log is to be read: what its columns are, how contacts ended, what its ids are good for. */
export function readingsOf(
  options: InitOptions,
  survey: Survey,
): (LogReading & Pick<LogFindings, 'file' | 'outcomes'>)[] {
  const sources = sourceNames(survey.map(({file}) => file));
  const isOneOfSeveral = survey.length > 1;
  return rolesIn(survey, options).map(({file, profiles, roles}, i) => {
    // What is said of work after contacts comes before what the log shows of it.
    const meant = options.wrapUpMs === undefined ? roles : {...roles, wrapUp: []};
    const log = logColumns(profiles, meant, file.path, options.zone);
    const outcomes = outcomesOf(rowsOf(options, file), log, file.path);
    const ids = options.repeats === undefined ? idUseOf(outcomes.ids) : repeatsMeant(options.repeats, outcomes.ids);
    const named = {source: sources[i], channel: channelOf(file.path), isOneOfSeveral};
    const where = filterText(options.where ?? {}, profiles);
    const {source, replay} = replaySourceOf(log, outcomes, file, {...named, ids, where});
    return {file, outcomes, log, source, replay, ids, queue: isOneOfSeveral ? sources[i] : ''};
  });
}

function rolesIn(survey: Survey, options: InitOptions) {
  for (const {profiles} of survey) for (const profile of profiles) profile.dates = options.dates ?? null;
  const corrections = correctionsOf(survey, options.columns ?? {});
  return survey.map((one, i) => ({...one, roles: rolesOf(one.profiles, corrections[i], one.file.path)}));
}

function profilesOf(options: InitOptions, file: LogFile): ColumnProfile[] {
  const reader = rowsOf(options, file);
  const profiles = reader.header.map((name, index) => new ColumnProfile(name, index));
  checkHeader(reader.header, file.path);
  const widths = new Map<number, number>();
  for (let cells = reader.next(); cells; cells = reader.next()) {
    if (cells.length === profiles.length) for (const profile of profiles) profile.add(cells[profile.index] ?? '');
    else widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  const good = profiles[0]?.rows ?? 0;
  const [width, count] = [...widths].sort(([, a], [, b]) => b - a)[0] ?? [0, 0];
  if (good === 0 || count > good) throw otherWidth(file.path, profiles.length, {good, width, count});
  return profiles;
}

/** Names of columns are no times and no numbers. */
function checkHeader(header: readonly string[], file: string): void {
  const values = header.filter((name) => {
    const cell = new ColumnProfile('', 0);
    cell.add(name);
    return cell.shape.kind !== 'text';
  });
  const isTable = header.length > 1;
  if (isTable && values.length < header.length / 2 && !values.some((name) => /\d[:/.-]\d/.test(name))) return;
  if (!isTable && values.length === 0) return;
  throw problem(
    file,
    `expected names of columns in the first line, found values such as ${shown(values[0])}`,
    'put a line of names above the rows: received,queue,agent,answered,ended',
  );
}

function otherWidth(
  file: string,
  names: number,
  {good, width, count}: {readonly good: number; readonly width: number; readonly count: number},
): InputError {
  const cells = (n: number) => `${n} ${n === 1 ? 'cell' : 'cells'}`;
  if (count === 0)
    return problem(file, 'expected rows under the header, found none', 'is --where too narrow, or the export empty?');
  const found = good === 0 ? 'found none' : `found ${good}`;
  return problem(
    file,
    `expected rows under the header, with ${cells(names)} each as it has, ${found}: ${count} of them have ${width}`,
    names < width
      ? 'is a title above the header? Take out the lines above the names of the columns'
      : 'cells are separated by commas, semicolons, tabs or bars, in the rows as in the header',
  );
}

function problem(file: string, message: string, hint: string): InputError {
  return new InputError([{severity: 'error', at: {file, line: 1, column: 1}, path: '', message, hint}]);
}
