import type {ComparedCandidate, Comparison} from '../../experiment/compare/index.ts';
import {instant} from '../heading.ts';
import {type Drawing, figureHtml} from '../page/figure.ts';
import {htmlText} from '../page/htmlText.ts';
import {contentPolicy, scriptHtml} from '../page/script.ts';
import {STYLE} from '../page/style.ts';
import {tableHtml} from '../page/tables.ts';
import type {Table} from '../tables/table.ts';
import {goalsTable, handsSentences, impactTable, namedItems, stoppedSentence} from './tables.ts';
import {counts} from './text.ts';

/** What verdicts look like, besides those of goals. */
const VERDICTS = `.better{color:var(--good)}.worse{color:var(--bad)}.different{color:var(--doubt)}
tr.better td,tr.worse td,tr.different td{color:var(--ink)}tr.better td:last-child{color:var(--good);font-weight:600}
tr.worse td:last-child{color:var(--bad);font-weight:600}tr.different td:last-child{color:var(--doubt);font-weight:600}
ul.changes{list-style:none;padding:0}ul.changes li::before{display:inline-block;width:5.2rem;color:var(--muted);content:attr(data-kind)}
pre{white-space:pre-wrap;font-size:.85rem;background:var(--panel);padding:.7rem;border-radius:.4rem}`;

/** `compare.html`: one page that needs nothing else, no network; it is whole without `script`, which makes it answer. */
export function comparisonPage(
  comparison: Comparison,
  drawings: readonly Drawing[],
  difference: readonly (readonly string[])[],
  script: string | null = null,
): string {
  const {scenario, horizon, seed, version, candidates} = comparison;
  const name = `${htmlText(scenario.name)}: ${candidates.map((one) => htmlText(one.name)).join(', ')}`;
  const lines = [
    `${instant(horizon.from)} to ${instant(horizon.to)}, ${horizon.zone}, seed ${seed}`,
    stoppedSentence(comparison),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script)}">
<title>${name} \u2013 Preroute</title>
<style>${STYLE}${VERDICTS}</style>
</head>
<body>
<header>
<h1>${name}</h1>
<p>${lines.map(htmlText).join('<br>')}</p>
</header>
<main>
${candidates.map((candidate, k) => candidateHtml(candidate, k, difference[k] ?? [])).join('\n')}
${drawings.length > 0 ? `<h2 id="charts">Charts</h2>\n${drawings.map(figureHtml).join('\n')}` : ''}
${definitionsHtml(comparison)}
</main>
<footer>
<p>Preroute ${htmlText(version)}, scenario ${htmlText(scenario.hash)}, ${candidates.map((one) => `${htmlText(one.name)} ${htmlText(one.hash)}`).join(', ')}. The numbers behind this page are in comparison.json, comparison.csv and items-changed.csv beside it.</p>
</footer>
${scriptHtml(script, drawings, [])}
</body>
</html>
`;
}

function candidateHtml(candidate: ComparedCandidate, k: number, difference: readonly string[]): string {
  const own = (table: Table): Table => ({...table, key: `${table.key}-${k + 1}`});
  const goals = goalsTable(candidate);
  const named = (['winners', 'losers'] as const).flatMap((which) => namedItems(candidate, which) ?? []);
  const title = `With ${candidate.name}: ${counts(candidate.impact)}`;
  return [
    changesHtml(candidate),
    goals === null ? '' : tableHtml(own(goals), (row) => goalClass(row.at(-1) ?? '')),
    tableHtml(own(impactTable(candidate.impact, title)), (row) => (row.at(-1) ?? '').trim().split(' ')[0] ?? ''),
    `<section><h2>Who changed hands with ${htmlText(candidate.name)}</h2>${handsSentences(candidate)
      .map((sentence) => `<p>${htmlText(sentence)}</p>`)
      .join('')}</section>`,
    ...named.map((table) => tableHtml(own(table))),
    difference.length === 0
      ? ''
      : `<section><h2>The first decision that differs, in replication 1</h2><pre>${difference.map(htmlText).join('\n')}</pre></section>`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** By what it is with the candidate. */
const goalClass = (verdict: string): string => /(met|missed)(?: \(new\))?$/.exec(verdict.trim())?.[1] ?? 'undecided';

function changesHtml({changes, name}: ComparedCandidate): string {
  const items = changes.map(({kind, text}) => `<li data-kind="${kind}">${htmlText(text)}</li>`);
  const list =
    items.length === 0 ? '<p>Nothing: it means the same.</p>' : `<ul class="changes">${items.join('\n')}</ul>`;
  return `<section><h2>What differs in ${htmlText(name)}</h2>${list}</section>`;
}

function definitionsHtml({metrics, candidates}: Comparison): string {
  const told = new Set(candidates.flatMap(({impact}) => impact.map(({measure}) => measure.metric)));
  const entries = Object.values(metrics)
    .filter(({key}) => told.has(key))
    .map(({label, definition}) => `<dt>${htmlText(label)}</dt><dd>${htmlText(definition)}</dd>`);
  return `<section id="definitions"><h2>What the numbers mean</h2><dl>${entries.join('\n')}</dl></section>`;
}
