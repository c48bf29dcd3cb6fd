import {appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {typed} from './program.ts';

const dir = mkdtempSync(join(tmpdir(), 'preroute-init-cli-'));
afterAll(() => rmSync(dir, {recursive: true, force: true}));

function log(name: string, text: string | Uint8Array): string {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
}

const CALLS = `call_id,received_at,queue,agent,answered_at,ended_at,site
1,2026-03-02 08:00:00,sales,Ann Lee,2026-03-02 08:00:10,2026-03-02 08:02:00,Leeds
2,2026-03-02 08:05:00,help,Bob Ray,2026-03-02 08:05:20,2026-03-02 08:09:00,York
3,2026-03-02 08:06:00,help,Bob Ray,2026-03-02 08:09:20,2026-03-02 08:09:00,York
`;
const CHATS = `Created;Topic;Owner;Started;Finished
02.03.2026 09:00:00;help;Ann Lee;02.03.2026 09:00:30;02.03.2026 09:05:00
`;

test('what was found stands in 80 columns: how columns are read, rows passed over and why, what to check', async () => {
  const out = join(dir, 'two');
  const {code, out: said} = await typed(
    'init',
    log('calls.csv', CALLS),
    log('chats.csv', CHATS),
    '--out',
    out,
    '--zone',
    'UTC',
  );
  expect(code).toBe(0);
  expect(said.split('\n').filter((line) => line.length > 80 && !line.includes(dir))).toEqual([]);
  expect(said).toMatch(/^ {2}received_at +arrived +ISO 8601$/m);
  expect(said).toMatch(/^ {2}Created +arrived +dd\.MM\.yyyy H:mm:ss$/m);
  expect(said).toMatch(/^ {2}call_id +id +one row an item$/m);
  expect(said).toContain('  not used: site\n');
  expect(said).toContain(
    '  3 rows: 2 contacts, 0 of them abandoned, 1 cannot be used\n    1: handle time of -20s is negative',
  );
  expect(said).toContain('3 contacts from 2026-03-02 to 2026-03-02 (UTC); 2 agents; 2 queues; chat, voice\n');
  expect(said).not.toMatch(/Ann|Bob/);
  expect((await typed('validate', join(out, 'scenario.yaml'))).code).toBe(0);
});

test('a scenario that was edited is never overwritten, one that was not is', async () => {
  const out = join(dir, 'edited');
  const again = (...more: string[]) => typed('init', log('calls.csv', CALLS), '--out', out, '--zone', 'UTC', ...more);
  expect((await again()).code).toBe(0);
  expect((await again()).code).toBe(0);
  appendFileSync(join(out, 'presence.csv'), 'agent-9,2026-03-02 08:00:00,2026-03-02 09:00:00,1,1\n');
  const before = readFileSync(join(out, 'presence.csv'), 'utf8');
  const refused = await again();
  expect([refused.code, readFileSync(join(out, 'presence.csv'), 'utf8')]).toEqual([2, before]);
  expect(refused.err).toMatch(/presence\.csv\n {2}expected no scenario there, or one as init left it/);
  expect((await again('--force')).code).toBe(0);
  writeFileSync(join(out, 'scenario.yaml'), 'name: of my own\n');
  expect((await again()).code).toBe(2);
});

test('rows are chosen, names kept', async () => {
  const out = join(dir, 'chosen');
  const words = [
    'init',
    log('calls.csv', CALLS),
    '--out',
    out,
    '--zone',
    'UTC',
    '--where',
    'site=Leeds',
    '--keep-names',
  ];
  expect((await typed(...words)).out).toContain('3 rows: 1 contact, 0 of them abandoned, 2 left out');
  expect(readFileSync(join(out, 'presence.csv'), 'utf8')).toContain('Ann Lee');
});

test('init without a log', async () => {
  expect(await typed('init')).toMatchObject({code: 2, err: expect.stringContaining('Expected the path of a file')});
});
