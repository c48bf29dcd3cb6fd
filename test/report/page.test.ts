import {expect, test} from 'vitest';
import {draw} from '../../src/report/charts/draw.ts';
import {CHARTS} from '../../src/report/charts/index.ts';
import {reportPage} from '../../src/report/page/page.ts';
import {SECTIONS} from '../../src/report/page/sections/index.ts';
import {tableHtml} from '../../src/report/page/tables.ts';
import {fixture} from './fixture.ts';

const {drawings} = await draw(fixture, new Set());
const page = reportPage(fixture, drawings);

test('the page needs nothing else: no script, no address, no file', () => {
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|javascript:|\son\w+\s*=\s*["']/i);
  expect(page.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\//);
});

test('a hostile name stands there as text', () => {
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; \\u{1b}[31mred\\u{7}');
  expect(page).toContain('=cmd|&quot;/c calc&quot;!A1');
  expect(page.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('verdicts come first, then what happened, then when; definitions are at the end', () => {
  const places = [
    'class="verdicts"',
    'id="goals"',
    'id="volume"',
    'id="chart-service-level"',
    'id="definitions"',
    'id="provenance"',
  ];
  const found = places.map((place) => page.indexOf(place));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found).not.toContain(-1);
});

test('how it was run has the command, if there was one', () => {
  expect(page).not.toContain('<dt>Command</dt>');
  expect(reportPage(fixture, [], {command: 'preroute run <desk>.yaml'})).toContain(
    '<dt>Command</dt><dd>preroute run &lt;desk&gt;.yaml</dd>',
  );
});

test('ids of the drawings do not meet', () => {
  const ids = [...page.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]);
  expect(ids.length).toBeGreaterThan(15);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(target);
});

test('without charts and goals the page stands too', () => {
  const bare = reportPage(
    {...fixture, goals: [], warnings: [], targets: [], rules: [], probes: [], recorded: null},
    [],
  );
  expect(bare).toContain('No goals are set');
  expect(bare).not.toContain('<figure');
});

test('a table of nothing says so', () => {
  const table = {key: 'volume', title: 'Volume', columns: [], rows: []};
  expect(tableHtml(table)).toContain('<h3>Volume</h3><p>Nothing to show: there were none.</p>');
});

test('every chart stands in one section', () => {
  const shown = SECTIONS.flatMap(({parts}) => parts.flatMap((part) => (part.kind === 'chart' ? [part.key] : [])));
  expect(shown.sort()).toEqual(CHARTS.map(({key}) => key).sort());
});
