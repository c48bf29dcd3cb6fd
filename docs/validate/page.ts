/** `docs/validation.md` and its pictures, from what is kept in `docs/validation`. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {ChartSpec} from '../../src/report/charts/chart.ts';
import type {ExactCase, SimulatedCase} from '../../test/reference/cases.ts';
import {Store} from '../../test/reference/store.ts';
import type {Trial} from '../../test/theory/families.ts';
import {coveragePart} from './coveragePart.ts';
import {dotPlot, histogram, probabilityPlot} from './errorsCharts.ts';
import {type JudgedCase, judgedCases} from './judged.ts';
import {logsPart, metamorphicPart, rescanPart, rescanVerdict, wrongPart} from './otherParts.ts';
import {referencePart} from './referencePart.ts';
import {count, shown} from './table.ts';
import {tracesPart} from './tracesPart.ts';
import {dotsOf, errorsPart, precision, probabilitiesOf, verdictLine} from './verdictPart.ts';

export interface PageAsked {
  readonly root: string;
  /** Where the page, its pictures and what is kept are: `docs`. */
  readonly into: string;
  readonly models: readonly (ExactCase | SimulatedCase)[];
  readonly trials: readonly Trial[];
}

/** Writes page and pictures; returns a line for each figure that differs. */
export async function writePage(asked: PageAsked): Promise<string[]> {
  const {into} = asked;
  const cases = casesOf(asked);
  mkdirSync(join(into, 'images'), {recursive: true});
  writeFileSync(join(into, 'validation.md'), pageOf(asked));
  const {renderSvg} = await import('../../src/report/charts/render.ts');
  const draw = async (name: string, spec: ChartSpec) =>
    writeFileSync(join(into, 'images', `validation-${name}.svg`), await renderSvg(spec, (said) => console.log(said)));
  const dots = dotsOf(cases);
  if (dots.length > 0) {
    await draw('errors', dotPlot(dots));
    await draw('errors-histogram', histogram(dots));
    await draw('cases', probabilityPlot(probabilitiesOf(cases)));
  }
  return cases.flatMap(({it, figures}) =>
    figures
      .filter(({verdict}) => verdict === 'differs')
      .map(({key, value, expected, z}) => `${it.id} ${key}: ${shown(value)} for ${shown(expected)} (${z?.toFixed(1)})`),
  );
}

function casesOf({models, into}: PageAsked): JudgedCase[] {
  const kept = new Store(join(into, 'validation'), 'reference');
  return judgedCases(models, (id) => kept.get(id));
}

export function pageOf(asked: PageAsked): string {
  const {root, into, models, trials} = asked;
  const data = join(into, 'validation');
  const cases = casesOf(asked);
  const measured = cases.filter(({figures}) => figures.length > 0);
  const wrong = new Store(data, 'wrong');
  const caseOf = (id: string) => models.find((it) => it.id === id);
  return [
    '# Validation',
    '',
    'Written by `npm run validate` from what it keeps in `docs/validation/`; do not edit.',
    '',
    '**Is the simulator right?** Four answers, each independent of the others:',
    '',
    '| compared with | shows | does not show |',
    '| --- | --- | --- |',
    '| exact values of queueing theory | routing, priorities, patience, capacity and statistics are right where mathematics knows the answer | rules that no formula covers |',
    '| an independent simulator | the same for overflow, step curves, blending, shifts, everything together | what both authors would have misunderstood alike |',
    '| an obviously correct slow engine | the fast engine takes every single decision as the rules say | that the rules are those you mean |',
    '| what two contact centres recorded | logs are read rightly, and waiting and abandoning come out as they were, given who was there | a forecast: whom you will have, how they will work |',
    '',
    ...(measured.length > 0 ? [`Verdict: ${verdictLine(measured)}.`, precision(measured)] : []),
    ...rescanVerdict(data),
    '',
    'Every figure stands at the end of this page, family by family; how to make it again just before.',
    '',
    ...(measured.length > 0 ? errorsPart(measured) : []),
    ...wrongPart(trials, (id) => wrong.get(id), caseOf),
    ...tracesPart(root),
    ...rescanPart(data),
    ...metamorphicPart(root),
    ...coveragePart(data),
    ...logsPart(root, data),
    ...againPart(cases, models.length),
    ...referencePart(cases),
  ].join('\n');
}

function againPart(cases: readonly JudgedCase[], models: number): string[] {
  const results = cases.map(({result}) => result);
  const sum = (of: (it: (typeof results)[number]) => number) => results.reduce((total, it) => total + of(it), 0);
  const stamps = [...new Set(results.map(({stamp}) => `Preroute ${stamp.version} on Node ${stamp.node}`))];
  return [
    '## Again',
    '',
    '```sh',
    'npm run validate                 # whatever the code or a case has changed since it was last run, then this page',
    'npm run validate RD1 S8a         # these cases, then the page',
    'npm run validate -- --page       # the page alone, from what is kept',
    'npm run validate -- --fresh      # everything again; also --wrong, --rescan, --logs: one part',
    '```',
    '',
    `The figures: ${stamps.join(', ')}; ${results.length} of ${models} cases, ${count(sum(({items}) => items))} items in`,
    `${count(sum(({replications}) => replications))} replications, ${Math.round(sum(({cpuSeconds}) => cpuSeconds) / 60)} minutes of one core in all; every core is used. It may be stopped at any time:`,
    'a case is kept as soon as it is done. The seed of a case is its name and the seed the reference states, so the same code',
    'gives the same figures on any machine. An interval is Student’s of ratio estimates over independent replications (the delta',
    'method); where steady replications are too few they are doubled until every interval of the case is within 2 %, looking at',
    'widths only, never at values.',
    '',
    'A shortened case or two of every family run in `npm test`. `npm run validate -- --write EC1` prints the scenario a case is',
    'converted to; another file of the same form is run with `-- --from other.json --into FOLDER`.',
    '',
  ];
}
