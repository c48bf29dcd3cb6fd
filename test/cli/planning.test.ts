// docs/staff.md and docs/sweep.md: every command runs.
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyFolder} from '../program/preroute.ts';
import {typed} from './program.ts';

const ROOT = resolve(import.meta.dirname, '../..');

describe.each(['staff', 'sweep'])('docs/%s.md', (name) => {
  const page = readFileSync(join(ROOT, `docs/${name}.md`), 'utf8');
  const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .replaceAll(/\\\n\s*/g, '')
      .trim()
      .split('\n'),
  );
  const folder = emptyFolder();

  test('has commands', () => {
    expect(commands.length).toBeGreaterThanOrEqual(2);
  });

  test.each(commands)('%s', async (command) => {
    const words = command
      .replaceAll("'", '')
      .split(/\s+/)
      .slice(2)
      .map((word) => (word.endsWith('.yaml') ? resolve(word.startsWith('scenarios/') ? ROOT : folder, word) : word));
    const {code, out, err} = await typed(
      ...words,
      '--charts',
      'none',
      '--workers',
      '1',
      '--out',
      join(folder, 'report'),
    );
    expect(code, err).toBe(command.includes('[3,4]') ? 1 : 0);
    expect(out.length).toBeGreaterThan(200);
  });
});
