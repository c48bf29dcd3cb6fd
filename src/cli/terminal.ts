import {coloured, plain, type Style} from '../report/text/style.ts';
import {EXIT} from './exitCodes.ts';

/** The two streams, and how they want to be written to. */
export interface Terminal {
  /** Results: what a pipe is to get. */
  out(text: string): void;
  /** Everything said beside: progress, problems. */
  err(text: string): void;
  readonly outStyle: Style;
  readonly errStyle: Style;
  /** A person watches stderr: progress may redraw itself. */
  readonly watched: boolean;
  /** Asks the person who sits there, '' where he just goes on; absent where nobody does. */
  readonly ask?: (question: string) => Promise<string>;
}

/**
 * The real one. A reader that goes away (`| head`) is no reason to stop: the files of a report are still to be written.
 * Any other way in which output is lost is said and makes the program end badly.
 */
export function openTerminal(): Terminal {
  let lost = false;
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || lost) return;
      lost = true;
      if (stream === process.stdout) process.stderr.write(`The output could not be written: ${error.message}\n`);
      process.once('exit', () => {
        process.exitCode = EXIT.input;
      });
    });
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outStyle: wantsColour(process.stdout) ? coloured : plain,
    errStyle: wantsColour(process.stderr) ? coloured : plain,
    ...(process.stdin.isTTY && process.stdout.isTTY ? {ask} : {}),
    watched: process.stderr.isTTY === true && process.env.TERM !== 'dumb' && !process.env.CI,
  };
}

/** Ctrl-D goes on, Ctrl-C ends the program as everywhere. */
async function ask(question: string): Promise<string> {
  const {createInterface} = await import('node:readline');
  const lines = createInterface({input: process.stdin, output: process.stdout});
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  return new Promise((resolve) => {
    lines.on('close', () => resolve(''));
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}

/** Colour on a terminal that shows it, unless NO_COLOR (no-color.org) is set to anything. */
function wantsColour(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
