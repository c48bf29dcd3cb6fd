/** `explain`, as people type it, and what docs/explain.md says of it. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import type {BothLives, ItemStory} from '../../src/index.ts';
import {typed} from '../cli/program.ts';
import {folderWith, ROOT} from './preroute.ts';

const PAGE = readFileSync(join(ROOT, 'docs/explain.md'), 'utf8');
const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1] ?? '';
const COMMANDS = [...PAGE.matchAll(/```sh\npreroute (.*)\n```\n\n```text\n([\s\S]*?)```/g)].map(
  ([, words = '', output = '']) => [words, output] as const,
);
const MORE = `nr,at
K-17,2026-03-02T09:00:02
K-17,2026-03-02T09:01:02
`;

let folder: string;
const explain = (words: string) =>
  typed(...words.split(' ').map((word) => (word.endsWith('.yaml') ? join(folder, word) : word)));

beforeAll(() => {
  const desk = block('yaml');
  const twice = desk.replace(
    '\nrouting:',
    '\n  - { source: more, channel: case, replay: { file: more.csv, columns: { id: nr, arrived: at } }, handleTime: 1m }\nrouting:',
  );
  folder = folderWith({'desk.yaml': desk, 'cases.csv': block('csv'), 'twice.yaml': twice, 'more.csv': MORE});
});

test('the page has commands with what they say', () => expect(COMMANDS.length).toBeGreaterThanOrEqual(4));

test.each(COMMANDS)('%s', async (words, output) => {
  const {code, out, err} = await explain(words);
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(output);
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

describe('other ways to tell it', () => {
  test('as data, the same of both', async () => {
    const story = async (words: string) => JSON.parse((await explain(`explain desk.yaml --json ${words}`)).out);
    const one: ItemStory = await story('--item K-18');
    expect([one.item, one.id, one.replication]).toEqual(['cases.1', 'K-18', 1]);
    expect(one.chapters.map(({kind}) => kind)).toEqual(['arrives', 'waits', 'given', 'handled', 'ends']);
    const both: BothLives = await story('--item K-18 --against desk.yaml');
    expect(both).toMatchObject({current: one, candidate: one, same: 5});
    expect((await explain('explain desk.yaml --item K-18 --against desk.yaml')).out).toContain(
      'The same life with current and desk.\n',
    );
  });

  test('in full, every tick and every change', async () => {
    const {out} = await explain('explain desk.yaml --item calls.2 --full');
    expect(out).toContain('ticks from 09:00:20: 110, 120\n');
    expect(out).toContain('09:02:20 to 09:03:05: ');
  });

  test('nothing that was late or waited', async () => {
    const {code, out} = await explain('explain desk.yaml --worst 3 --process gold --set workforce.experts.agents=9');
    expect([code, out]).toEqual([0, 'Nothing has waited in gold in replication 1.\n']);
  });
});

test.each([
  ['desk.yaml', 'Say which item with --item, or pick some with --worst: one of the two.'],
  ['desk.yaml --item calls.0 --worst 3', 'Say which item with --item, or pick some with --worst: one of the two.'],
  ['desk.yaml --item calls.0 --process gold', '--process chooses among --worst: add that.'],
  ['desk.yaml --worst 2 --against desk.yaml', '--against tells one item: name it with --item.'],
  ['desk.yaml --worst 2 --process gould', 'There is no process "gould". Did you mean gold?'],
  ['desk.yaml --worst 0', '--worst expects a whole number of at least 1, found 0.'],
  [
    'desk.yaml --item cals.3',
    'There is no item "cals.3": expected source.number such as calls.3, or the id that a log gives it.',
  ],
  ['desk.yaml --item K-19', 'or the id that a log gives it. Did you mean K-17?'],
  ['desk.yaml --item calls.77', 'Item "calls.77" does not come in replication 1. The nearest that does is calls.4.'],
  [
    'desk.yaml --item calls.1#2',
    'Item "calls.1#2" does not come in replication 1. Its customer does not call so often; the first call is calls.1.',
  ],
  ['desk.yaml --item calls.1 --replication 21', '--replication 21: the scenario has 10 replications.'],
  ['desk.yaml --item calls.1 --replication x', '--replication expects a whole number of at least 1, found "x".'],
  ['desk.yaml --item calls.1 --against none.yaml', 'none.yaml expected a file to read'],
  ['twice.yaml --item K-17', 'The id "K-17" is given 3 times: choose one of cases.0, more.0, more.1.'],
])('%s', async (words, message) => {
  const {code, out, err} = await explain(`explain ${words}`);
  expect([code, out]).toEqual([2, '']);
  expect(err.replaceAll(/\s+/g, ' ')).toContain(message);
  expect(err).not.toMatch(/\n\s+at |--with/);
});
