import yargs, {type Argv} from 'yargs';
import type {Command, Surroundings} from './command.ts';
import {COMMANDS} from './commands/index.ts';
import {EXIT, type ExitCode} from './exitCodes.ts';
import type {Terminal} from './terminal.ts';
import {UsageError, withSuggestion} from './usage.ts';
import {version} from './version.ts';

const WIDTH = 80;
const EXITS = `Exit codes: ${EXIT.good} good; ${EXIT.finding} a finding; ${EXIT.input} the input is wrong; ${EXIT.fault} a fault of Preroute; ${EXIT.interrupted} stopped with Ctrl-C.`;

/** Finds the command that is meant and runs it; a line that cannot be meant is a UsageError. */
export async function runCommandLine(typed: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.good;
  const surroundings = {terminal, typed, debug: typed.includes('--debug')};
  const line = COMMANDS.reduce(
    (built, each) =>
      added(built, each, surroundings, (result) => {
        code = result;
      }),
    yargs(withBareOptions(typed))
      .scriptName('preroute')
      .locale('en')
      .usage('Usage: $0 <command>\n\nRehearse routing rules on last month\u2019s contacts before they go live.'),
  );
  const parser = line
    .option('debug', {type: 'boolean', describe: 'Show the trace of a fault', global: true})
    .demandCommand(1, 'Expected a command: preroute --help lists them.')
    .strict()
    .wrap(WIDTH)
    .epilogue(EXITS)
    .help()
    .alias('help', 'h')
    .version(version())
    .group(['help', 'version', 'debug'], 'Everywhere:')
    .exitProcess(false)
    .fail((message, error) => {
      // what a coercion throws comes back as an error of yargs' own
      if (error && error.name !== 'YError') throw error;
      throw new UsageError(withSuggestion(message || error.message, known(typed), typed));
    });
  if (typed.length === 0) {
    terminal.err(`${await parser.getHelp()}\n`);
    return EXIT.input;
  }
  await parser.parseAsync();
  return code;
}

/** Spells out what an option without its number stands for, lest it takes the word that follows. */
function withBareOptions(typed: readonly string[]): string[] {
  const bare = Object.assign({}, ...COMMANDS.map((each) => each.bare)) as Readonly<Record<string, string>>;
  return typed.map((word, i) => {
    const value = word.startsWith('--') ? bare[word.slice(2)] : undefined;
    return value === undefined || /^\d+$/.test(typed[i + 1] ?? '') ? word : `${word}=${value}`;
  });
}

function added(built: Argv, each: Command, surroundings: Surroundings, finished: (code: ExitCode) => void): Argv {
  const usage = usageOf(each);
  return built.command(
    usage,
    each.summary,
    (options) => {
      let own: Argv = options
        .usage(`Usage: $0 ${usage} [options]\n\n${each.summary}`)
        .options(each.options)
        .group(Object.keys(each.options), 'Options:');
      if (each.takes) {
        const {name, describe, many = false} = each.takes;
        own = own.positional(name, {type: 'string', describe, ...(many ? {array: true} : {demandOption: true})});
      }
      return each.examples.length === 0 ? own : own.epilogue(examplesOf(each));
    },
    async (values) => finished(await each.run(values, surroundings)),
  );
}

function usageOf({name, takes}: Command): string {
  if (takes === null) return name;
  return takes.many ? `${name} [${takes.name}..]` : `${name} <${takes.name}>`;
}

/** Each on a line of its own, so that it can be copied, and what it is for under it. */
function examplesOf({examples}: Command): string {
  return ['Examples:', ...examples.map(([line, text]) => `  preroute ${line}\n      ${text}`)].join('\n');
}

/** Words that could have been meant: the commands, or the options of the command that stands there. */
function known(typed: readonly string[]): string[] {
  const meant = COMMANDS.find((each) => typed.includes(each.name));
  if (!meant) return COMMANDS.map((each) => each.name);
  return [...Object.keys(meant.options), 'help', 'version', 'debug'].map((name) => `--${name}`);
}
