import type {Path} from '../../language/problem.ts';
import type {Finding} from '../../routing/finding.ts';
import type {Reading} from '../read/reading.ts';

/** Reports what a part of routing found out about itself. */
export function reportFindings(reading: Reading, path: Path, findings: readonly Finding[]): void {
  for (const {severity, path: inner, message, hint, tolerable} of findings)
    if (severity === 'warning') reading.warn([...path, ...inner], message, hint);
    else if (tolerable && reading.tolerant) reading.tolerate([...path, ...inner], message, hint);
    else reading.error([...path, ...inner], message, hint);
}
