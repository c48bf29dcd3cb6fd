// Writes docs/performance.md and its charts from bench/figures: `node bench/page.mjs`.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {BENCHES} from './measured/index.mjs';
import {here, table} from './measuring.mjs';
import {PEERS, TRAPS} from './words.mjs';

export async function writePage() {
  const kept = BENCHES.flatMap((bench) => {
    const path = here(`figures/${bench.name}.json`);
    return existsSync(path) ? [{bench, ...JSON.parse(readFileSync(path, 'utf8'))}] : [];
  });
  if (kept.length === 0) throw new Error('there are no figures in bench/figures: npm run bench');
  const theme = await import('../dist/report/theme.js');
  await drawCharts(kept, theme);
  writeFileSync(here('../docs/performance.md'), `${[...pageOf(kept, theme)].join('\n\n')}\n`);
  console.log('docs/performance.md');
}

function* pageOf(kept, theme) {
  yield '# Performance';
  yield `How fast Preroute is, how much memory it takes, and how that was measured. Written by \`npm run bench -- --page\` from the
figures in \`bench/figures\`; nothing here is typed by hand. No timing is a test: the machine has its say in each.
Figures are medians with the least and the most of the turns: \`0.54 (0.51 to 0.58)\`. Only ratios carry over to other machines;
each is taken within one run, from programs that take turns.`;
  yield '## Against the goals';
  const goals = kept.flatMap(({bench, figures}) => bench.goals(figures));
  yield table(
    ['goal', 'limit', 'measured', ''],
    goals.map(({goal, limit, value, met}) => [goal, limit, value, met ? 'met' : '**missed**']),
  );
  for (const {bench, figures} of kept) {
    yield `## ${bench.title}`;
    yield bench.text;
    for (const each of bench.tables(figures)) yield each;
    for (const {name, alt} of bench.charts(figures, theme)) yield `![${alt}](images/${name}.svg)`;
    const after = bench.after?.(figures);
    if (after) yield after;
  }
  yield PEERS;
  yield TRAPS;
  yield '## Measured on';
  yield table(
    ['bench', 'date', 'processor', 'cores', 'memory', 'load at the end', 'Node', 'commit'],
    kept.map(({bench, date, machine, versions}) => [
      bench.name,
      date,
      `${machine.processor}, ${machine.system}`,
      String(machine.cores),
      `${machine.memoryGb} GB`,
      String(machine.load),
      versions.node,
      versions.commit ?? '',
    ]),
  );
}

async function drawCharts(kept, theme) {
  const {renderSvg} = await import('../dist/report/charts/render.js');
  const {CONFIG, SERIES} = theme;
  const range = {category: SERIES.map(({colour}) => colour)};
  mkdirSync(here('../docs/images'), {recursive: true});
  for (const {bench, figures} of kept)
    for (const {name, spec} of bench.charts(figures, theme)) {
      const config = {...CONFIG, background: '#ffffff', range: {...CONFIG.range, ...range}};
      const complain = (message) => console.error(`${name}: ${message}`);
      writeFileSync(here(`../docs/images/${name}.svg`), await renderSvg({...spec, config}, complain));
    }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await writePage();
