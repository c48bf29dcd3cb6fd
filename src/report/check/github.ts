import {plain} from '../text/style.ts';
import {type CheckReport, fails} from './checkReport.ts';
import {checkText} from './text.ts';
import {claimText, extentText, openText, valueText} from './words.ts';

/**
 * The text, and an annotation for each claim that is not kept, as workflow commands of GitHub Actions: an error where it
 * fails the check, a warning where it does not.
 */
export function checkGithub(report: CheckReport): string {
  const annotations = report.scenarios.flatMap(({judged, places, changes, command}) =>
    judged.flatMap((one, index) => {
      const {claim, verdict, interval} = one;
      if (verdict === 'kept') return [];
      const place = places[index];
      const at = {
        ...(place && {file: place.file}),
        ...(place && place.line > 0 && {line: `${place.line}`, col: `${place.column}`}),
        title: `${verdict === 'broken' ? 'Broken' : 'Undecided'}: ${claimText(claim)}`,
      };
      const value = interval === null ? [] : [`${valueText(one, interval)}, ${extentText(one)}`];
      const why = verdict === 'undecided' ? [openText(one)] : [];
      const since = changes.length > 0 ? ['changed since the baseline:', ...changes] : [];
      const message = [...value, ...why, ...since, `again: ${command}`].join('\n');
      return [workflowCommand(fails(one, report) ? 'error' : 'warning', at, message)];
    }),
  );
  return [checkText(report, plain), ...annotations.map((line) => `${line}\n`)].join('');
}

/** `escapeData` and `escapeProperty` of actions/toolkit, packages/core/src/command.ts, are what the runner undoes. */
function workflowCommand(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(value)}`);
  return `::${name} ${listed.join(',')}::${escapedData(message)}`;
}
const escapedData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string => escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
