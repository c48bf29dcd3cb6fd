import type {Compiled} from '../compile/index.ts';
import type {FeedContext} from '../demand/context.ts';
import type {Scenario} from '../scenario/scenario.ts';

/** A scenario ready to be rehearsed: read, compiled without problems, and a way to its logs. */
export interface Loaded {
  readonly scenario: Scenario;
  readonly compiled: Compiled;
  /** Fingerprint of the scenario's text with all its parts. */
  readonly hash: string;
  readonly openRows: FeedContext['openRows'];
}

/**
 * What a module must export so that worker threads can load the same scenario: `load(request)` reads it from the disk
 * and compiles it. `request` is plain data.
 */
export interface LoadModule {
  load(request: unknown): Loaded | Promise<Loaded>;
}

/** Where a worker finds it: the URL of the module, and what to ask it for. */
export interface Remote {
  readonly module: string;
  readonly request: unknown;
}
