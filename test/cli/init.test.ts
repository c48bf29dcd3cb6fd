import {appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {program} from '../../src/cli/program.ts';
import {plain} from '../../src/report/text/style.ts';
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

/** As typed by a person at a terminal, who gives these answers. */
async function asked(words: readonly string[], answers: readonly string[]) {
  const left = [...answers];
  const said = {out: '', err: ''};
  const ask = async (question: string) => {
    said.out += question;
    const answer = left.shift();
    if (answer === undefined) throw new Error(`expected no further question, found ${question}`);
    return answer;
  };
  const out = (text: string) => {
    said.out += text;
  };
  const err = (text: string) => {
    said.err += text;
  };
  const code = await program(words, {out, err, ask, outStyle: plain, errStyle: plain, watched: false});
  return {code, left, ...said};
}

const DOUBTFUL = `created_at,opened_at,agent,talk_s
03/02/2026 08:00,03/02/2026 08:01,Ann,60
03/03/2026 08:10,03/03/2026 08:11,Ann,60
`;

test('at a terminal a person is asked what can be read in two ways; elsewhere it is decided and said', async () => {
  const words = (name: string) => ['init', log('doubtful.csv', DOUBTFUL), '--out', join(dir, name), '--zone', 'UTC'];
  const said = await asked(words('asked'), ['3', '2', '']);
  expect([said.code, said.left, said.err]).toEqual([0, [], '']);
  expect(said.out).toContain(`Which column is \`arrived\` (when the contact came in)?
  1  \`created_at\`, because it stands first
  2  \`opened_at\`
Number [1]: Expected a number from 1 to 2.
Number [1]: How are the dates in \`created_at\` written, such as 03/02/2026 08:00?
  1  month-first (2 days in all), because the log is shorter so`);
  const scenario = (name: string) => readFileSync(join(dir, name, 'scenario.yaml'), 'utf8');
  expect(scenario('asked')).toContain('arrived: opened_at');
  const decided = await typed(...words('decided'));
  expect(decided.out.replaceAll(/\n\s+/g, ' ')).toContain('`opened_at`: --column arrived=opened_at.');
  expect(scenario('decided')).toContain('arrived: created_at');
  // What was said on the command line is not asked.
  const told = await asked([...words('told'), '--column', 'arrived=opened_at', '--dates', 'day-first'], []);
  expect(told.code).toBe(0);
  expect(scenario('told')).toMatch(/from: 2026-02-03/);
});

const utf16 = (text: string) =>
  new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));

test('UTF-16 and a byte-order mark are read as they are', async () => {
  for (const bytes of [utf16(CALLS), `\uFEFF${CALLS}`]) {
    const {code, out} = await typed(
      'init',
      log('marked.csv', bytes),
      '--out',
      join(dir, 'marked'),
      '--zone',
      'UTC',
      '--force',
    );
    expect([code, out.includes('3 rows: 2 contacts')]).toEqual([0, true]);
  }
});

test.each([
  ['an empty file', '', 'expected a header and rows, found an empty file'],
  ['an Excel workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'found an Excel workbook'],
  ['a PDF', '%PDF-1.7', 'found a PDF'],
  ['something binary', new Uint8Array([1, 2, 0, 0, 0, 9]), 'expected text'],
  [
    'Latin-1',
    new Uint8Array(Buffer.from('received,agent\n2026-03-02 08:00,J\xf6rg\n', 'latin1')),
    'save the file as UTF-8',
  ],
  ['no header', '2026-03-02 08:00,Ann,60\n2026-03-02 08:10,Bob,30\n', 'expected names of columns in the first line'],
  ['a wrong separator', 'received#agent#talk\n2026-03-02 08:00#Ann#60\n', 'expected a column for'],
  [
    'a title above the header',
    'Report of March\nreceived,agent,talk\n2026-03-02,Ann,60\n',
    'is a title above the header?',
  ],
  ['a header alone', 'received,agent\n', 'expected rows under the header, found none'],
  ['no times', 'agent,talk\nAnn,60\n', 'recognised none'],
])('%s is answered with what was found and what to do, and nothing is written', async (name, content, says) => {
  const out = join(dir, `bad ${name}`);
  const {code, err} = await typed('init', log('bad.csv', content), '--out', out, '--zone', 'UTC');
  expect(code).toBe(2);
  expect(err.replaceAll(/\n\s+/g, ' ')).toContain(says);
  expect(err).not.toMatch(/^\s+at /m);
  expect(existsSync(out)).toBe(false);
});

test.each([
  [['--zone', 'Europe/Madird'], 'Did you mean Europe/Madrid?'],
  [['--where', 'sity=Leeds'], 'did you mean site?'],
  [['--where', 'site'], '--where expects name=value'],
  [['--where', 'site=Rome'], 'is --where too narrow'],
  [['--repeats', 'twice'], 'visit'],
])('%j is answered with a sentence', async (words, says) => {
  const {code, err} = await typed(
    'init',
    log('calls.csv', CALLS),
    '--out',
    join(dir, 'wrong'),
    ...(words.includes('--zone') ? [] : ['--zone', 'UTC']),
    ...words,
  );
  expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  expect(err).not.toMatch(/^\s+at /m);
});

test('rows that the clock does not have, or has twice, and a single day, are said', async () => {
  const rows = [
    'received,agent,answered,ended',
    ...['01:30', '02:30', '03:30'].map((time) => `2026-03-29 ${time},Ann,2026-03-29 ${time},2026-03-29 04:00`),
  ];
  const spring = await typed(
    'init',
    log('spring.csv', `${rows.join('\n')}\n`),
    '--out',
    join(dir, 'spring'),
    '--zone',
    'Europe/Madrid',
  );
  expect(spring.out.replaceAll(/\n\s+/g, ' ')).toContain(
    '1: arrival "2026-03-29 02:30" does not exist: the clock skips it (line 3)',
  );
  expect(spring.out.replaceAll(/\n\s+/g, ' ')).toContain('All contacts are of one day, 2026-03-29');
  const autumn = rows.join('\n').replaceAll('03-29', '10-25');
  const repeated = await typed(
    'init',
    log('autumn.csv', `${autumn}\n`),
    '--out',
    join(dir, 'autumn'),
    '--zone',
    'Europe/Madrid',
  );
  expect(repeated.out.replaceAll(/\n\s+/g, ' ')).toContain('1 contacts came in during the hour that is shown twice');
});
