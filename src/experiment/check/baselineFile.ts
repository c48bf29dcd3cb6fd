import {InputError} from '../../language/problem.ts';
import {z} from '../../language/schema.ts';
import type {Ratio} from '../../statistics/index.ts';

/** What scenarios came to when the baseline was made; one file, by the path of the scenario beside the file. */
export interface Baseline {
  /** Version of the numbers: `RESULTS_VERSION` of the program that made it. */
  readonly results: number;
  readonly version: string;
  /** As written with `--margin`, by metric. */
  readonly margins: Readonly<Record<string, string>>;
  readonly scenarios: Readonly<Record<string, ScenarioBaseline>>;
}

export interface ScenarioBaseline {
  readonly name: string;
  readonly seed: string;
  readonly replications: number;
  /** Of the parts, and of the logs that demand replays. */
  readonly hashes: Readonly<Record<string, string>>;
  /** How it was loaded, so that a check can say what has been changed since; null where the texts are too long. */
  readonly configuration: KeptConfiguration | null;
  readonly measures: Readonly<Record<string, KeptMeasure>>;
}

/** Every text that was read, by its path from the folder of the scenario, and what was swapped and set in it. */
export interface KeptConfiguration {
  readonly entry: string;
  readonly routing?: string | undefined;
  readonly workforce?: string | undefined;
  readonly with?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
  readonly texts: Readonly<Record<string, string>>;
}

/** One measure over replications 0 to n - 1; 0 of 0 where a replication had nothing to judge. */
export interface KeptMeasure {
  readonly unit: 'ratio' | 'seconds' | 'items' | 'items/hour' | 'agents' | 'hours' | 'money';
  readonly better: 'higher' | 'lower' | 'neither';
  readonly numerators: readonly number[];
  readonly denominators: readonly number[];
}

const FORMAT = 1;

/** Digits that are kept of a number: what is compared with it is rounded to as many, so that equal stays equal. */
const DIGITS = 12;
export const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

export const ratiosOfKept = ({numerators, denominators}: KeptMeasure): Ratio[] =>
  numerators.map((numerator, index) => [numerator, denominators[index]]);

const sortedEntries = <Value>(of: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));

/** The file: the same bytes for the same content, a line a measure, so that a diff shows which moved. */
export function baselineText({results, version, margins, scenarios}: Baseline): string {
  const value = (one: unknown) => JSON.stringify(one);
  const block = (name: string, lines: readonly string[], indent: string) =>
    lines.length === 0 ? `${indent}${value(name)}: {}` : `${indent}${value(name)}: {\n${lines.join(',\n')}\n${indent}}`;
  const map = (name: string, of: Readonly<Record<string, unknown>>, indent: string) =>
    block(
      name,
      sortedEntries(of).map(([key, one]) => `${indent} ${value(key)}: ${value(one)}`),
      indent,
    );
  const configurationText = (configuration: KeptConfiguration | null) => {
    if (configuration === null) return '   "configuration": null';
    const {texts, ...request} = configuration;
    const requested = sortedEntries(request).flatMap(([key, one]) =>
      one === undefined ? [] : [`    ${value(key)}: ${value(one)}`],
    );
    return block('configuration', [...requested, map('texts', texts, '    ')], '   ');
  };
  const measureOf = ({unit, better, numerators, denominators}: KeptMeasure) => ({
    unit,
    better,
    of: packed(numerators),
    by: packed(denominators),
  });
  const scenarioLines = sortedEntries(scenarios).map(
    ([path, {name, seed, replications, hashes, configuration, measures}]) =>
      block(
        path,
        [
          ...Object.entries({name, seed, replications}).map(([key, one]) => `   ${value(key)}: ${value(one)}`),
          map('hashes', hashes, '   '),
          configurationText(configuration),
          map(
            'measures',
            Object.fromEntries(Object.entries(measures).map(([key, measure]) => [key, measureOf(measure)])),
            '   ',
          ),
        ],
        '  ',
      ),
  );
  const head = Object.entries({baseline: FORMAT, results, version}).map(
    ([key, one]) => ` ${value(key)}: ${value(one)}`,
  );
  return `{\n${[...head, map('margins', margins, ' '), block('scenarios', scenarioLines, ' ')].join(',\n')}\n}\n`;
}

/** One number where all are alike. */
const packed = (values: readonly number[]): number | number[] => {
  const short = values.map(rounded);
  return short.every((one) => one === short[0]) && short.length > 0 ? short[0] : short;
};

const numbers = z.union([z.number(), z.array(z.number())]);
const words = z.record(z.string(), z.string());
const fileSchema = z.strictObject({
  baseline: z.number(),
  results: z.int(),
  version: z.string(),
  margins: words,
  scenarios: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      seed: z.string(),
      replications: z.int().min(1),
      hashes: words,
      configuration: z.nullable(
        z.strictObject({
          entry: z.string(),
          routing: z.string().optional(),
          workforce: z.string().optional(),
          with: z.array(z.string()).optional(),
          set: z.array(z.string()).optional(),
          texts: words,
        }),
      ),
      measures: z.record(
        z.string(),
        z.strictObject({
          unit: z.enum(['ratio', 'seconds', 'items', 'items/hour', 'agents', 'hours', 'money']),
          better: z.enum(['higher', 'lower', 'neither']),
          of: numbers,
          by: numbers,
        }),
      ),
    }),
  ),
});

/** Reads it back. Throws InputError where the text is no baseline, or one of another form. */
export function readBaseline(text: string, file: string): Baseline {
  const wrong = (message: string, path = '', line = 0): InputError =>
    new InputError([
      {
        severity: 'error',
        at: {file, line, column: line > 0 ? 1 : 0},
        path,
        message,
        hint: 'make it again with preroute baseline',
      },
    ]);
  const written = parsed(text, wrong);
  if (written !== null && typeof written === 'object' && 'baseline' in written && written.baseline !== FORMAT)
    throw wrong(`expected a baseline of form ${FORMAT}, found form ${JSON.stringify(written.baseline)}`, 'baseline');
  const {data, error} = fileSchema.safeParse(written);
  if (data === undefined) {
    const [issue] = error.issues;
    const path = issue?.path.map(String).join('.') ?? '';
    throw wrong(`expected a baseline, found another content${path === '' ? '' : ` at ${path}`}`, path);
  }
  const {results, version, margins} = data;
  const scenarios = Object.entries(data.scenarios).map(([path, one]): [string, ScenarioBaseline] => {
    const measures = Object.entries(one.measures).map(([key, {unit, better, of, by}]): [string, KeptMeasure] => {
      const [numerators, denominators] = [of, by].map((values) => unpacked(values, one.replications));
      if (numerators.length !== one.replications || denominators.length !== one.replications)
        throw wrong(
          `expected ${one.replications} numbers, found ${Math.min(numerators.length, denominators.length)}`,
          `scenarios.${path}.measures.${key}`,
        );
      return [key, {unit, better, numerators, denominators}];
    });
    return [path, {...one, measures: Object.fromEntries(measures)}];
  });
  return {results, version, margins, scenarios: Object.fromEntries(scenarios)};
}

const unpacked = (values: number | readonly number[], count: number): readonly number[] =>
  typeof values === 'number' ? Array.from({length: count}, () => values) : values;

function parsed(text: string, wrong: (message: string, path?: string, line?: number) => InputError): unknown {
  const conflict = text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})( |$)/.test(line));
  if (conflict >= 0)
    throw wrong('expected a baseline, found the marks of a merge that has a conflict', '', conflict + 1);
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const before = at === undefined ? text : text.slice(0, Number(at));
    throw wrong('expected a baseline, found what is no JSON', '', before.split('\n').length);
  }
}
