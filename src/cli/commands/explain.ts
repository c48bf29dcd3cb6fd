import type {BothLives, ItemKey, ItemStory, Worst} from '../../explain/index.ts';
import {nearest} from '../../language/nearest.ts';
import {InputError} from '../../language/problem.ts';
import {printable} from '../../language/show.ts';
import {CURRENT, candidatesOf, requestWith} from '../candidates.ts';
import {command} from '../command.ts';
import {EXIT, type ExitCode} from '../exitCodes.ts';
import {type Interrupt, onInterrupt} from '../interrupt.ts';
import {itemMeant} from '../itemMeant.ts';
import type {LoadedScenario, LoadRequest} from '../load.ts';
import {atLeastOne} from '../numbers.ts';
import {loaded, RUN_OPTIONS, SCENARIO_OPTIONS, TAKES_SCENARIO, text} from '../scenarioOptions.ts';
import type {Terminal} from '../terminal.ts';
import {UsageError} from '../usage.ts';

export const explain = command({
  name: 'explain',
  takes: TAKES_SCENARIO,
  summary: 'Tell the life of one item: why it waited, who took it, what became of it.',
  options: {
    item: text('item', 'Which: source.number as items.csv has it, #2 for a second call, or its id in a log'),
    worst: {
      requiresArg: true,
      describe: 'Pick so many that waited longest, or were latest',
      coerce: atLeastOne('worst'),
    },
    process: text('process', 'With --worst: of this process only'),
    against: text(
      'against',
      'A candidate: a file whose parts stand in place of the scenario\u2019s; both lives are told',
    ),
    replication: {requiresArg: true, describe: 'Which replication [default: 1]', coerce: atLeastOne('replication')},
    full: {type: 'boolean', describe: 'Every moment, rather than the waits in a few stretches'},
    json: {type: 'boolean', describe: 'Print the story as JSON'},
    seed: RUN_OPTIONS.seed,
    ...SCENARIO_OPTIONS,
  },
  examples: [
    ['explain desk.yaml --worst 10 --process calls', 'the longest waits, and why'],
    ['explain desk.yaml --item calls.17', 'the life of one'],
    ['explain desk.yaml --item calls.17 --against new.yaml', 'and under other rules'],
  ],
  async run(values, {terminal, typed}) {
    const interrupt = onInterrupt(() => terminal.err('Stopped at once.\n'));
    try {
      return await told(values, typed, interrupt, terminal);
    } finally {
      interrupt.release();
    }
  },
});

interface Values extends LoadRequest {
  readonly item?: string | undefined;
  readonly worst?: number | undefined;
  readonly process?: string | undefined;
  readonly against?: string | undefined;
  readonly replication?: number | undefined;
  readonly full?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** What is asked for, once the scenario is known. */
interface Asked {
  readonly scenario: LoadedScenario;
  /** From 0. */
  readonly replication: number;
  readonly full: boolean;
  readonly json: boolean;
  readonly breathe: () => Promise<boolean>;
}

async function told(
  values: Values,
  typed: readonly string[],
  interrupt: Interrupt,
  terminal: Terminal,
): Promise<ExitCode> {
  const {item, worst, process: among, against} = values;
  if ((item === undefined) === (worst === undefined))
    throw new UsageError('Say which item with --item, or pick some with --worst: one of the two.');
  if (worst === undefined && among !== undefined) throw new UsageError('--process chooses among --worst: add that.');
  if (worst !== undefined && against !== undefined)
    throw new UsageError('--against tells one item: name it with --item.');
  const signal = interrupt.next();
  // As in compare: what is set after the candidate is set in that alone.
  const {set, candidates} = candidatesOf(typed.map((word) => word.replace(/^--against(?==|$)/, '--with')));
  const request: LoadRequest = {...values, set};
  const scenario = await loaded(request);
  const {replications} = scenario.scenario;
  const replication = (values.replication ?? 1) - 1;
  if (replication >= replications)
    throw new UsageError(`--replication ${replication + 1}: the scenario has ${replications} replications.`);
  const breathe = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return !signal.aborted;
  };
  const asked = {scenario, replication, full: values.full === true, json: values.json === true, breathe};
  if (worst !== undefined) return tellWorst(worst, among, asked, terminal);
  const key = await itemMeant(item ?? '', scenario);
  const [candidate] = candidates;
  if (candidate === undefined) return tellOne(key, item ?? '', asked, terminal);
  const other = await loaded(requestWith(request, candidate)).catch((fault) => {
    throw asTyped(fault);
  });
  return tellBoth(key, item ?? '', {candidate: other, name: candidate.name}, asked, terminal);
}

/** Problems of the candidate, under the name of the option that was typed. */
function asTyped(fault: unknown): unknown {
  if (!(fault instanceof InputError)) return fault;
  return new InputError(
    fault.problems.map((problem) => ({
      ...problem,
      at: {...problem.at, file: problem.at.file.replace(/^--with /, '--against ')},
    })),
  );
}

async function tellOne(key: ItemKey, written: string, asked: Asked, terminal: Terminal): Promise<ExitCode> {
  const [{explain: explained}, {storyText}] = await Promise.all([
    import('../../explain/index.ts'),
    import('../../report/explain/story.ts'),
  ]);
  const {scenario, replication, full, breathe} = asked;
  const {complete, stories} = await explained({loaded: scenario, replication, items: [key], full}, breathe);
  if (!complete) return stopped(terminal);
  const [story = null] = stories;
  if (story === null) throw await doesNotCome(key, written, asked);
  return say(story, storyText(story, {full}), asked, terminal);
}

async function tellBoth(
  key: ItemKey,
  written: string,
  {candidate, name}: {readonly candidate: LoadedScenario; readonly name: string},
  asked: Asked,
  terminal: Terminal,
): Promise<ExitCode> {
  const [{explainAgainst}, {bothLivesText}] = await Promise.all([
    import('../../explain/index.ts'),
    import('../../report/explain/sideBySide.ts'),
  ]);
  const {scenario, replication, full, breathe} = asked;
  const both: BothLives = await explainAgainst({current: scenario, candidate, replication, item: key, full}, breathe);
  if (!both.complete) return stopped(terminal);
  if (both.current === null && both.candidate === null) throw await doesNotCome(key, written, asked);
  return say(both, bothLivesText(both, [CURRENT, name], {full}), asked, terminal);
}

async function tellWorst(
  count: number,
  among: string | undefined,
  asked: Asked,
  terminal: Terminal,
): Promise<ExitCode> {
  const {scenario, replication, full, breathe} = asked;
  const {processes} = scenario.compiled.model.names;
  if (among !== undefined && !processes.includes(among)) {
    const near = nearest(among, processes);
    const hint = near === undefined ? '' : ` Did you mean ${printable(near)}?`;
    throw new UsageError(`There is no process ${printable(JSON.stringify(among), 60)}.${hint}`);
  }
  const [{worst, explain: explained}, {worstText}] = await Promise.all([
    import('../../explain/index.ts'),
    import('../../report/explain/worst.ts'),
  ]);
  const found: Worst = await worst({loaded: scenario, replication, count, process: among}, breathe);
  if (!found.complete) return stopped(terminal);
  const {complete, stories} = await explained({loaded: scenario, replication, items: found.items, full}, breathe);
  if (!complete) return stopped(terminal);
  return say({...found, stories}, worstText(found, stories, among), asked, terminal);
}

/** The document alone with --json, the text else. */
function say(document: ItemStory | object, lines: readonly string[], {json}: Asked, terminal: Terminal): ExitCode {
  terminal.out(json ? `${JSON.stringify(document, null, 2)}\n` : `${lines.join('\n')}\n`);
  return EXIT.good;
}

function stopped(terminal: Terminal): ExitCode {
  terminal.err('Stopped: the replication was not over, and nothing is told.\n');
  return EXIT.interrupted;
}

async function doesNotCome({source, number, redial}: ItemKey, written: string, asked: Asked): Promise<UsageError> {
  const {scenario, replication} = asked;
  const {nearestNumber} = await import('../../experiment/index.ts');
  const near = nearestNumber(scenario, replication, source, number);
  const name = scenario.compiled.model.names.sources[source];
  const why =
    near === number && redial > 0
      ? ` Its customer does not call so often; the first call is ${name}.${number}.`
      : near === null || near === number
        ? ''
        : ` The nearest that does is ${name}.${near}.`;
  return new UsageError(
    `Item ${printable(JSON.stringify(written), 60)} does not come in replication ${replication + 1}.${printable(why)}`,
  );
}
