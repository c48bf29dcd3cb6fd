import {availableParallelism} from 'node:os';
import {basename, dirname} from 'node:path';
import type {Baseline, ScenarioToCheck} from '../../experiment/index.ts';
import {InputError, type Problem} from '../../language/problem.ts';
import type {CheckReport} from '../../report/check/checkReport.ts';
import {plain} from '../../report/text/style.ts';
import type {Surroundings} from '../command.ts';
import {EXIT, type ExitCode} from '../exitCodes.ts';
import {onInterrupt} from '../interrupt.ts';
import {durationOption, pairs} from '../pairs.ts';
import {UsageError} from '../usage.ts';
import {version} from '../version.ts';
import {readBaselineFile} from './baselineOnDisk.ts';
import {commandAgain} from './commandAgain.ts';
import {LookProgress} from './lookProgress.ts';
import {resumed} from './resumed.ts';
import {type Found, findScenarios, pathFromRoot, pathInBaseline, type Swaps} from './scenarios.ts';

export interface CheckValues extends Swaps {
  readonly files: readonly string[];
  readonly baseline?: string | undefined;
  readonly margin?: readonly string[] | undefined;
  readonly 'max-replications'?: number | undefined;
  readonly 'time-limit'?: string | undefined;
  readonly undecided?: 'fail' | 'warn';
  readonly format?: string | undefined;
  readonly report?: readonly string[] | undefined;
  readonly workers?: number | undefined;
  readonly resume?: string | undefined;
}

/** The whole of `preroute check`: what is wrong with the input is said before anything runs. */
export async function checkAndReport(values: CheckValues, surroundings: Surroundings): Promise<ExitCode> {
  const {terminal} = surroundings;
  const timeMs = durationOption('time-limit', values['time-limit']);
  const reports = Object.entries(pairs('report', values.report));
  const [{CHECK_FORMATS}, {marginsOf}] = await Promise.all([
    import('../../report/check/index.ts'),
    import('./margins.ts'),
  ]);
  const given = pairs('margin', values.margin);
  marginsOf(given);
  for (const [format] of reports)
    if (CHECK_FORMATS[format] === undefined)
      throw new UsageError(`--report expects one of ${Object.keys(CHECK_FORMATS).join(', ')}, found ${format}.`);
  const interrupt = onInterrupt(() => terminal.err('Stopped at once.\n'));
  const signal = interrupt.next();
  const timeUp = new AbortController();
  const timer = timeMs === undefined ? undefined : setTimeout(() => timeUp.abort(), timeMs);
  const progress = new LookProgress(terminal);
  try {
    const found = await findScenarios(values.files, values);
    const baseline = values.baseline === undefined ? null : await readBaselineFile(values.baseline);
    const {check} = await import('../../experiment/index.ts');
    const kept = await resumed(values.resume);
    const checked = await check(
      {
        scenarios: await besideBaseline(found, baseline, values),
        maxReplications: values['max-replications'],
        margins: marginsOf({...baseline?.margins, ...given}),
      },
      {
        ...{signal, timeUp: timeUp.signal, workers: values.workers ?? availableParallelism(), store: kept?.store},
        onProgress: (file, done, of, share) => progress.at(file, done, of, share),
      },
    );
    progress.stop();
    kept?.remark(terminal);
    const report: CheckReport = {
      ...checked,
      version: version(),
      undecided: values.undecided ?? 'fail',
      baseline: values.baseline ?? null,
      scenarios: checked.scenarios.map((scenario, index) => ({
        ...scenario,
        command: commandAgain(scenario.file, values),
        places: scenario.judged.map(({claim: {goal}}) => placeOf(found[index], goal)),
      })),
    };
    const {writeFiles} = await import('../../files/index.ts');
    for (const [format, file] of reports)
      writeFiles(dirname(file), [{path: basename(file), content: CHECK_FORMATS[format](report, plain)}]);
    const format = values.format ?? (process.env.GITHUB_ACTIONS === 'true' ? 'github' : 'text');
    terminal.out(CHECK_FORMATS[format](report, terminal.outStyle));
    if (checked.stopped) return EXIT.interrupted;
    const {isPassed} = await import('../../report/check/checkReport.ts');
    return isPassed(report) ? EXIT.good : EXIT.finding;
  } finally {
    clearTimeout(timer);
    progress.stop();
    interrupt.release();
  }
}

/** Where a goal stands; of the baseline's claims the scenario as a whole. */
function placeOf({file, loaded}: Found, goal: number | null) {
  const at = goal === null ? {file, line: 0, column: 0} : loaded.scenario.located.locate(['goals', goal]);
  return {...at, file: pathFromRoot(at.file)};
}

async function besideBaseline(
  found: readonly Found[],
  baseline: Baseline | null,
  {baseline: file = '', files}: CheckValues,
): Promise<ScenarioToCheck[]> {
  if (baseline === null) return found.map(({file, variant}) => ({file, variant}));
  const [{hashesOf, incomparable}, {changesSince}] = await Promise.all([
    import('../../experiment/index.ts'),
    import('./changes.ts'),
  ]);
  const compared = found.map((one) => ({
    ...one,
    path: pathInBaseline(file, one.file),
    seed: one.loaded.scenario.seed,
    hashes: hashesOf(one.loaded),
  }));
  const problems = [
    ...incomparable(baseline, file, compared),
    ...(files.length > 0 ? [] : goneFrom(baseline, file, compared)),
  ];
  if (problems.length > 0) throw new InputError(problems);
  return compared.map(({file, variant, path, loaded, hashes}) => {
    const kept = baseline.scenarios[path];
    return {file, variant, baseline: kept, changes: changesSince(kept, loaded, hashes)};
  });
}

/** Where everything is checked, what the baseline has must be there. */
function goneFrom(baseline: Baseline, file: string, compared: readonly {readonly path: string}[]): Problem[] {
  return Object.keys(baseline.scenarios)
    .filter((path) => !compared.some((one) => one.path === path))
    .map((path) => ({
      severity: 'error',
      at: {file, line: 0, column: 0},
      path: `scenarios.${path}`,
      message: `expected the scenario ${path} of the baseline, found none below this folder`,
      hint: 'preroute baseline --accept forgets it',
    }));
}
