/** SARIF 2.1.0 (OASIS, 2020): one run, a rule for each kind of finding. */
import type {Finding} from '../../lint/finding.ts';
import {LISTED_KINDS, type LintResult} from '../../lint/lint.ts';
import {exampleText} from './exampleText.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export function lintSarif(results: readonly LintResult[], version: string): string {
  const rules = LISTED_KINDS.map(({code, title, doc, severity}) => ({
    id: code,
    shortDescription: {text: title},
    fullDescription: {text: doc},
    defaultConfiguration: {level: severity},
  }));
  const found = results.flatMap(({findings, accepted}) => [
    ...findings.map((finding) => resultOf(finding)),
    ...accepted.map((finding) => ({
      ...resultOf(finding),
      suppressions: [{kind: 'inSource', ...(finding.reason !== '' && {justification: finding.reason})}],
    })),
  ]);
  const run = {tool: {driver: {name: 'preroute', version, rules}}, columnKind: 'utf16CodeUnits', results: found};
  return `${JSON.stringify({$schema: SCHEMA, version: '2.1.0', runs: [run]}, null, 2)}\n`;
}

function resultOf({code, severity, at, path, message, counterExample, suggestion}: Finding) {
  const example = counterExample && exampleText(counterExample);
  const text = [message, ...(example ? [`Example: ${example}`] : []), ...(suggestion ? [`→ ${suggestion}`] : [])];
  return {
    ruleId: code,
    ruleIndex: LISTED_KINDS.findIndex((kind) => kind.code === code),
    level: severity,
    message: {text: text.join('. ')},
    locations: [
      {
        physicalLocation: {
          artifactLocation: {uri: encodeURI(at.file.replaceAll('\\', '/'))},
          ...(at.line > 0 && {region: {startLine: at.line, startColumn: Math.max(1, at.column)}}),
        },
        ...(path !== '' && {logicalLocations: [{fullyQualifiedName: path}]}),
      },
    ],
    ...(counterExample && {properties: {counterExample}}),
  };
}
