/** What docs/compare.md says of `compare`: its commands run, its numbers come out. */
import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {typed} from '../cli/program.ts';
import {ROOT} from './preroute.ts';

const PAGE = readFileSync(join(ROOT, 'docs/compare.md'), 'utf8');
const COMMANDS = [...PAGE.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.replaceAll('\\\n', ' ').trim().split('\n'),
);
const folder = mkdtempSync(join(tmpdir(), 'preroute-compared-'));

test('the page has commands', () => expect(COMMANDS.length).toBeGreaterThanOrEqual(4));

// In order: what one leaves behind, a later one goes on from. The first few replications are enough to see that they run.
test.each(COMMANDS)('%s', async (command) => {
  const words = command
    .split(/\s+/)
    .slice(2)
    .map((word) => (word.startsWith('scenarios/') ? join(ROOT, word) : word));
  const out = words.indexOf('--out');
  const named = out < 0 ? [...words, '--out', join(folder, 'any')] : words.with(out + 1, join(folder, 'staffing'));
  const replayed = words.join(' ').includes('replay');
  const limit = replayed || words.includes('--max-replications') ? [] : ['--max-replications', '3'];
  const {code, out: said, err} = await typed(...named, ...limit, '--charts', 'none');
  expect([code, err]).toEqual([0, '']);
  expect(said).toContain('What differs in ');
  if (!replayed) return;
  const [, block = ''] = /```text\n([\s\S]*?)```/.exec(PAGE) ?? [];
  expect(block.split('\n').length).toBeGreaterThan(4);
  // a heading may be broken
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  for (const line of block.trimEnd().split('\n')) expect(flat(said)).toContain(flat(line));
});
