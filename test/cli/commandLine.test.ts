import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {runCommandLine} from '../../src/cli/commandLine.ts';
import {COMMANDS} from '../../src/cli/commands/index.ts';
import {outputFolder} from '../../src/cli/outputFolder.ts';
import {UsageError} from '../../src/cli/usage.ts';
import {plain} from '../../src/report/text/style.ts';
import {preroute} from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'preroute-cli-'));
const silent = {out() {}, err() {}, outStyle: plain, errStyle: plain, watched: false};
const run = (...words: string[]) => preroute(words, folder);

test('help of the program and of every command fits 80 columns and ends well', async () => {
  const pages = await Promise.all([run('--help'), ...COMMANDS.map(({name}) => run(name, '--help'))]);
  expect(pages.length).toBeGreaterThan(4);
  for (const {code, out, err} of pages) {
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  }
  for (const {name} of COMMANDS) expect(pages[0]?.out).toContain(`preroute ${name}`);
  expect(pages[0]?.out).toContain('130 stopped with Ctrl-C');
});

test('the version stands alone', async () => {
  expect(await run('--version')).toEqual({code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: ''});
});

test.each([
  [[], 'Expected a command: preroute --help lists them.\n'],
  [['rnu'], 'There is no command rnu. Did you mean run?\n'],
  [['run'], 'Expected the path of a file after the command.\n'],
  [['run', 'a.yaml', 'b.yaml'], 'Expected one file, found b.yaml as well.\n'],
  [['run', 'a.yaml', '--replicatons', '3'], 'There is no option --replicatons. Did you mean --replications?\n'],
  [['run', 'a.yaml', '-z'], 'There is no option -z.\n'],
  [['run', 'a.yaml', '--replications', '1.5'], '--replications expects a whole number of at least 1, found 1.5.\n'],
  [['run', 'a.yaml', '--workers', '0'], '--workers expects a whole number of at least 1, found 0.\n'],
  [['run', 'a.yaml', '--workers', 'all'], '--workers expects a whole number of at least 1, found "all".\n'],
  [['run', 'a.yaml', '--seed', '1', '--seed', '2'], '--seed is given 2 times: give it once.\n'],
  [['run', 'a.yaml', '--charts', 'svg,jpg'], '--charts expects all, none, or some of json,svg,png, found "svg,jpg".\n'],
  [['init', 'log.csv', '--break', 'soon'], '--break expects a duration such as 30s or 10m, found "soon".\n'],
])('%j is answered with a sentence', async (words, sentence) => {
  await expect(runCommandLine(words, silent)).rejects.toEqual(new UsageError(sentence.trimEnd()));
});

test('a line that cannot be meant: the sentence on stderr, code 2', async () => {
  expect(await run('run', 'a.yaml', '--sed', '1')).toEqual({
    code: 2,
    out: '',
    err: 'There is no option --sed. Did you mean --seed?\n',
  });
});

test('a control character in an argument is shown, not sent', async () => {
  const {err} = await run('\u001b[31mrun');
  expect(err).toBe('There is no command \\u{1b}[31mrun.\n');
});

test.each([
  ['scenarios/quick-start/scenario.yaml', 'reports/quick-start'],
  ['desk.yaml', 'reports/desk'],
  ['a/b/desk.v2.yaml', 'reports/desk.v2'],
])('the report of %s goes to %s', (file, out) => {
  expect(outputFolder(file)).toBe(out);
});
