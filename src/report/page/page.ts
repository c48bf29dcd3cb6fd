import type {Results} from '../../measure/results.ts';
import {horizonLine, replicationsLine, uncountedLine} from '../heading.ts';
import type {NamedTable} from '../named/table.ts';
import {choicesOf} from './choices.ts';
import {type Drawing, figureHtml} from './figure.ts';
import {htmlText} from './htmlText.ts';
import {NAMED_NOTE, namedHtml} from './named.ts';
import {contentPolicy, scriptHtml} from './script.ts';
import {SECTIONS} from './sections/index.ts';
import type {Part, Section} from './sections/section.ts';
import {STYLE} from './style.ts';
import {tableHtml} from './tables.ts';
import {verdictsHtml} from './verdicts.ts';

export interface PageOptions {
  /** What makes the page answer; null: it stands still. */
  readonly script?: string | null | undefined;
  /** What to type for these results; null: nobody typed anything. */
  readonly command?: string | null | undefined;
  /** The named reports, where every item was written down. */
  readonly named?: readonly NamedTable[] | undefined;
}

/**
 * `report.html`: one page that needs nothing else, no network and no file. Verdicts first, then a section a question;
 * what every number means and how it was run come last. It is whole without `script`, which only makes it answer.
 */
export function reportPage(
  results: Results,
  drawings: readonly Drawing[],
  {script = null, command = null, named = []}: PageOptions = {},
): string {
  const name = htmlText(results.scenario.name);
  const filled = filledSections(results, drawings, command, named);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script)}">
<title>${name} \u2013 Preroute</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${name}</h1>
<p>${[horizonLine(results), replicationsLine(results), uncountedLine(results)]
    .filter((line) => line !== '')
    .map(htmlText)
    .join('<br>')}</p>
${verdictsHtml(results)}
${navigation(filled)}
</header>
<main>
${filled.map(sectionHtml).join('\n')}
</main>
<footer>
<p>Preroute ${htmlText(results.version)}, scenario ${htmlText(results.scenario.hash)}. The numbers behind this page are in summary.json, series.json, intervals.csv, groups.csv and agents.csv beside it.</p>
</footer>
${scriptHtml(script, drawings, choicesOf(results), named)}
</body>
</html>
`;
}

/** A section as it stands in the page: what it has something for. */
interface Filled {
  readonly section: Section;
  readonly parts: readonly string[];
}

function filledSections(
  results: Results,
  drawings: readonly Drawing[],
  command: string | null,
  named: readonly NamedTable[],
): Filled[] {
  const drawn = new Map(drawings.map((drawing) => [drawing.key, figureHtml(drawing)]));
  const markup = (part: Part): string => {
    if (part.kind === 'text') return part.html(results, command);
    if (part.kind === 'named') return named.length === 0 ? '' : [NAMED_NOTE, ...named.map(namedHtml)].join('\n');
    if (part.kind === 'chart') return drawn.get(part.key) ?? '';
    const table = part.of(results);
    return table === null ? '' : tableHtml(table, part.mark);
  };
  return SECTIONS.map((section) => ({section, parts: section.parts.map(markup).filter((part) => part !== '')})).filter(
    ({parts}) => parts.length > 0,
  );
}

const sectionHtml = ({section: {key, title}, parts}: Filled): string =>
  `<section id="${key}"><h2>${htmlText(title)}</h2>\n${parts.join('\n')}\n</section>`;

function navigation(filled: readonly Filled[]): string {
  const links = filled.map(({section: {key, title}}) => `<a href="#${key}">${htmlText(title)}</a>`);
  return `<nav aria-label="Sections">${links.join(' ')}</nav>`;
}
