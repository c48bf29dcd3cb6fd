import {classAt} from '../../measure/scope.ts';
import type {Told} from './told.ts';

/** What items are told apart by: their process, or a reported attribute such as a department. */
export interface Splits {
  readonly rows: readonly {readonly by: string; readonly name: string}[];
  /** Rows that the items of a report class belong to. */
  readonly ofClass: readonly (readonly number[])[];
}

export function splitsOf({model: {names, reporting}}: Told): Splits {
  const rows = names.processes.map((name) => ({by: 'process', name}));
  const known = new Map<string, number>();
  const rowOf = (by: string, name: string): number => {
    const key = JSON.stringify([by, name]);
    const row = known.get(key) ?? rows.push({by, name}) - 1;
    known.set(key, row);
    return row;
  };
  const ofClass = Array.from({length: reporting.classes.count}, (_, index) => {
    const {process, attributes} = classAt(reporting.classes, index);
    return [process, ...Object.entries(attributes).map(([by, name]) => rowOf(by, name))];
  });
  return {rows, ofClass};
}
