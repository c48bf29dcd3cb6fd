import type {Remote} from '../experiment/index.ts';

/**
 * How worker threads load a scenario: the module of this folder that does it, and what it is asked. Stands in src/cli
 * itself because the bundled program is one folder.
 */
export function remote(module: 'load' | 'restaff', request: unknown): Remote {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return {module: new URL(`./${module}.${ending}`, import.meta.url).href, request};
}
