import {runCommandLine} from './commandLine.ts';
import {EXIT, type ExitCode} from './exitCodes.ts';
import {reportFailure} from './failure.ts';
import type {Terminal} from './terminal.ts';
import {UsageError} from './usage.ts';

/** The whole program: does what was typed and gives the exit code; whatever goes wrong is said on stderr. */
export async function program(typed: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await runCommandLine(typed, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) return reportFailure(error, terminal, typed.includes('--debug'));
    terminal.err(`${error.message}\n`);
    return EXIT.input;
  }
}
