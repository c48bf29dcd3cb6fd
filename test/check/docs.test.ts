// docs/check.md and the workflow of the README, as somebody reads them: commands run, in order, and print what stands there.
import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {typed} from '../cli/program.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'preroute-docs-'));
const page = readFileSync(join(ROOT, 'docs/check.md'), 'utf8');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** A command of `npx preroute`, here: files that it writes go elsewhere. */
async function run(command: string) {
  const words = command
    .replace(/^npx preroute /, '')
    .split(/\s+/)
    .map((word) => word.replace(/(baseline\.json|check\.xml)$/, (name) => join(folder, name)));
  const {code, out, err} = await typed(...words, '--workers', '1');
  return {code, err, out: out.replaceAll(`${folder}/`, '')};
}

describe('docs/check.md', () => {
  const blocks = [...page.matchAll(/```(sh|text)\n([\s\S]*?)```/g)].map(([, kind, text = '']) => ({kind, text}));
  const commands = blocks.flatMap(({kind, text}, at) => {
    const lines = kind === 'sh' ? text.trim().split('\n') : [];
    const printed = blocks[at + 1]?.kind === 'text' ? blocks[at + 1]?.text : undefined;
    return lines.map((line, k) => ({
      command: line.replace(/ +#.*$/, ''),
      code: line.endsWith('# exits 1') ? 1 : 0,
      printed: k === lines.length - 1 ? printed : undefined,
    }));
  });

  test('has commands of both kinds', () => {
    expect(commands.map(({command}) => command.split(' ')[2])).toEqual([
      'check',
      'check',
      'baseline',
      'check',
      'check',
    ]);
  });
  test.each(commands)('$command', async ({command, code, printed}) => {
    const ran = await run(command);
    expect([ran.code, ran.err]).toEqual([code, '']);
    if (printed !== undefined) expect(ran.out).toBe(printed);
    else expect(ran.out.length).toBeGreaterThan(20);
  });
});

describe('the workflow of the README', () => {
  const [, text = ''] = /## In CI\n[\s\S]*?```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
  const workflow: {
    on: unknown;
    jobs: Record<string, {steps: {run?: string; uses?: string; if?: string; with?: object}[]}>;
  } = parse(text);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('is one, and keeps the report whatever comes of the check', () => {
    expect(workflow.on).toBeTruthy();
    expect(steps.map(({uses}) => uses?.split('@')[0]).filter((uses) => uses !== undefined)).toEqual([
      'actions/checkout',
      'actions/setup-node',
      'actions/upload-artifact',
    ]);
    expect(steps.at(-1)?.if).toBe('always()');
    expect(JSON.stringify(steps.at(-1)?.with)).toContain('check.xml');
  });
  test('runs what this program understands, once there is a baseline', async () => {
    const runs = steps.flatMap(({run: line}) => line ?? []).filter((line) => line.startsWith('npx preroute'));
    expect(runs).toHaveLength(1);
    const [, made = ''] = /```sh\n(npx preroute baseline .*)\n/.exec(readme) ?? [];
    // one that keeps its goals, so that the report is of what passed
    const few = (command: string) => `${command} --set shifts.late.breaks.0.at=15:00`;
    const first = await run(few(`${made} --accept`));
    expect([first.code, first.err]).toEqual([0, '']);
    const {code, out} = await run(few(runs[0] ?? ''));
    expect(code, out).toBe(0);
    expect(readFileSync(join(folder, 'check.xml'), 'utf8')).toContain(
      '<testsuites name="preroute check" tests="5" failures="0"',
    );
  });
});
