import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {panelName} from '../charts/panels.ts';

/** Something a reader may leave out of the charts, and what panels and series of it are named. */
export interface ChoiceOf {
  readonly kind: 'Processes' | 'Groups';
  readonly name: string;
  readonly labels: readonly string[];
}

/** Charts cut names to one of these lengths. */
const CUTS = [36, 40, 48, 60];

/** The processes and groups of the results; what has one name is one choice. */
export function choicesOf({intervals: {rows, groups}}: Results): ChoiceOf[] {
  const choices = new Map<string, {kind: ChoiceOf['kind']; labels: Set<string>}>();
  const add = (kind: ChoiceOf['kind'], name: string, labels: readonly string[]) => {
    const choice = choices.get(name) ?? {kind, labels: new Set()};
    for (const label of [...CUTS.map((cut) => printable(name, cut)), ...labels]) choice.labels.add(label);
    choices.set(name, choice);
  };
  for (const row of rows) add('Processes', row.process, [panelName(row)]);
  for (const {group} of groups) add('Groups', group, []);
  return [...choices].map(([name, {kind, labels}]) => ({kind, name: printable(name), labels: [...labels]}));
}
