import type {Judged} from '../../experiment/index.ts';
import {type CheckReport, fails, type ScenarioReported} from './checkReport.ts';
import {claimText, extentText, openText, valueText} from './words.ts';

/**
 * JUnit's XML as Jenkins, GitLab and their like read it (valid against `junit-10.xsd` of Jenkins' xunit plugin): a suite
 * a scenario, a case a claim. No times: the same check is the same bytes.
 */
export function checkJunit(report: CheckReport): string {
  const all = report.scenarios.flatMap(({judged}) => judged);
  const failures = (judged: readonly Judged[]) => judged.filter((one) => fails(one, report)).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="preroute check" tests="${all.length}" failures="${failures(all)}" errors="0">`,
    ...report.scenarios.flatMap((scenario) => {
      const {file, judged} = scenario;
      const skipped = judged.filter((one) => isSkipped(one, report)).length;
      const counts = `tests="${judged.length}" failures="${failures(judged)}" errors="0" skipped="${skipped}"`;
      return [
        `  <testsuite name="${escaped(file)}" ${counts}>`,
        ...judged.flatMap((one) => caseLines(one, scenario, report)),
        '  </testsuite>',
      ];
    }),
    '</testsuites>',
    '',
  ].join('\n');
}

const isSkipped = (one: Judged, report: CheckReport) => one.verdict === 'undecided' && !fails(one, report);

function caseLines(judged: Judged, {file, changes, command}: ScenarioReported, report: CheckReport): string[] {
  const {claim, verdict, interval} = judged;
  const head = `    <testcase classname="${escaped(file)}" name="${escaped(claimText(claim))}"`;
  if (verdict === 'kept') return [`${head}/>`];
  const value = interval === null ? [] : [`${valueText(judged, interval)}, ${extentText(judged)}`];
  const why = verdict === 'undecided' ? [openText(judged)] : [];
  const message = escaped(`${verdict}: ${[...value, ...why].join('; ')}`);
  if (isSkipped(judged, report)) return [`${head}>`, `      <skipped message="${message}"/>`, '    </testcase>'];
  const since = changes.length > 0 ? ['changed since the baseline:', ...changes] : [];
  const text = escaped([claimText(claim), ...value, ...why, ...since, `again: ${command}`].join('\n'));
  return [`${head}>`, `      <failure type="${verdict}" message="${message}">${text}</failure>`, '    </testcase>'];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0 has no character for is replaced; a tab or newline would become a blank in an attribute and is one already. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
