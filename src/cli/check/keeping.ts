import {availableParallelism} from 'node:os';
import {basename, dirname} from 'node:path';
import type {Baseline, ScenarioBaseline} from '../../experiment/index.ts';
import {InputError} from '../../language/problem.ts';
import {RESULTS_VERSION} from '../../measure/resultsVersion.ts';
import type {Surroundings} from '../command.ts';
import {EXIT, type ExitCode} from '../exitCodes.ts';
import {onInterrupt} from '../interrupt.ts';
import {pairs} from '../pairs.ts';
import {version} from '../version.ts';
import {readBaselineFile} from './baselineOnDisk.ts';
import {LookProgress} from './lookProgress.ts';
import {resumed} from './resumed.ts';
import {configurationOf, type Found, findScenarios, pathInBaseline, type Swaps} from './scenarios.ts';

export interface BaselineValues extends Swaps {
  readonly files: readonly string[];
  readonly out?: string | undefined;
  readonly accept?: boolean | undefined;
  readonly margin?: readonly string[] | undefined;
  readonly workers?: number | undefined;
  readonly resume?: string | undefined;
}

/** The whole of `preroute baseline`. A baseline that is there is rewritten only where that is asked for. */
export async function keepBaseline(values: BaselineValues, {terminal}: Surroundings): Promise<ExitCode> {
  const {out = 'baseline.json', accept = false} = values;
  const given = pairs('margin', values.margin);
  const [{textFiles, writeFiles}, {marginsOf}, experiment, {movedText}] = await Promise.all([
    import('../../files/index.ts'),
    import('./margins.ts'),
    import('../../experiment/index.ts'),
    import('../../report/check/moved.ts'),
  ]);
  marginsOf(given);
  const before = textFiles().exists(out) ? await readBefore(out, accept) : null;
  const found = await findScenarios(values.files, values);
  const interrupt = onInterrupt(() => terminal.err('Stopped at once.\n'));
  const progress = new LookProgress(terminal);
  try {
    const earlier = await resumed(values.resume);
    const kept = await experiment.baseline(
      found.map((one) => ({
        file: one.file,
        variant: one.variant,
        configuration: configurationOf(one),
        replications:
          values.replications ?? Math.max(one.loaded.scenario.replications, experiment.BASELINE_REPLICATIONS),
      })),
      {
        ...{signal: interrupt.next(), workers: values.workers ?? availableParallelism(), store: earlier?.store},
        onProgress: (file, done, of, share) => progress.at(file, done, of, share),
      },
    );
    progress.stop();
    earlier?.remark(terminal);
    if (kept === null) {
      terminal.err(`Stopped: ${out} is as it was.\n`);
      return EXIT.interrupted;
    }
    const after = merged(before, found, kept, {out, all: values.files.length === 0, margins: given});
    const text = experiment.baselineText(after);
    writeFiles(dirname(out), [{path: basename(out), content: text}]);
    terminal.out(movedText(before, after, terminal.outStyle));
    const count = found.length === 1 ? 'what a scenario comes' : `what ${found.length} scenarios come`;
    terminal.out(`${out}: ${count} to, ${Math.ceil(text.length / 1024)} kB\n`);
    return EXIT.good;
  } finally {
    progress.stop();
    interrupt.release();
  }
}

/** What is there, so that what moved can be said; one of another form or results version is as good as none. */
async function readBefore(out: string, accept: boolean): Promise<Baseline | null> {
  if (!accept)
    throw new InputError([
      {
        severity: 'error',
        at: {file: out, line: 0, column: 0},
        path: '',
        message: 'expected no baseline there, found one',
        hint: 'preroute baseline --accept rewrites it and says what moved',
      },
    ]);
  try {
    return await readBaselineFile(out);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

interface Merging {
  readonly out: string;
  /** Everything below a folder was found: what is not there any more is forgotten. */
  readonly all: boolean;
  readonly margins: Readonly<Record<string, string>>;
}

function merged(
  before: Baseline | null,
  found: readonly Found[],
  kept: readonly ScenarioBaseline[],
  {out, all, margins}: Merging,
): Baseline {
  const others = all || before?.results !== RESULTS_VERSION ? {} : before.scenarios;
  const scenarios = Object.fromEntries(found.map(({file}, index) => [pathInBaseline(out, file), kept[index]]));
  return {
    results: RESULTS_VERSION,
    version: version(),
    margins: {...before?.margins, ...margins},
    scenarios: {...others, ...scenarios},
  };
}
