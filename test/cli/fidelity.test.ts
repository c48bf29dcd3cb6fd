import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {importLogs} from '../../src/cli/importing.ts';
import {plain} from '../../src/report/text/style.ts';

const dir = mkdtempSync(join(tmpdir(), 'preroute-fidelity-'));
afterAll(() => rmSync(dir, {recursive: true, force: true}));

/** Four days of two agents; each call takes a minute, and its agent another half that the log does not show. */
function log(): string {
  const rows = ['received_at,queue,agent,answered_at,ended_at'];
  const clock = (day: number, seconds: number) =>
    new Date(Date.UTC(2026, 2, 2 + day, 9, 0, seconds)).toISOString().slice(0, 19).replace('T', ' ');
  for (let day = 0; day < 4; day++) {
    const free = [0, 0];
    for (let i = 0; i < 60; i++) {
      const arrived = 40 * i + 7 * ((i * (3 + day)) % 5);
      const agent = free[0] <= free[1] ? 0 : 1;
      const answered = Math.max(arrived, free[agent]);
      free[agent] = answered + 90;
      rows.push(
        [clock(day, arrived), 'calls', ['Ann', 'Bob'][agent], clock(day, answered), clock(day, answered + 60)].join(),
      );
    }
  }
  return `${rows.join('\n')}\n`;
}

async function init(options: {readonly report?: boolean; readonly calibrate?: boolean}) {
  const file = join(dir, 'calls.csv');
  writeFileSync(file, log());
  const said = {out: '', err: ''};
  const terminal = {
    out: (text: string) => (said.out += text),
    err: (text: string) => (said.err += text),
    outStyle: plain,
    watched: false,
  };
  const out = join(dir, 'centre');
  const code = await importLogs({files: [file], out, zone: 'UTC', force: true, ...options}, {
    terminal,
    typed: [],
  } as unknown as Parameters<typeof importLogs>[1]);
  return {code, ...said, file: (name: string) => readFileSync(join(out, name), 'utf8')};
}

test('init --report says in words how near it is before any number, on the terminal and in a page of its own', async () => {
  const {code, out, file} = await init({report: true});
  expect(code).toBe(0);
  const text = file('fidelity.txt');
  expect(out).toContain(text);
  expect(text).toMatch(/^The simulation/);
  expect(text).toContain('Simulated / recorded, all days');
  expect(text).not.toContain('Calibration');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  const page = file('fidelity.html');
  expect(page.indexOf('The simulation')).toBeLessThan(page.indexOf('<table'));
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  expect(page).toContain('<svg');
});

test('init --calibrate judges by the days held out, and writes what it found into the scenario', async () => {
  const {out, err, file} = await init({calibrate: true});
  expect(err).toContain('Calibrating: simulation 1');
  expect(out).toContain('Simulated / recorded, on the days held out');
  expect(out).toMatch(/2026-03-02, fitted .*\n2026-03-03, held out /);
  const wrapUp = /^wrap-up, s +(\d+) +(\d+)$/m.exec(out);
  expect(wrapUp).not.toBeNull();
  expect(file('scenario.yaml')).toContain(`wrapUp: ${wrapUp?.[2]}s`);
  expect(file('README.md')).toContain('as fitted to the waits of every other day');
});
