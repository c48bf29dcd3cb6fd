/** What the page says first: what is compared, the verdict, and whether the errors are those of a right simulator. */
import {uniformity} from '../../test/reference/joint.ts';
import {FAMILY_WISE} from '../../test/reference/judge.ts';
import {type ErrorDot, expectedBeyond} from './errorsCharts.ts';
import type {JudgedCase} from './judged.ts';
import {wideLines} from './referencePart.ts';
import {count, probability, shown, table} from './table.ts';

export const dotsOf = (cases: readonly JudgedCase[]): ErrorDot[] =>
  cases.flatMap(({it, figures}) =>
    figures.flatMap(({z}) =>
      z === null ? [] : [{id: it.id, z, against: 'family' in it ? 'exact value' : 'another simulator'} as const],
    ),
  );

export const probabilitiesOf = (cases: readonly JudgedCase[]) =>
  cases.flatMap(({it, result}) => (result.joint.p === null ? [] : [{id: it.id, p: result.joint.p}]));

export function verdictLine(cases: readonly JudgedCase[]): string {
  const figures = cases.flatMap((it) => it.figures);
  const of = (verdict: string) => figures.filter((it) => it.verdict === verdict).length;
  const exact = cases.filter(({it}) => 'family' in it);
  const said = [
    `${count(figures.length)} figures (of ${exact.length} models with exact values, ${cases.length - exact.length} of an independent simulator): ` +
      `**${of('differs') === 0 ? 'none differs' : `${of('differs')} differ`}**`,
    ...(of('immaterial') > 0 ? [`${of('immaterial')} off by less than 0.5 % (below)`] : []),
    ...(of('wide') > 0 ? [`${of('wide')} agree within an interval wider than 2 %`] : []),
  ];
  return said.join('; ');
}

export function precision(cases: readonly JudgedCase[]): string {
  const widths = cases
    .flatMap(({figures}) => figures)
    .filter(({expected}) => expected !== 0)
    .map(({halfWidth, expectedHalfWidth, expected}) => Math.hypot(halfWidth, expectedHalfWidth) / Math.abs(expected))
    .sort((a, b) => a - b);
  const at = (share: number) => `${shown(100 * (widths[Math.floor(share * (widths.length - 1))] ?? 0), 2)} %`;
  return `Half of the figures are known within ± ${at(0.5)} of their value, nine in ten within ± ${at(0.9)}.`;
}

/** Figures rejected although they are off by next to nothing, each with its size. */
function immaterialLines(cases: readonly JudgedCase[]): string[] {
  return cases.flatMap(({it, figures}) =>
    figures
      .filter(({verdict}) => verdict === 'immaterial')
      .map(
        ({key, value, expected, z}) =>
          `- ${it.id} \`${key}\`: ${shown(value, 8)} for ${shown(expected, 8)} (${z?.toFixed(1)} standard errors)`,
      ),
  );
}

export function errorsPart(cases: readonly JudgedCase[]): string[] {
  const dots = dotsOf(cases);
  const ps = probabilitiesOf(cases).map(({p}) => p);
  const {distance, p} = uniformity(ps);
  const smallest = Math.min(...ps);
  const family = 1 - (1 - smallest) ** ps.length;
  const beyond = (z: number) => dots.filter((dot) => Math.abs(dot.z) > z).length;
  const wide = wideLines(cases);
  const immaterial = immaterialLines(cases);
  const still = cases.flatMap((it) => it.figures).length - dots.length;
  return [
    '## How far off, and how far off by chance',
    '',
    '![Standardized error of every figure, by case](images/validation-errors.svg)',
    '',
    'A right simulator is off too, by chance: its standardized errors follow the standard normal distribution. (Student’s t of',
    'a few replications has longer tails; each error is shown as the normal deviate of the same probability.)',
    ...(still > 0 ? [`${still} figures never vary and are equal to what is expected; they are not counted here.`] : []),
    '',
    '![Standardized errors against the standard normal distribution](images/validation-errors-histogram.svg)',
    '',
    table(
      ['standard errors', 'figures beyond', 'expected by chance'],
      [1, 2, 3, 4].map((z) => [`± ${z}`, `${beyond(z)}`, shown(expectedBeyond(dots.length, z), 3)]),
      [1, 2],
    ),
    '',
    'The figures of one model depend on each other (who waits long also abandons), so these counts vary more than those of',
    'independent figures would. Two tests do not mind:',
    '',
    `- **Every figure, at one level for all.** A figure differs where Holm’s procedure rejects it at ${100 * FAMILY_WISE} % over all ${count(cases.flatMap((it) => it.figures).length)}`,
    '  figures: the chance that any figure at all is called wrong where none is, is at most that, however they depend on each',
    '  other. What is rejected and yet within 0.5 % of the value, interval included, is said to be off by less than 0.5 %.',
    `- **Every case, all its figures together.** If a model is right, the residuals of a replication could as well have the`,
    '  opposite sign. The largest standardized error of a case is compared with what it is when the signs of whole replications',
    '  are drawn anew 9,999 times: that keeps how its figures depend on each other. The cases have seeds of their own, so these',
    `  ${ps.length} probabilities are independent, and uniform if the simulator is right. Kolmogorov and Smirnov’s distance from uniform is`,
    `  ${distance.toFixed(3)} (**p = ${probability(p)}**). The smallest, ${probability(smallest)}, is to be expected of ${ps.length} with probability ${probability(family)}.`,
    '',
    '![Probability of each case](images/validation-cases.svg)',
    '',
    ...(immaterial.length > 0
      ? [
          '### Off by less than 0.5 %',
          '',
          ...immaterial,
          '',
          'Preroute’s time is whole milliseconds: in S5a every offer rings for 3 s, so that everybody waits but the three in a',
          'million whose patience, drawn in milliseconds, is 0.',
          '',
        ]
      : []),
    ...(wide.length > 0
      ? [
          '### Wider than 2 %',
          '',
          'A run too short for intervals of 2 % of an exact value is made longer by doubling, steady models up to 8 times and those',
          'from empty up to 16 times the length the reference states. What is still wide is rare, seen in few replications at all:',
          'it is known to a few thousandths of an item or of a share, which is what a plan can use.',
          '',
          ...wide,
          '',
        ]
      : []),
  ];
}
