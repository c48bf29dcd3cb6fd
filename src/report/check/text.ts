import type {Judged} from '../../experiment/index.ts';
import {printable} from '../../language/show.ts';
import {columnsOf, pad} from '../names.ts';
import {paragraph, SUMMARY_WIDTH} from '../text/lines.ts';
import type {Style} from '../text/style.ts';
import {type CheckReport, fails, isPassed, type ScenarioReported} from './checkReport.ts';
import {claimText, extentText, openText, valueText} from './words.ts';

const INDENT = 11;
const inset = ' '.repeat(INDENT);

/** For the terminal: no line wider than 80 columns but those that are to be copied. */
export function checkText(report: CheckReport, style: Style): string {
  const sections = report.scenarios.map((scenario) => scenarioLines(scenario, report, style));
  return `${[...sections, totalLines(report, style)].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function scenarioLines(scenario: ScenarioReported, report: CheckReport, style: Style): string[] {
  const {judged, changes, command, file, replications} = scenario;
  const runs = `${replications} replications`;
  const name = printable(file);
  const left = SUMMARY_WIDTH - runs.length - 1;
  // a path is never cut, so that it can be copied
  const head =
    columnsOf(name) > left
      ? [style.heading(name), runs.padStart(SUMMARY_WIDTH)]
      : [`${style.heading(pad(name, left))} ${runs}`];
  const goals = judged.filter(({claim}) => claim.kind === 'goal');
  const compared = judged.filter(({claim}) => claim.kind === 'baseline');
  const told = compared.filter((one) => one.verdict !== 'kept' || one.interval?.value !== 0);
  const failed = judged.some((one) => fails(one, report));
  return [
    ...head,
    ...(judged.length === 0 ? ['no goals, and nothing to compare'] : []),
    ...goals.flatMap((one) => judgedLines(one, style)),
    ...told.flatMap((one) => judgedLines(one, style)),
    ...(compared.length > told.length ? [`${inset}as in the baseline: ${compared.length - told.length} more`] : []),
    ...(failed && changes.length > 0
      ? [
          'Changed since the baseline:',
          ...changes.flatMap((change) => paragraph('  ', printable(change), SUMMARY_WIDTH, 4)),
        ]
      : []),
    ...(failed ? [`Again: ${command}`] : []),
  ];
}

function judgedLines(judged: Judged, style: Style): string[] {
  const {claim, verdict, interval, replications} = judged;
  const paint = {kept: style.good, broken: style.bad, undecided: style.doubtful}[verdict];
  const [first = '', ...rest] = paragraph(pad(verdict, INDENT), claimText(claim), SUMMARY_WIDTH, INDENT);
  const value = interval === null ? [] : [`${valueText(judged, interval)}, ${extentText(judged)}`];
  const why = verdict === 'undecided' ? [openText(judged)] : [];
  return [
    first.replace(verdict, paint(verdict)),
    ...rest,
    ...(replications === 0 && interval === null ? why : [...value, ...why]).flatMap((text) =>
      paragraph(inset, text, SUMMARY_WIDTH, INDENT),
    ),
  ];
}

function totalLines(report: CheckReport, style: Style): string[] {
  const all = report.scenarios.flatMap(({judged}) => judged);
  const count = (verdict: Judged['verdict']) => all.filter((one) => one.verdict === verdict).length;
  const counts = (['broken', 'undecided', 'kept'] as const)
    .filter((verdict) => count(verdict) > 0)
    .map((verdict) => `${count(verdict)} ${verdict}`);
  const undecided =
    count('undecided') > 0 ? `; undecided counts as ${report.undecided === 'fail' ? 'failed' : 'a warning'}` : '';
  const verdict = isPassed(report) ? style.good('Passed') : style.bad('Failed');
  return [`${verdict}: ${counts.join(', ') || 'nothing to check'}${undecided}`];
}
