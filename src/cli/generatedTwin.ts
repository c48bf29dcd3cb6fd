import type {FileEntry} from '../files/index.ts';
import type {Findings} from '../importers/index.ts';

/** The files of the generated twin: the scenario, what it was made of, and charts of the fits. */
export async function generatedTwin(findings: Findings): Promise<FileEntry[]> {
  const [{fitPictures, twinFiles, twinOf}, {fitFiles}] = await Promise.all([
    import('../importers/index.ts'),
    import('../report/fits/fitChart.ts'),
  ]);
  const twin = twinOf(findings);
  return [...twinFiles(findings, twin), ...(await fitFiles(fitPictures(twin), new Set(['svg', 'png'])))];
}
