import {InputError} from '../language/problem.ts';
import {shown} from '../language/show.ts';
import type {DurationColumn, InstantColumn} from '../scenario/scenario.ts';
import {unitIn} from './columnName.ts';
import type {ColumnProfile} from './columnShape.ts';
import {doubtsOf, doubtText} from './doubts.ts';
import {ROLES, type RoleName, type Roles} from './roles.ts';

/** What is known of a log after looking at its columns. Names of columns; [] where there is none. */
export interface LogColumns {
  readonly roles: Roles;
  /** IANA zone of its times. */
  readonly zone: string;
  /** Of all its timestamps; null: ISO 8601. */
  readonly format: string | null;
  readonly arrived: InstantColumn;
  readonly answered: InstantColumn | null;
  readonly ended: InstantColumn | null;
  readonly wait: DurationColumn | null;
  readonly handleTime: DurationColumn | null;
  readonly wrapUp: DurationColumn | null;
  /** What counts as empty, as far as a single column shows it. */
  readonly empty: readonly string[];
  readonly remarks: readonly string[];
  /** Columns of no role. */
  readonly unused: readonly ColumnProfile[];
}

/** A time of day that stands for "did not happen" where it is more frequent than chance would have it. */
const MIDNIGHT = ['0:00:00', '00:00:00', '0:00', '00:00'];
const SUSPICIOUS_SHARE = 0.01;

/** Puts the roles of columns together to a reading. Throws InputError where a log cannot be replayed with these columns. */
export function logColumns(profiles: readonly ColumnProfile[], roles: Roles, file: string, zone: string): LogColumns {
  const empty = emptyWords(profiles);
  const arrivedColumns = columnsOfArrival(profiles, roles, empty);
  const [first] = arrivedColumns;
  const [named] = roles.arrived;
  if (!first && named) throw notTimes(file, named);
  if (!first) throw missing(file, 'arrived', 'the columns that look like times are', timesAmong(profiles));
  const [date] = roles.date;
  const isTime = first.shape.kind === 'time';
  if (isTime && !date) throw missing(file, 'date', 'times stand alone; the columns are', profiles);
  const shape = first.shape;
  const format = 'format' in shape ? shape.format : null;
  const alike = (columns: readonly ColumnProfile[]) =>
    columns.filter((column) => 'format' in column.shape && column.shape.format === format);
  const instant = (columns: readonly ColumnProfile[]): InstantColumn | null => {
    const names = alike(columns).map((column) => column.name);
    if (names.length === 0) return null;
    return isTime && date ? {kind: 'dateAndTime', date: [date.name], time: names} : {kind: 'instant', column: names};
  };
  const arrived = instant(arrivedColumns);
  const answered = instant(roles.answered);
  const ended = instant(roles.ended);
  const waits = roles.arrived.length + roles.queued.length > 0;
  if (arrived === null) throw new Error('a column of arrival is not like itself');
  return {
    roles,
    zone,
    format: isTime && date && 'format' in date.shape ? `${date.shape.format} ${format}` : format,
    arrived,
    answered,
    ended,
    wait: written(roles.wait) ?? (waits ? between(arrived, instant([...roles.answered, ...roles.ended])) : null),
    handleTime: between(answered, ended) ?? written(roles.handleTime),
    wrapUp: written(roles.wrapUp),
    empty,
    remarks: remarksOn(profiles, roles),
    unused: profiles.filter((column) => ![...arrivedColumns, ...Object.values(roles).flat()].includes(column)),
  };
}

/** When it came in; else when it began to wait, or was answered at once; else the times written before those. */
function columnsOfArrival(
  profiles: readonly ColumnProfile[],
  {arrived, queued, answered}: Roles,
  empty: readonly string[],
): readonly ColumnProfile[] {
  const columns = [...arrived, ...queued, ...answered];
  const isFilled = (column: ColumnProfile) =>
    column.filled === column.rows && empty.every((word) => column.shareOf(word) === 0);
  const [main] = columns;
  if (!main) return [];
  const before = profiles
    .filter((column) => column.index < main.index && column.shape.kind === main.shape.kind && !columns.includes(column))
    .reverse();
  const list: ColumnProfile[] = [];
  for (const column of [...columns, ...before]) {
    if (!('format' in column.shape && 'format' in main.shape && column.shape.format === main.shape.format)) continue;
    list.push(column);
    if (isFilled(column)) break;
  }
  return list;
}

function emptyWords(profiles: readonly ColumnProfile[]): string[] {
  const words = new Set(['']);
  for (const profile of profiles) {
    for (const word of profile.nothing) words.add(word);
    if (profile.shape.kind === 'time')
      for (const word of MIDNIGHT) if (profile.shareOf(word) > SUSPICIOUS_SHARE) words.add(word);
  }
  return [...words];
}

function written([column]: readonly ColumnProfile[]): DurationColumn | null {
  return column ? {kind: 'column', column: [column.name], unitMs: unitIn(column.name)} : null;
}

function between(from: InstantColumn | null, to: InstantColumn | null): DurationColumn | null {
  return from && to ? {kind: 'difference', from, to} : null;
}

function remarksOn(profiles: readonly ColumnProfile[], roles: Roles): string[] {
  return [
    ...doubtsOf(profiles, roles).map(doubtText),
    ...shortClocks([...roles.wait, ...roles.handleTime, ...roles.wrapUp]),
  ];
}

/** 3:25 may be hours and minutes, or minutes and seconds. */
function shortClocks(columns: readonly ColumnProfile[]): string[] {
  return columns.flatMap(({name, values}) => {
    const [example] = [...values.keys()].filter((value) => /^\d+:\d\d$/.test(value));
    return example === undefined ? [] : [`Durations in \`${name}\` such as ${example} are read as hours and minutes.`];
  });
}

const timesAmong = (profiles: readonly ColumnProfile[]) =>
  profiles.filter((profile) => ['instant', 'time', 'date'].includes(profile.shape.kind));

/** A column that was said to hold the arrivals, and does not look like it. */
function notTimes(file: string, {name, filled, values}: ColumnProfile): InputError {
  const [example] = values.keys();
  const found = filled === 0 ? 'nothing' : `values such as ${shown(example)}`;
  return problem(
    file,
    `expected times in the column ${shown(name)} of arrivals, found ${found}`,
    'name another: --column arrived=…',
  );
}

function missing(file: string, role: RoleName, found: string, columns: readonly ColumnProfile[]): InputError {
  const names = columns.map((column) => column.name).join(', ');
  return problem(
    file,
    `expected a column for \`${role}\` (${ROLES[role].doc}), recognised none`,
    `name it: --column ${role}=…; ${found} ${names || 'none'}`,
  );
}

function problem(file: string, message: string, hint: string): InputError {
  return new InputError([{severity: 'error', at: {file, line: 1, column: 1}, path: '', message, hint}]);
}
