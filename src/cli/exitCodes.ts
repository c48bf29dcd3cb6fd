/** What the shell is told. `run` is good whether its goals are met or not. */
export const EXIT = {
  good: 0,
  /** A goal broken or a finding (check, lint). */
  finding: 1,
  /** The input is wrong: scenario, logs, options, a folder that cannot be written. */
  input: 2,
  /** A fault of Preroute's own. */
  fault: 3,
  /** Stopped with Ctrl-C, as shells have it: 128 + SIGINT. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
