import {horizonLine, replicationsLine} from '../heading.ts';
import {type Drawing, figureHtml} from '../page/figure.ts';
import {htmlText} from '../page/htmlText.ts';
import {STYLE} from '../page/style.ts';
import {tableHtml} from '../page/tables.ts';
import {type FidelityReport, validityText} from './fidelityReport.ts';
import {fidelityTables} from './tables.ts';

/** `fidelity.html`: one page that needs nothing else, no network and no script. */
export function fidelityPage(report: FidelityReport, drawings: readonly Drawing[]): string {
  const {results} = report;
  const name = htmlText(results.scenario.name);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${name}: how far to trust it \u2013 Preroute</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${name}: how far to trust it</h1>
<p>${[horizonLine(results), replicationsLine(results)].map(htmlText).join('<br>')}</p>
${validityText(report)
  .map((sentence) => `<p>${htmlText(sentence)}</p>`)
  .join('\n')}
</header>
<main>
${fidelityTables(report)
  .map((table) => tableHtml(table))
  .join('\n')}
${drawings.map(figureHtml).join('\n')}
</main>
<footer>
<p>Preroute ${htmlText(results.version)}, scenario ${htmlText(results.scenario.hash)}.</p>
</footer>
</body>
</html>
`;
}
