// check and baseline as they are stopped and gone on with, and on one thread or two.
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {emptyFolder} from '../program/preroute.ts';
import {PROGRAM, preroute, SCENARIOS, typed} from './program.ts';

const scenario = join(SCENARIOS, 'quick-start/scenario.yaml');
const folder = emptyFolder();
const at = (name: string) => join(folder, name);
const filesIn = (name: string) =>
  readdirSync(at(name), {recursive: true, encoding: 'utf8'}).filter((file) => /\.kept$/.test(file));

test('what is kept is not run again: the same verdicts, and what is damaged is said', async () => {
  const words = ['check', scenario, '--workers', '1', '--format', 'json', '--max-replications', '20'];
  const plain = await typed(...words);
  const first = await typed(...words, '--resume', at('kept'));
  expect([first.code, first.out, first.err]).toEqual([plain.code, plain.out, '']);
  expect(filesIn('kept')).toHaveLength(20);
  const [file = ''] = filesIn('kept');
  writeFileSync(join(at('kept'), file), 'damaged');
  const again = await typed(...words, '--resume', at('kept'));
  expect([again.code, again.out]).toEqual([plain.code, plain.out]);
  expect(again.err).toBe('1 kept replication was damaged and run again.\n');
});

test('a baseline made of kept replications is the same file', async () => {
  for (const [out, more] of [
    ['plain.json', []],
    ['kept.json', ['--resume', at('kept')]],
  ] as const) {
    const {code, err} = await typed(
      'baseline',
      scenario,
      '--replications',
      '20',
      '--workers',
      '1',
      '--out',
      at(out),
      ...more,
    );
    expect([code, err]).toEqual([0, '']);
  }
  expect(readFileSync(at('kept.json'), 'utf8')).toBe(readFileSync(at('plain.json'), 'utf8'));
});

// undecided to the end: enough to do for a second thread
test.skipIf(!existsSync(PROGRAM))('the same bytes on one thread and on two, of the built program', async () => {
  const told = await Promise.all(
    ['1', '2'].map((workers) =>
      preroute(['check', scenario, '--set', 'goals.0.atLeast=84.5%', '--format', 'json', '--workers', workers], folder),
    ),
  );
  expect(told.map(({code, err}) => [code, err])).toEqual([
    [1, ''],
    [1, ''],
  ]);
  expect(told[1]?.out).toBe(told[0]?.out);
  expect(told[0]?.out).toMatch(/"replications": ?320/);
});
