/** Exact values and the independent simulator: every figure in a table, family by family. */
import type {ExactCase, SimulatedCase} from '../../test/reference/cases.ts';
import {WIDE} from '../../test/reference/judge.ts';
import type {JudgedCase, JudgedFigure} from './judged.ts';
import {modelInWords} from './models.ts';
import {count, plusMinus, probability, shown, table} from './table.ts';

const isExact = (it: ExactCase | SimulatedCase): it is ExactCase => 'family' in it;

const VERDICTS = {
  agrees: 'agrees',
  wide: 'agrees, **wide**',
  immaterial: 'off by less than 0.5 %',
  differs: '**differs**',
} as const;

export function referencePart(cases: readonly JudgedCase[]): string[] {
  const exact = cases.filter(({it}) => isExact(it));
  const families = [...new Set(exact.flatMap(({it}) => (isExact(it) ? [it.family] : [])))];
  return [
    '## Exact values',
    '',
    'Unless a family says otherwise: Poisson arrivals; an arrival takes the agent idle longest of those who may take it,',
    'else waits; a freed agent takes the waiting item of the highest priority, then the oldest; nobody is interrupted.',
    'A figure is named by class (`c1`) or group (`g.A`) and what is measured (`test/reference/README.md` says how);',
    '`t3600.` is read at that second. Seconds, shares, items; ± is the half width of a 95 % interval.',
    '',
    ...families.flatMap((family) =>
      familyPart(
        family,
        exact.filter(({it}) => isExact(it) && it.family === family),
      ),
    ),
    '## An independent simulator',
    '',
    'Models that no formula covers, simulated by a program in C++ that was written from the rules alone and shares no code',
    'with Preroute; it agrees with every exact case above (572 numbers, 95.6 % within two standard errors). Both values',
    'have an interval; the standardized error is that of their difference.',
    '',
    ...cases.filter(({it}) => !isExact(it)).flatMap(simulatedPart),
  ];
}

const COMMON = /^Poisson arrivals;.*?no preemption\.\s*/s;

function familyPart(family: string, cases: readonly JudgedCase[]): string[] {
  const rules = [...new Set(cases.flatMap(({it}) => (isExact(it) ? [it.rule.replace(COMMON, '').trim()] : [])))];
  return [
    `### ${family[0]?.toUpperCase()}${family.slice(1)}`,
    '',
    ...cases.flatMap(({it, result}) => {
      if (!isExact(it)) return [];
      const rule = it.rule.replace(COMMON, '').trim();
      return [
        `- **${it.id}** ${modelInWords(it.sim)}. ${rules.length > 1 ? `${rule} ` : ''}*Source:* ${it.source.trim()}${/[.)]$/.test(it.source.trim()) ? '' : '.'}`,
        ...lengthLines(result.missing, result.replications, result.joint.p),
      ];
    }),
    ...(rules.length === 1 && rules[0] ? ['', `Rule: ${rules[0]}`] : []),
    '',
    table(
      ['case', 'figure', 'exact', 'Preroute', 'standard errors', 'verdict'],
      cases.flatMap(({it, figures}) => figures.map((figure) => rowOf(it.id, figure))),
      [2, 3, 4],
    ),
    '',
  ];
}

function simulatedPart({it, result, figures}: JudgedCase): string[] {
  if (isExact(it)) return [];
  return [
    `### ${it.id} ${it.title}`,
    '',
    `${it.rules.replace(/^General rules R1-R14 of README.md apply\. /, '')}`,
    '',
    `- ${modelInWords(it.sim)}; the other simulator: ${it.replications_run} replications`,
    ...lengthLines(result.missing, result.replications, result.joint.p),
    '',
    table(
      ['figure', 'the other simulator', 'Preroute', 'standard errors', 'verdict'],
      figures.map((figure) => rowOf(it.id, figure).slice(1)),
      [1, 2, 3],
    ),
    '',
  ];
}

const lengthLines = (missing: readonly string[], replications: number, p: number | null): string[] => [
  ...(replications > 0
    ? [
        `  ${replications.toLocaleString('en')} replications${p === null ? '' : `; all its figures together: p = ${probability(p)}`}.`,
      ]
    : []),
  ...(missing.length > 0 ? [`  Left out: ${missing.join('; ')}.`] : []),
];

function rowOf(id: string, figure: JudgedFigure): string[] {
  const {key, expected, expectedHalfWidth, value, halfWidth, z, verdict} = figure;
  return [
    id,
    key,
    `${shown(expected)}${plusMinus(expectedHalfWidth)}`,
    `${shown(value)}${plusMinus(halfWidth)}`,
    z === null ? 'never varies' : z.toFixed(2),
    VERDICTS[verdict],
  ];
}

/** Exact figures whose interval is wide, and how many replications would narrow it; simulated ones by number. */
export function wideLines(cases: readonly JudgedCase[]): string[] {
  const isWide = ({verdict}: JudgedFigure) => verdict === 'wide';
  const exact = cases.filter(({it}) => isExact(it));
  const simulated = cases.filter(({it, figures}) => !isExact(it) && figures.some(isWide));
  const numbers = simulated.map(({it, figures}) => `${figures.filter(isWide).length} of ${it.id}`);
  return [
    ...exact.flatMap(({it, result, figures}) =>
      figures.filter(isWide).map(({key, expected, halfWidth}) => {
        const own = halfWidth / Math.abs(expected);
        const replications = Math.ceil(result.replications * (own / WIDE) ** 2);
        const percent = (100 * own).toFixed(1);
        return `- ${it.id} \`${key}\` = ${shown(expected)}: ± ${percent} % of ${count(result.replications)} replications; 2 % would take some ${count(Number(replications.toPrecision(2)))}`;
      }),
    ),
    ...(numbers.length > 0
      ? [
          `- Beside the independent simulator, whose own intervals no longer run of ours can narrow: ${numbers.join(', ')} (marked in the tables)`,
        ]
      : []),
  ];
}
