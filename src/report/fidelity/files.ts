import {drawn} from '../charts/draw.ts';
import {recordedByHour} from '../charts/recordedByHour.ts';
import {recordedByInterval} from '../charts/recordedByInterval.ts';
import {recordedByScope} from '../charts/recordedByScope.ts';
import type {OutputFile} from '../formats/outputFile.ts';
import {plain} from '../text/style.ts';
import type {FidelityReport} from './fidelityReport.ts';
import {fidelityPage} from './page.ts';
import {fidelityText} from './text.ts';

/** `fidelity.html` and `fidelity.txt`. The same report gives the same bytes. */
export async function fidelityFiles(report: FidelityReport, signal?: AbortSignal): Promise<OutputFile[]> {
  const {results} = report;
  const charts = [recordedByInterval, recordedByHour, recordedByScope]
    .filter((chart) => chart.needs(results))
    .map((chart) => ({key: chart.key, title: chart.title, spec: () => chart.spec(results)}));
  const {drawings} = await drawn(charts, new Set(), signal);
  return [
    {path: 'fidelity.html', content: fidelityPage(report, drawings)},
    {path: 'fidelity.txt', content: fidelityText(report, plain)},
  ];
}
