import {EXIT} from './exitCodes.ts';

/** Ctrl-C, as often as it is pressed. */
export interface Interrupt {
  /** Aborts at the first press from now on: the work at hand is asked to stop with what it has. */
  next(): AbortSignal;
  /** Gives the key back to the shell. */
  release(): void;
}

/** Pressed again while the same work is stopping, the program says so through `atOnce` and ends. */
export function onInterrupt(atOnce: () => void): Interrupt {
  let atHand = new AbortController();
  const pressed = () => {
    if (!atHand.signal.aborted) return atHand.abort();
    atOnce();
    process.exit(EXIT.interrupted);
  };
  process.on('SIGINT', pressed);
  return {
    next() {
      atHand = new AbortController();
      return atHand.signal;
    },
    release: () => void process.removeListener('SIGINT', pressed),
  };
}
