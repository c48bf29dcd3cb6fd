import {span} from '../report/quantities.ts';
import type {Terminal} from './terminal.ts';

/** Tells how far the replications are: a bar where somebody watches, now and then a line where not. */
export interface Progress {
  /** So many are complete, and this share of another; of how many, where that is found out on the way. */
  at(complete: number, share: number, total?: number): void;
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
    format: 'Rehearsing [{bar}] {complete} of {total} replications, {duration_formatted}{left}',
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    gracefulExit: false,
    stream: process.stderr,
  });
  shown.start(total, 0, {complete: 0, left: ''});
  const started = Date.now();
  let most = 0;
  // whatever ends the program, the cursor comes back
  const stop = () => shown.stop();
  process.once('exit', stop);
  return {
    at(complete, share, expected = total) {
      if (expected !== shown.getTotal()) shown.setTotal(expected);
      // what other threads complete may overtake the share of this one: the bar never goes back
      most = Math.max(most, Math.min(expected, complete + share));
      shown.update(most, {complete, left: leftText(most, expected, started)});
    },
    stop() {
      process.removeListener('exit', stop);
      stop();
    },
  };
}

/** `, 40s left` at the speed so far; nothing before there is any. */
function leftText(done: number, total: number, started: number): string {
  const seconds = (Date.now() - started) / 1000;
  return done < 1 || done >= total ? '' : `, ${span(Math.ceil((seconds / done) * (total - done)))} left`;
}

function lines(total: number, terminal: Terminal): Progress {
  const started = Date.now();
  let said = started;
  return {
    at(complete, share, expected = total) {
      const now = Date.now();
      if (complete >= expected || now - said < LINE_EVERY * 1000) return;
      said = now;
      const first = complete === 0 && share > 0 ? ` (the first at ${Math.floor(share * 100)}%)` : '';
      const left = leftText(complete + share, expected, started);
      terminal.err(`${complete} of ${expected} replications${first} after ${span((now - started) / 1000)}${left}\n`);
    },
    stop() {},
  };
}
