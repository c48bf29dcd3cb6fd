import {coloured, plain, type Style} from '../report/text/style.ts';

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
}

/** The real one. A reader that goes away (`| head`) ends the program quietly. */
export function openTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      throw error;
    });
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outStyle: wantsColour(process.stdout) ? coloured : plain,
    errStyle: wantsColour(process.stderr) ? coloured : plain,
    watched: process.stderr.isTTY === true && process.env.TERM !== 'dumb' && !process.env.CI,
  };
}

/** Colour on a terminal that shows it, unless NO_COLOR (no-color.org) is set to anything. */
function wantsColour(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
