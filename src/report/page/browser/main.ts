import type {NamedTable} from '../../named/table.ts';
import type {ChoiceOf} from '../choices.ts';
import {LiveChart, type Spec} from './chart.ts';
import {Choice} from './chosen.ts';
import {controls} from './controls.ts';
import {dataTable} from './dataTable.ts';
import {exportButtons} from './exporting.ts';
import {ReportTable} from './reportTable.ts';
import {namesIn, timeSpanOf} from './shownSpec.ts';
import {sortable} from './sorting.ts';

/** What makes the page answer. Without it everything is there already, drawn. */
function start(): void {
  const specs: Readonly<Record<string, Spec>> = JSON.parse(document.getElementById('specs')?.textContent ?? '{}');
  const choices: readonly ChoiceOf[] = JSON.parse(document.getElementById('choices')?.textContent ?? '[]');
  const choice = new Choice();
  const all = Object.values(specs);
  const spans = all.flatMap((spec) => timeSpanOf(spec) ?? []);
  const span = spans.length > 0 ? ([Math.min(...spans), Math.max(...spans)] as const) : null;
  const shown = new Set(all.flatMap(namesIn));
  const choosable = choices.filter(({labels}) => labels.some((label) => shown.has(label)));
  document.querySelector('main')?.prepend(controls(choice, choosable, span));
  const whenSeen = new IntersectionObserver((entries) => {
    for (const {isIntersecting, target} of entries) {
      if (!isIntersecting) continue;
      whenSeen.unobserve(target);
      void charts.get(target)?.draw();
    }
  });
  const charts = new Map<Element, LiveChart>();
  for (const figure of document.querySelectorAll<HTMLElement>('figure[id^="chart-"]')) {
    const spec = specs[figure.id.replace(/^chart-/, '')];
    if (!spec) continue;
    const chart = new LiveChart(figure, spec, choice);
    charts.set(figure, chart);
    figure.append(exportButtons(chart), dataTable(chart));
    whenSeen.observe(figure);
  }
  for (const table of document.querySelectorAll('table')) if (!table.closest('.named')) sortable(table);
  const named: readonly NamedTable[] = JSON.parse(document.getElementById('named')?.textContent ?? '[]');
  for (const table of named) {
    const section = document.getElementById(`report-${table.key}`);
    if (section) new ReportTable(section, table);
  }
}

start();
