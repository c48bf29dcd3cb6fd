import type {Path} from '../../language/problem.ts';
import {feelOf} from '../../routing/segmentation/cellText.ts';
import type {DecisionTableSpec, Outcome} from '../../routing/segmentation/spec.ts';
import {segmentationSchema} from '../schema/segmentation.ts';
import type {Reading} from './reading.ts';

export function readSegmentation(reading: Reading, path: Path): DecisionTableSpec {
  const written = reading.check(path, segmentationSchema);
  if (written === undefined) return {columns: [], rules: [], otherwise: null};
  const outcome = (of: string | {process: string; agent?: string | undefined; group?: string | undefined}): Outcome =>
    typeof of === 'string'
      ? {process: of}
      : {process: of.process, ...(of.agent && {agent: of.agent}), ...(of.group && {group: of.group})};
  return {
    columns: written.columns ?? [],
    rules: (written.rules ?? []).map((rule, i) => ({
      cells: rule.if.map(feelOf),
      // biome-ignore lint/suspicious/noThenProperty: the word of the language
      then: outcome(rule.then),
      text: `rule ${i + 1}`,
    })),
    otherwise: written.otherwise === undefined ? null : outcome(written.otherwise),
  };
}
