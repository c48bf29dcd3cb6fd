import type {InferredOptionTypes, Options} from 'yargs';
import type {ExitCode} from './exitCodes.ts';
import type {Terminal} from './terminal.ts';
import {NO_FILE, UsageError} from './usage.ts';

/** What a command gets besides its own values. */
export interface Surroundings {
  readonly terminal: Terminal;
  /** As typed, the program's own name left out. */
  readonly typed: readonly string[];
  readonly debug: boolean;
}

/** A command: what `--help` says of it, and what it does. Whatever is heavy is imported inside `run`. */
export interface Command {
  readonly name: string;
  /** Name of the file it takes, or null. `many`: any number of them, or none. */
  readonly takes: {readonly name: string; readonly describe: string; readonly many?: boolean} | null;
  readonly summary: string;
  readonly options: Readonly<Record<string, Options>>;
  readonly examples: readonly (readonly [string, string])[];
  /** Options that take a number or nothing, and what nothing stands for: what follows them need not be theirs. */
  readonly bare: Readonly<Record<string, string>>;
  run(values: Readonly<Record<string, unknown>>, surroundings: Surroundings): Promise<ExitCode>;
}

interface Taken {
  readonly file: string;
  readonly files: readonly string[];
}

/** A command with the types of its own options; `file` is the one it takes, `files` are they where it takes many. */
export function command<O extends Record<string, Options>>(definition: {
  readonly name: string;
  readonly takes: Command['takes'];
  readonly summary: string;
  readonly options: O;
  readonly examples?: Command['examples'];
  readonly bare?: Command['bare'];
  run(values: InferredOptionTypes<O> & Taken, surroundings: Surroundings): Promise<ExitCode>;
}): Command {
  return {
    ...definition,
    examples: definition.examples ?? [],
    bare: definition.bare ?? {},
    async run(values, surroundings) {
      const given = values[definition.takes?.name ?? ''];
      const files = Array.isArray(given) ? given.map(String) : [];
      const file = definition.takes?.many ? '' : String(given ?? '');
      if (definition.takes && !definition.takes.many && file === '') throw new UsageError(NO_FILE);
      return definition.run({...values, file, files} as InferredOptionTypes<O> & Taken, surroundings);
    },
  };
}
