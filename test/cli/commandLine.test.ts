import {tmpdir} from 'node:os';
import {expect, test} from 'vitest';
import {COMMANDS} from '../../src/cli/commands/index.ts';
import {EXIT} from '../../src/cli/exitCodes.ts';
import {reportFailure} from '../../src/cli/failure.ts';
import {outputFolder} from '../../src/cli/outputFolder.ts';
import {plain} from '../../src/report/text/style.ts';
import {preroute, typed} from './program.ts';

test('help of the program and of every command fits 80 columns and ends well', async () => {
  const pages = [await typed('--help')];
  for (const {name} of COMMANDS) pages.push(await typed(name, '--help'));
  expect(pages.length).toBeGreaterThan(4);
  for (const {code, out, err} of pages) {
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  }
  for (const {name} of COMMANDS) expect(pages[0]?.out).toContain(`preroute ${name}`);
  expect(pages[0]?.out).toContain('130 stopped with Ctrl-C');
});

test('what belongs to a command stands before what belongs to all, and examples can be copied', async () => {
  const {out} = await typed('run', '--help');
  expect(out.indexOf('--replications')).toBeLessThan(out.indexOf('--debug'));
  expect(out).toContain('\n  preroute run desk.yaml --replications 50\n');
});

test('without a word, the help on stderr', async () => {
  const {code, out, err} = await typed();
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('preroute run <scenario>');
});

test('the version stands alone', async () => {
  expect(await typed('--version')).toEqual({code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: ''});
});

test.each([
  [['--debug'], 'Expected a command: preroute --help lists them.'],
  [['rnu'], 'There is no command rnu. Did you mean run?'],
  [['runn', 'x.yaml', 'y'], 'There is no command runn. Did you mean run?'],
  [['run'], 'Expected the path of a file after the command.'],
  [['run', ''], 'Expected the path of a file after the command.'],
  [['run', 'a.yaml', 'b.yaml'], 'Expected one file, found b.yaml as well.'],
  [['run', 'a.yaml', '--replicatons', '3'], 'There is no option --replicatons. Did you mean --replications?'],
  [['run', 'a.yaml', '-z'], 'There is no option -z.'],
  [['run', 'a.yaml', '--out'], '--out expects a value.'],
  [['run', 'a.yaml', '--out', ''], '--out expects a value.'],
  [['run', 'a.yaml', '--replications', '1.5'], '--replications expects a whole number of at least 1, found 1.5.'],
  [['run', 'a.yaml', '--workers', '0'], '--workers expects a whole number of at least 1, found 0.'],
  [['run', 'a.yaml', '--workers', 'all'], '--workers expects a whole number of at least 1, found "all".'],
  [['run', 'a.yaml', '--seed', '1', '--seed', '2'], '--seed is given 2 times: give it once.'],
  [['run', 'a.yaml', '--charts', 'svg,jpg'], '--charts expects all, none, or some of json,svg,png, found "svg,jpg".'],
  [['init', 'log.csv', '--break', 'soon'], '--break expects a duration such as 30s or 10m, found "soon".'],
  [['\u001b[31mrun'], 'There is no command \\u{1b}[31mrun.'],
])('%j is answered with a sentence on stderr and code 2', async (words, sentence) => {
  expect(await typed(...words)).toEqual({code: 2, out: '', err: `${sentence}\n`});
});

test('the process ends with the code and the sentence', async () => {
  expect(await preroute(['run', 'a.yaml', '--sed', '1'], tmpdir())).toEqual({
    code: 2,
    out: '',
    err: 'There is no option --sed. Did you mean --seed?\n',
  });
});

test('a fault: code 3, in 80 columns, the trace only on demand', () => {
  for (const debug of [false, true]) {
    let said = '';
    const err = (text: string) => {
      said += text;
    };
    const terminal = {out() {}, err, outStyle: plain, errStyle: plain, watched: false};
    const code = reportFailure(new Error(`item ${'very '.repeat(30)}lost \u001b[2J`), terminal, debug);
    expect(code).toBe(EXIT.fault);
    expect(said).toContain('not of your input');
    expect(said).toContain('\\u{1b}[2J');
    const [message = ''] = said.split(/\n(?=Error: )/);
    expect(message.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(/\n\s+at /.test(said)).toBe(debug);
  }
});

test.each([
  ['scenarios/quick-start/scenario.yaml', 'reports/quick-start'],
  ['desk.yaml', 'reports/desk'],
  ['a/b/desk.v2.yaml', 'reports/desk.v2'],
])('the report of %s goes to %s', (file, out) => {
  expect(outputFolder(file)).toBe(out);
});
