#!/usr/bin/env node
import {runCommandLine} from './commandLine.ts';
import {EXIT, type ExitCode} from './exitCodes.ts';
import {reportFailure} from './failure.ts';
import {openTerminal} from './terminal.ts';
import {UsageError} from './usage.ts';

const typed = process.argv.slice(2);
const terminal = openTerminal();
process.exitCode = await run();

async function run(): Promise<ExitCode> {
  try {
    return await runCommandLine(typed, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) return reportFailure(error, terminal, typed.includes('--debug'));
    terminal.err(`${error.message}\n`);
    return EXIT.input;
  }
}
