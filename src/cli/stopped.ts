import {paragraph, SUMMARY_WIDTH} from '../report/text/lines.ts';
import {EXIT, type ExitCode} from './exitCodes.ts';
import type {Terminal} from './terminal.ts';

/** Says what was done until Ctrl-C. */
export function stopped(terminal: Terminal, text: string): ExitCode {
  terminal.err(`${paragraph('Stopped: ', `${text}.`, SUMMARY_WIDTH, 2).join('\n')}\n`);
  return EXIT.interrupted;
}
