import type {Path} from '../../language/problem.ts';
import {type DecisionTableSpec, decisionTableFrom, feelOf, type Outcome} from '../../routing/segmentation/index.ts';
import {type OutcomeWritten, ruleSchema, type SegmentationWritten, segmentationSchema} from '../schema/segmentation.ts';
import type {Reading} from './reading.ts';

/** Stands for a table that could not be read. */
export const UNREAD: DecisionTableSpec = {columns: [], rules: [], otherwise: null};
/** Stands for where a rule leads that could not be read. */
export const NOWHERE: Outcome = {process: ''};

/** The decision table, from YAML or a CSV; empty where something is wrong with it, which is reported. */
export function readSegmentation(reading: Reading, path: Path): DecisionTableSpec {
  if (reading.node(path) === undefined) {
    if (reading.node(path.slice(0, -1)))
      reading.error(
        path,
        'expected the key segmentation under routing, found none',
        'segmentation: { otherwise: support }',
      );
    return UNREAD;
  }
  const written = reading.check(path, segmentationSchema);
  if (written === undefined) return readablePart(reading, path);
  const otherwise =
    written.otherwise === undefined ? null : outcomeOf(reading, [...path, 'otherwise'], written.otherwise);
  return written.file === undefined
    ? tableOf(reading, path, written, otherwise)
    : fromFile(reading, path, written, written.file, otherwise);
}

/** The rules that are good, so that what else is wrong in them is told as well; the others match nothing. */
function readablePart(reading: Reading, path: Path): DecisionTableSpec {
  const columns = reading.peek([...path, 'columns'], segmentationSchema.shape.columns);
  const rules = reading.node([...path, 'rules']);
  if (columns === undefined || rules?.kind !== 'list') return UNREAD;
  const read = rules.items.map((_, i) => {
    const rule = reading.peek([...path, 'rules', i], ruleSchema);
    // biome-ignore lint/suspicious/noThenProperty: the word of the language
    return rule ?? {if: columns.map(() => null), then: undefined};
  });
  return {...tableOf(reading, path, {columns, rules: read}, null), incomplete: true};
}

function fromFile(
  reading: Reading,
  path: Path,
  {columns, rules}: SegmentationWritten,
  file: string,
  otherwise: Outcome | null,
): DecisionTableSpec {
  if (columns || rules)
    reading.error(
      path,
      `expected either \`file\` or \`columns\` and \`rules\`, found both`,
      'the file has its columns in its header',
    );
  const table = reading.table([...path, 'file'], file);
  if (table === null) return UNREAD;
  const {spec, problems} = decisionTableFrom(table, otherwise);
  reading.take(problems, [...path, 'file']);
  return reading.located(spec, table);
}

interface RulesWritten {
  readonly columns?: SegmentationWritten['columns'];
  readonly rules?: readonly {readonly if: readonly unknown[]; readonly then: OutcomeWritten | undefined}[] | undefined;
}

function tableOf(
  reading: Reading,
  path: Path,
  {columns, rules}: RulesWritten,
  otherwise: Outcome | null,
): DecisionTableSpec {
  if (rules && rules.length > 0 && !columns)
    reading.error(path, 'expected `columns` beside `rules`, found none', 'columns: [ channel, department ]');
  return {
    columns: columns ?? [],
    rules: (rules ?? []).map((rule, i) => ({
      cells: rule.if.map(feelOf),
      // biome-ignore lint/suspicious/noThenProperty: the word of the language
      then: outcomeOf(reading, [...path, 'rules', i, 'then'], rule.then),
      text: textOf(rule.if, i),
    })),
    otherwise,
  };
}

/** `rule 3: Finance, Gold`. */
function textOf(cells: readonly unknown[], index: number): string {
  const telling = cells.map((cell) => String(cell ?? '').trim()).filter((cell) => cell !== '' && cell !== '-');
  return `rule ${index + 1}: ${telling.join(', ') || 'anything'}`;
}

function outcomeOf(reading: Reading, path: Path, written: OutcomeWritten | undefined): Outcome {
  if (written === undefined) return NOWHERE;
  if (typeof written === 'string') return {process: written};
  const {process, agent, group} = written;
  if (agent !== undefined && group !== undefined) reading.error(path, 'expected an agent or a group, found both');
  return {process, ...(agent !== undefined && {agent}), ...(group !== undefined && {group})};
}
