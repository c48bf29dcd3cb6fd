// `npm run bench [name …] [-- options]`: all benches, or those named (or parts of one: `npm run bench w1`).
//
//   --rounds N   turns of each comparison [default: as each bench has it]
//   --small      small sizes, to try a bench; nothing is written
//   --full       the largest sizes too, where a bench leaves some out
//   --page       write docs/performance.md from the figures afterwards
//
// Figures of whole benches are kept in bench/figures/<name>.json; `node bench/page.mjs` makes the page from them.
import {mkdirSync, writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {machine} from './machine.mjs';
import {BENCHES} from './measured/index.mjs';
import {here} from './measuring.mjs';
import {writePage} from './page.mjs';

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    rounds: {type: 'string'},
    small: {type: 'boolean', default: false},
    full: {type: 'boolean', default: false},
    page: {type: 'boolean', default: false},
  },
});

const unknown = positionals.filter((word) => !BENCHES.some(({name, parts}) => [name, ...parts].includes(word)));
if (unknown.length > 0) {
  const known = BENCHES.map(({name, parts}) => `  ${name.padEnd(14)}${parts.join(' ')}`).join('\n');
  console.error(`There is no bench ${unknown.join(', ')}. Benches, and parts to ask for alone:\n${known}`);
  process.exit(2);
}

for (const bench of BENCHES) {
  const {name, parts} = bench;
  const asked = positionals.filter((word) => parts.includes(word));
  const whole =
    positionals.length === 0 || positionals.includes(name) || (asked.length > 0 && asked.length === parts.length);
  if (!whole && asked.length === 0) continue;
  const begun = performance.now();
  console.log(`\n${bench.title}\n`);
  const figures = await bench.measure({
    parts: whole ? parts : asked,
    small: values.small,
    full: values.full,
    rounds: values.rounds === undefined ? undefined : Number(values.rounds),
    say: (line) => console.error(`  ${line}`),
  });
  if (figures.skipped) {
    console.log(`skipped: ${figures.skipped}`);
    continue;
  }
  for (const table of bench.tables(figures)) console.log(`${table}\n`);
  for (const {goal, limit, value, met} of bench.goals(figures))
    console.log(`${met ? 'met   ' : 'MISSED'} ${goal}: ${value} (${limit})`);
  console.log(`\n${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  if (whole && !values.small) keep(name, figures);
}
if (values.page) await writePage();

function keep(name, figures) {
  mkdirSync(here('figures'), {recursive: true});
  writeFileSync(here(`figures/${name}.json`), `${JSON.stringify({...machine(), figures}, null, 1)}\n`);
}
