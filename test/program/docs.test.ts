// The documentation is true: made texts are as the program makes them now, commands run, links lead somewhere.
import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyFolder, preroute, ROOT} from './preroute.ts';
import {tablesOf} from './readme.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...readdirSync(join(ROOT, 'scenarios')).map((name) => `scenarios/${name}/README.md`),
];

test('what is written out of the program is what it would write now', () => {
  const said = execFileSync(process.execPath, [join(ROOT, 'docs/make.mjs'), '--check'], {encoding: 'utf8'});
  expect(said).toBe('7 files checked, 0 stale\n');
});

/** Commands in ```sh blocks, joined where a backslash ends a line, without comments. */
const commandsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .replaceAll('\\\n', ' ')
      .split('\n')
      .map((line) => line.replace(/ +#.*$/, '').trim())
      .filter((line) => line !== ''),
  );

describe('the commands of the README', () => {
  const commands = commandsOf(read('README.md'));
  const folder = emptyFolder();
  cpSync(join(ROOT, 'scenarios'), join(folder, 'scenarios'), {recursive: true});

  test('are there, one of each', () => {
    const names = commands.map((command) => /^npx preroute (\w+)/.exec(command)?.[1]);
    expect(new Set(names)).toEqual(
      new Set([
        'run',
        'init',
        'compare',
        'validate',
        'lint',
        'baseline',
        'explain',
        'show',
        'schema',
        'report',
        'chart',
      ]),
    );
    for (const option of ['--routing', '--workforce', '--set'])
      expect(
        commands.some((command) => command.includes(` ${option} `)),
        option,
      ).toBe(true);
  });

  // In order: what one makes, a later one runs.
  test.each(commands)('%s', async (command) => {
    const words = command.split(/\s+/).slice(2);
    const charts = words[0] === 'run' || words[0] === 'compare' ? ['--charts', 'none'] : [];
    const {code, stdout, stderr} = await preroute([...words, ...charts], folder);
    expect(code, stderr).toBe(0);
    expect(stdout.length).toBeGreaterThan(40);
    if (words[1]?.startsWith('last-week')) expect(stdout).toContain('Simulated against recorded');
  });
});

test('every link leads to a file, and to a heading of it', () => {
  const anchors = (page: string) =>
    [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
  const links = PAGES.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => ({page, to})),
  ).filter(({to}) => !to.startsWith('http'));
  expect(links.length).toBeGreaterThan(50);
  const broken = links.filter(({page, to}) => {
    const [path = '', anchor] = to.split('#');
    const target = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), path));
    return !existsSync(join(ROOT, target)) || (anchor !== undefined && !anchors(target).includes(anchor));
  });
  expect(broken).toEqual([]);
});

test('the map of the README is the folders of src', () => {
  const map = tablesOf(read('README.md')).find(({header}) => header[0] === '`src/`');
  const folders = readdirSync(join(ROOT, 'src'), {withFileTypes: true}).filter((entry) => entry.isDirectory());
  expect(map?.rows.map(([folder]) => folder).sort()).toEqual(folders.map(({name}) => `\`${name}\``).sort());
});

test('the scenario of the README is the shipped one', () => {
  const shown = /```yaml\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? '';
  expect(shown.length).toBeGreaterThan(400);
  expect(read('scenarios/quick-start/scenario.yaml')).toContain(shown);
});
