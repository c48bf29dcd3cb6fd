import type {Problem} from '../../language/problem.ts';
import {renderProblems} from '../../language/render.ts';
import {printable} from '../../language/show.ts';
import type {Finding} from '../../lint/finding.ts';
import type {LintResult} from '../../lint/lint.ts';
import {wrap} from '../names.ts';
import {paragraph, SUMMARY_WIDTH} from '../text/lines.ts';
import {exampleText} from './exampleText.ts';

/** Findings for a terminal: those that fail first, then notes, then what is accepted, then how many. */
export function lintText(file: string, {findings, accepted, failing}: LintResult): string {
  const fails = findings.filter(({severity}) => severity !== 'note');
  const notes = findings.filter(({severity}) => severity === 'note');
  const blocks = fails.map((finding) => renderProblems([problemOf(finding)], SUMMARY_WIDTH));
  const noted = notes.flatMap((finding) =>
    paragraph(
      'note ',
      printable(`${finding.at.file}:${finding.at.line} ${finding.code}: ${saidOf(finding)}`),
      SUMMARY_WIDTH,
      2,
    ),
  );
  const allowed = accepted.flatMap((finding) =>
    paragraph(
      'accepted ',
      printable(`${finding.at.file}:${finding.at.line} ${finding.code}: ${finding.reason || 'no reason given'}`),
      SUMMARY_WIDTH,
      2,
    ),
  );
  const parts = [
    counted(failing, 'finding'),
    ...(notes.length > 0 ? [counted(notes.length, 'note')] : []),
    ...(accepted.length > 0 ? [`${accepted.length} accepted`] : []),
  ];
  const summary = wrap(`${printable(file)}: ${failing === 0 ? 'clean' : parts[0]}${rest(parts)}`, SUMMARY_WIDTH);
  return `${[...blocks, ...(noted.length > 0 ? [`${noted.join('\n')}\n`] : []), ...(allowed.length > 0 ? [`${allowed.join('\n')}\n`] : []), `${summary.join('\n')}\n`].join('\n')}`;
}

const rest = ([, ...others]: readonly string[]) => others.map((part) => `, ${part}`).join('');
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function saidOf({message, counterExample}: Finding): string {
  const example = counterExample && exampleText(counterExample);
  return `${message}${example ? `. Example: ${example}` : ''}`;
}

function problemOf(finding: Finding): Problem {
  const {severity, code, at, path, suggestion, excerpt} = finding;
  return {
    // The kind is said with the severity, so no label is put before the message.
    severity: 'error',
    at,
    path,
    message: `${severity} ${code}: ${saidOf(finding)}`,
    ...(suggestion !== undefined && {hint: suggestion}),
    ...(excerpt !== undefined && {excerpt}),
  };
}
