// Writes what the documentation says of the program out of the program itself: `npm run docs`.
//   node docs/make.mjs            writes docs/*.md, schema/, the output in README.md and the pictures
//   node docs/make.mjs --texts    all but the pictures
//   node docs/make.mjs --check    writes nothing; fails and names what is not as it would write it (pictures aside)
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chartsPage} from './make/charts.mjs';
import {lintPage} from './make/lint.mjs';
import {metricsPage} from './make/metrics.mjs';
import {withOutput} from './make/output.mjs';
import {takePictures} from './make/pictures.mjs';
import {reference} from './make/reference.mjs';
import {reportsPage} from './make/reports.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const [check, from] = [process.argv.includes('--check'), process.argv.find((word) => word.startsWith('--from='))];
/** The built program; another build than dist/ with `--from=folder`. */
const built = resolve(ROOT, from?.slice('--from='.length) ?? 'dist');
const part = (path) => import(pathToFileURL(join(built, path)).href);

const [{scenarioJsonSchema}, {METRICS}, {CHARTS}, {z}, {LISTED_KINDS}, {NAMED_REPORTS}, {PART_DEFINITIONS}] =
  await Promise.all([
    part('scenario/jsonSchema.js'),
    part('measure/metrics/index.js'),
    part('report/charts/index.js'),
    part('language/schema.js'),
    part('lint/lint.js'),
    part('report/named/index.js'),
    part('measure/waitParts/parts.js'),
  ]);
const schema = JSON.parse(JSON.stringify(scenarioJsonSchema()));
const texts = {
  'docs/scenario-reference.md': reference(schema),
  'docs/metrics.md': metricsPage(METRICS, z, PART_DEFINITIONS),
  'docs/charts.md': chartsPage(CHARTS),
  'docs/reports.md': reportsPage(NAMED_REPORTS),
  'docs/lint.md': lintPage(LISTED_KINDS, ROOT, join(built, 'cli/main.js')),
  'README.md': withOutput(ROOT, join(built, 'cli/main.js')),
  'schema/scenario.schema.json': `${JSON.stringify(schema)}\n`,
};

const standing = (path) => {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return null;
  }
};
const stale = Object.entries(texts).filter(([path, text]) => standing(path) !== text);
if (check) {
  for (const [path] of stale) console.error(`${path} is not what the program says: npm run docs`);
  console.log(`${Object.keys(texts).length} files checked, ${stale.length} stale`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(ROOT, path)), {recursive: true});
    writeFileSync(join(ROOT, path), text);
    console.log(`written: ${path}`);
  }
  if (!process.argv.includes('--texts')) {
    takePictures(ROOT, join(built, 'cli/main.js'));
    console.log('written: docs/images, reports/gallery');
  }
}
