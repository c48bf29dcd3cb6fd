import {span} from '../report/quantities.ts';
import type {Terminal} from './terminal.ts';

/** Tells how far the replications are: a bar where somebody watches, now and then a line where not. */
export interface Progress {
  /** So many are complete, and this share of another. */
  at(complete: number, share: number): void;
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
    format: 'Rehearsing [{bar}] {complete} of {total} replications, {duration_formatted}',
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    gracefulExit: false,
    stream: process.stderr,
  });
  shown.start(total, 0, {complete: 0});
  let most = 0;
  // whatever ends the program, the cursor comes back
  const stop = () => shown.stop();
  process.once('exit', stop);
  return {
    at(complete, share) {
      // what other threads complete may overtake the share of this one: the bar never goes back
      most = Math.max(most, Math.min(total, complete + share));
      shown.update(most, {complete});
    },
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
    at(complete, share) {
      const now = Date.now();
      if (complete >= total || now - said < LINE_EVERY * 1000) return;
      said = now;
      const first = complete === 0 && share > 0 ? ` (the first at ${Math.floor(share * 100)}%)` : '';
      terminal.err(`${complete} of ${total} replications${first} after ${span((now - started) / 1000)}\n`);
    },
    stop() {},
  };
}
