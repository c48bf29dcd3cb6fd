import {span} from '../report/quantities.ts';
import type {Terminal} from './terminal.ts';

/** Tells how far the replications are: a bar where somebody watches, now and then a line where not. */
export interface Progress {
  done(complete: number): void;
  stop(): void;
}

/** Seconds between two lines where nobody watches. */
const LINE_EVERY = 10;

export async function startProgress(total: number, terminal: Terminal): Promise<Progress> {
  return terminal.watched ? bar(total) : lines(total, terminal);
}

async function bar(total: number): Promise<Progress> {
  const {SingleBar} = await import('cli-progress');
  const shown = new SingleBar({
    format: 'Rehearsing [{bar}] {value} of {total} replications, {duration_formatted}',
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    gracefulExit: false,
    stream: process.stderr,
  });
  shown.start(total, 0);
  // whatever ends the program, the cursor comes back
  const stop = () => shown.stop();
  process.once('exit', stop);
  return {
    done: (complete) => shown.update(complete),
    stop() {
      process.removeListener('exit', stop);
      stop();
    },
  };
}

function lines(total: number, terminal: Terminal): Progress {
  const started = Date.now();
  let said = started;
  return {
    done(complete) {
      const now = Date.now();
      if (complete >= total || now - said < LINE_EVERY * 1000) return;
      said = now;
      terminal.err(`${complete} of ${total} replications after ${span((now - started) / 1000)}\n`);
    },
    stop() {},
  };
}
