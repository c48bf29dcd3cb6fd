import {InputError, type Problem} from '../language/problem.ts';
import {renderProblems} from '../language/render.ts';
import {printable} from '../language/show.ts';
import {paragraph, SUMMARY_WIDTH} from '../report/text/lines.ts';
import {EXIT, type ExitCode} from './exitCodes.ts';
import type {Terminal} from './terminal.ts';
import {version} from './version.ts';

const FAULT = 'Preroute itself failed:';

/** Says what went wrong to the person who can mend it, and gives the exit code. */
export function reportFailure(error: unknown, terminal: Terminal, debug: boolean): ExitCode {
  if (error instanceof InputError) {
    reportProblems(error.problems, terminal);
    return EXIT.input;
  }
  const message = printable(error instanceof Error ? error.message : String(error), 300);
  const [first = '', ...rest] = paragraph(`${FAULT} `, message, SUMMARY_WIDTH, 2);
  const advice =
    `This is a fault of Preroute ${version()}, not of your input. Please report it with the command you ran and its ` +
    `scenario; ${debug ? 'the trace follows.' : 'run it again with --debug for the trace to add.'}`;
  const lines = [
    first.replace(FAULT, terminal.errStyle.bad(FAULT)),
    ...rest,
    ...paragraph('', advice, SUMMARY_WIDTH, 0),
  ];
  terminal.err(`${lines.join('\n')}\n`);
  if (debug && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
  return EXIT.fault;
}

/** All problems at once, errors and warnings, on stderr. */
export function reportProblems(problems: readonly Problem[], terminal: Terminal): void {
  terminal.err(renderProblems(problems));
}
