// docs/lint.md: every finding is in it, and its commands print what it shows.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {LISTED_KINDS} from '../../src/lint/lint.ts';
import {typed} from '../cli/program.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/lint.md'), 'utf8');

test('every code, with what it means', () => {
  for (const {code, told, title} of LISTED_KINDS) {
    expect(PAGE).toContain(told ? `| \`${code}\` |` : `### ${code}\n`);
    expect(PAGE).toContain(title);
  }
});

/** Blocks of commands, each with the block of text that follows at once. */
const BLOCKS = [...PAGE.matchAll(/```sh\n([\s\S]*?)```\n(?:\n```text\n([\s\S]*?)```)?/g)].map(
  ([, commands = '', printed]) => ({commands: commands.trim().split('\n'), printed}),
);

test('there are commands, some with what they print', () => {
  expect(BLOCKS.length).toBeGreaterThan(2);
  expect(BLOCKS.filter(({printed}) => printed !== undefined).length).toBe(2);
});

test.each(BLOCKS.flatMap(({commands, printed}) => commands.map((line) => [line, printed] as const)))(
  '%s',
  async (line, printed) => {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare);
    expect(process.cwd()).toBe(ROOT);
    const {code, out, err} = await typed(...words.slice(2));
    expect([code === 0 || code === 1, err]).toEqual([true, '']);
    if (printed === undefined) expect(out.length).toBeGreaterThan(20);
    else expect(out).toBe(printed);
  },
);
