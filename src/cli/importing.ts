import {basename, extname, join, relative} from 'node:path';
import type {FileEntry} from '../files/index.ts';
import type {Findings, InitOptions} from '../importers/index.ts';
import {nearest} from '../language/nearest.ts';
import {printable} from '../language/show.ts';
import type {Surroundings} from './command.ts';
import {answersTo} from './doubts.ts';
import {EXIT, type ExitCode} from './exitCodes.ts';
import {calibratedTo, reportFidelity} from './fidelity.ts';
import {generatedTwin} from './generatedTwin.ts';
import {durationOption, pairs} from './pairs.ts';
import type {Terminal} from './terminal.ts';
import {NO_FILE, UsageError} from './usage.ts';

/** What `preroute init` is asked for. */
export interface InitValues {
  readonly files: readonly string[];
  readonly out?: string | undefined;
  readonly name?: string | undefined;
  readonly zone?: string | undefined;
  readonly column?: string[] | undefined;
  readonly where?: string[] | undefined;
  readonly dates?: 'day-first' | 'month-first' | undefined;
  readonly repeats?: 'visit' | 'reject' | 'item' | undefined;
  readonly break?: string | undefined;
  readonly 'wrap-up'?: string | undefined;
  readonly 'answer-within'?: string | undefined;
  readonly credit?: string[] | undefined;
  readonly 'keep-names'?: boolean | undefined;
  readonly generate?: boolean | undefined;
  readonly report?: boolean | undefined;
  readonly calibrate?: boolean | undefined;
  readonly force?: boolean | undefined;
}

/** Reads the logs, says what it found in them and writes the scenario. */
export async function importLogs(values: InitValues, {terminal}: Surroundings): Promise<ExitCode> {
  const [first] = values.files;
  if (first === undefined) throw new UsageError(NO_FILE);
  const [{filesOf, foundText, stamped}, {openRows, writeFiles}] = await Promise.all([
    import('../importers/index.ts'),
    import('../files/index.ts'),
  ]);
  const stem = basename(first, extname(first));
  const out = values.out ?? stem;
  const options: InitOptions = {
    ...optionsOf(values, first, out),
    zone: await zoneOf(values.zone),
    name: values.name ?? stem,
    openRows,
  };
  if (!values.force) await refuseEdited(out);
  const read = await findingsAsked(options, terminal);
  const calibrated = values.calibrate ? await calibratedTo(read, out, terminal) : null;
  const findings = calibrated?.findings ?? read;
  const files: readonly FileEntry[] = stamped([
    ...filesOf(findings),
    ...(values.generate ? await generatedTwin(findings) : []),
  ]);
  writeFiles(out, files);
  terminal.out(
    `${foundText(findings)}\n\n` +
      `${files.map(({path}) => printable(join(out, path))).join('\n')}\n` +
      `${values.zone ? '' : `Times are read in ${options.zone}; another zone is set with --zone.\n`}` +
      `Next: preroute run ${printable(join(out, 'scenario.yaml'))}\n`,
  );
  if (values.report || calibrated) await reportFidelity(out, calibrated?.calibration ?? null, terminal);
  return EXIT.good;
}

/** Where a person sits at the terminal he is asked what can be read in several ways; else it is decided, and said. */
async function findingsAsked(options: InitOptions, terminal: Terminal): Promise<Findings> {
  const {doubtsIn, findingsIn, surveyOf} = await import('../importers/index.ts');
  const survey = surveyOf(options);
  if (!terminal.ask) return findingsIn(options, survey);
  const {columns, dates} = await answersTo(doubtsIn(survey, options), terminal);
  return findingsIn({...options, columns: {...options.columns, ...columns}, ...(dates ? {dates} : {})}, survey);
}

function optionsOf(values: InitValues, first: string, out: string): Omit<InitOptions, 'openRows' | 'name' | 'zone'> {
  const breakMs = durationOption('break', values.break);
  const wrapUpMs = durationOption('wrap-up', values['wrap-up']);
  const answerWithinMs = durationOption('answer-within', values['answer-within']);
  const isWithout = values.credit?.join() === 'none';
  const credit = Object.entries(isWithout ? {} : pairs('credit', values.credit)).map(
    ([name, duration]) => [name, durationOption('credit', duration) ?? 0] as const,
  );
  return {
    path: first,
    writtenPath: relative(out, first),
    more: values.files.slice(1).map((path) => ({path, writtenPath: relative(out, path)})),
    columns: pairs('column', values.column),
    where: whereOf(values.where),
    ...(values.dates === undefined ? {} : {dates: values.dates}),
    ...(values.repeats === undefined ? {} : {repeats: values.repeats}),
    ...(values['keep-names'] ? {keepNames: true} : {}),
    ...(breakMs === undefined ? {} : {breakMs}),
    ...(wrapUpMs === undefined ? {} : {wrapUpMs}),
    ...(answerWithinMs === undefined ? {} : {answerWithinMs}),
    ...(credit.length > 0 || isWithout ? {credit: Object.fromEntries(credit)} : {}),
  };
}

async function zoneOf(given: string | undefined): Promise<string> {
  const {isZone, zoneNames} = await import('../calendar/index.ts');
  if (given === undefined) return Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (isZone(given)) return given;
  const similar = nearest(given, zoneNames());
  throw new UsageError(
    `--zone expects an IANA zone such as Europe/Madrid, found ${printable(given, 40)}.${similar ? ` Did you mean ${similar}?` : ''}`,
  );
}

/** A column given several times may have any of the values. */
function whereOf(given: readonly string[] | undefined): Record<string, string[]> {
  const where: Record<string, string[]> = {};
  for (const each of given ?? [])
    for (const [column, value] of Object.entries(pairs('where', [each])))
      where[column] = [...(where[column] ?? []), value];
  return where;
}

/** Throws InputError where the folder holds a scenario that init did not leave like this. */
async function refuseEdited(out: string): Promise<void> {
  const [{editedFiles}, {textFiles}, {InputError}] = await Promise.all([
    import('../importers/index.ts'),
    import('../files/index.ts'),
    import('../language/problem.ts'),
  ]);
  const files = textFiles();
  const edited = editedFiles((path) => (files.exists(join(out, path)) ? files.read(join(out, path)) : null));
  if (edited.length === 0) return;
  throw new InputError(
    edited.map((path) => ({
      severity: 'error',
      at: {file: join(out, path), line: 0, column: 0},
      path: '',
      message: 'expected no scenario there, or one as init left it, found one that was edited',
      hint: 'name another folder with --out, or overwrite it with --force',
    })),
  );
}
