/**
 * Ctrl-C asks the work to stop; a second one ends the program at once. `release` gives the key back to the shell.
 */
export function onInterrupt(): {readonly signal: AbortSignal; release(): void} {
  const controller = new AbortController();
  const stop = () => {
    process.once('SIGINT', () => process.exit(130));
    controller.abort();
  };
  process.once('SIGINT', stop);
  return {signal: controller.signal, release: () => void process.removeAllListeners('SIGINT')};
}
