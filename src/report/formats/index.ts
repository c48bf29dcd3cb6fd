/** What a run writes into its folder. A new format is a file and a line here. */
import type {Results} from '../../measure/results.ts';
import {agentsCsv} from './agentsCsv.ts';
import {groupsCsv} from './groupsCsv.ts';
import {intervalsCsv} from './intervalsCsv.ts';
import {lateCsv} from './lateCsv.ts';
import {milestonesCsv} from './milestonesCsv.ts';
import type {OutputFile} from './outputFile.ts';
import {seriesJson} from './seriesJson.ts';
import {flowsCsv, processFlowsCsv, stagesCsv} from './stagesCsv.ts';
import {summaryJson} from './summaryJson.ts';

/** A file of a run, by its path; null where the results have nothing for it. */
interface Format {
  readonly path: string;
  readonly content: (results: Results) => string | null;
}

export const FORMATS: readonly Format[] = [
  {path: 'summary.json', content: summaryJson},
  {path: 'series.json', content: seriesJson},
  {path: 'intervals.csv', content: intervalsCsv},
  {path: 'groups.csv', content: groupsCsv},
  {path: 'agents.csv', content: agentsCsv},
  {path: 'milestones.csv', content: milestonesCsv},
  {path: 'stages.csv', content: stagesCsv},
  {path: 'flows.csv', content: flowsCsv},
  {path: 'process-flows.csv', content: processFlowsCsv},
  {path: 'late.csv', content: lateCsv},
];

/** The tables and documents of a run; the same results give the same bytes. */
export const documents = (results: Results): OutputFile[] =>
  FORMATS.flatMap(({path, content: of}) => {
    const content = of(results);
    return content === null ? [] : [{path, content}];
  });
