import type {Problem} from '../../language/problem.ts';
import {RESULTS_VERSION} from '../../measure/resultsVersion.ts';
import type {PartHashes} from '../../scenario/hash.ts';
import type {Baseline} from './baselineFile.ts';

/** A scenario beside its baseline. */
export interface BesideBaseline {
  readonly file: string;
  /** Its path in the baseline. */
  readonly path: string;
  readonly seed: string;
  readonly hashes: PartHashes;
}

const RENEW = 'look at what moved, then: preroute baseline --accept';

/** Why scenarios cannot be compared with a baseline, all at once; none where all can. */
export function incomparable(
  baseline: Baseline,
  baselineFile: string,
  scenarios: readonly BesideBaseline[],
): Problem[] {
  const problem = (file: string, path: string, message: string, hint = RENEW): Problem => ({
    severity: 'error',
    at: {file, line: 0, column: 0},
    path,
    message,
    hint,
  });
  if (baseline.results !== RESULTS_VERSION)
    return [
      problem(
        baselineFile,
        'results',
        `expected a baseline of results version ${RESULTS_VERSION}, found ${baseline.results} (made by Preroute ${baseline.version}): the same scenario and seed come to other numbers now`,
      ),
    ];
  return scenarios.flatMap(({file, path, seed, hashes}) => {
    const kept = baseline.scenarios[path];
    if (kept === undefined)
      return [problem(file, '', `expected a scenario that is in the baseline ${baselineFile}, found none at ${path}`)];
    const found: Problem[] = [];
    if (kept.seed !== seed)
      found.push(problem(file, 'seed', `expected the seed ${kept.seed} of the baseline, found ${seed}`));
    if (kept.hashes.demand !== hashes.demand)
      found.push(
        problem(file, 'demand', 'expected the demand of the baseline, found another: other items cannot be compared'),
      );
    if (kept.hashes.settings !== hashes.settings)
      found.push(
        problem(
          file,
          '',
          'expected the horizon and settings of the baseline, found others: other time cannot be compared',
        ),
      );
    return found;
  });
}
