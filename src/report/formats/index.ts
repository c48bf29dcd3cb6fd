/** What a run writes into its folder. A new format is a file and a line here. */
import type {Results} from '../../measure/results.ts';
import {agentsCsv} from './agentsCsv.ts';
import {groupsCsv} from './groupsCsv.ts';
import {intervalsCsv} from './intervalsCsv.ts';
import type {OutputFile} from './outputFile.ts';
import {summaryJson} from './summaryJson.ts';

export const FORMATS: readonly {readonly path: string; readonly content: (results: Results) => string}[] = [
  {path: 'summary.json', content: summaryJson},
  {path: 'intervals.csv', content: intervalsCsv},
  {path: 'groups.csv', content: groupsCsv},
  {path: 'agents.csv', content: agentsCsv},
];

/** The tables and documents of a run; the same results give the same bytes. */
export const documents = (results: Results): OutputFile[] =>
  FORMATS.map(({path, content}) => ({path, content: content(results)}));
