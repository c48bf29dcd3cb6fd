import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {check, DESK, folderOf, read} from './desk.ts';
import {elementsOf} from './xml.ts';

const goals = (...lines: string[]) =>
  `${DESK.slice(0, DESK.indexOf('goals:'))}goals:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
const LEVEL = '{ serviceLevel: { process: calls }';

describe('a check', () => {
  test('of a goal that is kept says so and exits 0', async () => {
    const file = join(folderOf({'desk.yaml': DESK}), 'desk.yaml');
    const {code, out, err} = await check(file);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^kept {7}service level of calls at least 50%\n {11}\d\d\.\d% \(.*\), [\d,]+ items in 10 replications$/m,
    );
    expect(out).toMatch(/\n\nPassed: 1 kept\n$/);
  });

  test('of one that is broken names it, its value, interval and number, and how to do it again; and exits 1', async () => {
    const file = join(folderOf({'my desk.yaml': goals(`${LEVEL}, atLeast: 99% }`)}), 'my desk.yaml');
    const {code, out} = await check(file, '--set', 'workforce.0.agents=3');
    expect(code).toBe(1);
    expect(out).toMatch(/^broken {5}service level of calls at least 99%$/m);
    expect(out).toMatch(/^ {11}\d\d\.\d% \(\d\d\.\d% to \d\d\.\d%\), [\d,]+ items in 10 replications$/m);
    expect(out).toContain(`Again: npx preroute check '${file}' --set workforce.0.agents=3\n`);
    expect(out).toContain('Failed: 1 broken');
    for (const line of out.split('\n').filter((line) => !line.includes('npx'))) expect(line.length).toBeLessThan(81);
  });

  test('of one that is not decided doubles, then fails or warns as asked', async () => {
    const folder = folderOf({'desk.yaml': DESK});
    const {code, out} = await check(join(folder, 'desk.yaml'), '--max-replications', '40', '--format', 'json');
    expect(code).toBe(0);
    const value = JSON.parse(out).scenarios[0].claims[0].value;
    writeFileSync(join(folder, 'desk.yaml'), goals(`${LEVEL}, atLeast: ${(100 * value).toFixed(1)}% }`));
    const words = [join(folder, 'desk.yaml'), '--max-replications', '40'];
    const failed = await check(...words);
    expect(failed.code).toBe(1);
    expect(failed.out).toMatch(/^undecided {2}service level of calls/m);
    expect(failed.out).toContain('40 replications\n           the limit lies within the interval');
    expect(failed.out).toContain('Failed: 1 undecided; undecided counts as failed\n');
    const warned = await check(...words, '--undecided', 'warn', '--report', `junit=${join(folder, 'out.xml')}`);
    expect(warned.code).toBe(0);
    expect(warned.out).toContain('Passed: 1 undecided; undecided counts as a warning\n');
    expect(elementsOf(read(folder, 'out.xml')).filter(({name}) => name === 'skipped')).toHaveLength(1);
  });

  test('that runs out of time decides nothing more', async () => {
    const file = join(folderOf({'desk.yaml': DESK}), 'desk.yaml');
    const {code, out} = await check(file, '--time-limit', '1ms');
    expect(code).toBe(1);
    expect(out).toContain('undecided  service level of calls at least 50%\n           the time allowed was over');
  });

  test('of what no item comes to is undecided at once', async () => {
    const file = join(
      folderOf({'desk.yaml': goals('{ serviceLevel: { process: calls, channel: email }, atLeast: 50% }')}),
      'desk.yaml',
    );
    const {code, out} = await check(file);
    expect(code).toBe(1);
    expect(out).toContain('nothing to judge: no item, day or agent of it in any replication');
    expect(out).toContain(' 10 replications\n');
  });

  test('of a share that never varies has the exact bound, and of 100 % no proof', async () => {
    const file = join(
      folderOf({
        'desk.yaml': goals(
          '{ slaAttainment: { process: mail }, atLeast: 99% }',
          '{ slaAttainment: { process: mail }, atLeast: 100% }',
        ),
      }),
      'desk.yaml',
    );
    const {out} = await check(
      file,
      '--max-replications',
      '40',
      '--set',
      'routing.processes.mail.sla=3d',
      '--set',
      'atEnd=drain',
      '--set',
      'workforce.0.agents=9',
    );
    expect(out).toMatch(/kept {7}SLA attainment of mail at least 99%\n {11}100% \(99\.\d% to 100%, exact binomial\)/);
    expect(out).toContain('undecided  SLA attainment of mail at least 100%');
    expect(out.replace(/\s+/g, ' ')).toContain('no number of replications shows that nothing ever will');
  });

  test('by day is of the days of all replications', async () => {
    const file = join(
      folderOf({'desk.yaml': goals('{ serviceLevel: { process: calls }, atLeast: 10%, onDays: 50% }')}),
      'desk.yaml',
    );
    const {code, out} = await check(file, '--set', 'to=2026-03-04');
    expect(code).toBe(0);
    expect(out).toMatch(/100% \(\d\d\.\d% to 100%, exact binomial\), 20 days in 10 replications/);
  });

  test('takes folders, and says all that is wrong with any scenario in them', async () => {
    const folder = folderOf({
      'a/scenario.yaml': DESK,
      'b/deep/scenario.yml': DESK,
      'b/part.yaml': 'no scenario',
      'node_modules/c/scenario.yaml': 'no scenario',
    });
    const {code, out} = await check(folder);
    expect(code).toBe(0);
    expect(out.match(/^.*scenario\.ya?ml\s+10 replications$/gm)).toHaveLength(2);
    writeFileSync(join(folder, 'a/scenario.yaml'), DESK.replace('perHour: 20', 'perHuor: 20'));
    writeFileSync(join(folder, 'b/deep/scenario.yml'), DESK.replace('fixed: 10', 'fixed: ten'));
    const wrong = await check(folder);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('perHuor');
    expect(wrong.err).toContain('ten');
    expect((await check(folderOf({}))).err).toContain('found no scenario.yaml');
    expect((await check(join(folder, 'gone'))).code).toBe(2);
  });

  test.each([
    [['--undecided', 'perhaps'], 'perhaps'],
    [['--report', 'html=x'], 'html'],
    [['--report', 'x'], 'name=value'],
    [['--max-replications', '0'], 'at least 1'],
    [['--time-limit', 'soon'], 'a duration'],
    [['--margin', 'serviceLevle=2%'], 'Did you mean serviceLevel?'],
    [['--margin', 'serviceLevel=10s'], 'points such as 2%'],
    [['--margin', 'occupancy=2%'], 'neither more nor less'],
  ])('%j is said to be wrong', async (words, said) => {
    const {code, err} = await check(join(folderOf({'desk.yaml': DESK}), 'desk.yaml'), ...words);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});

describe('what is told of it', () => {
  test('JUnit, read back: a suite a scenario, a case a claim, names as they are', async () => {
    const folder = folderOf({'a & "b".yaml': goals(`${LEVEL}, atLeast: 50% }`, `${LEVEL}, atLeast: 99% }`)});
    const file = join(folder, 'a & "b".yaml');
    const {code, out} = await check(file, '--format', 'junit');
    expect(code).toBe(1);
    const elements = elementsOf(out);
    expect(elements.map(({name}) => name)).toEqual(['testsuites', 'testsuite', 'testcase', 'testcase', 'failure']);
    const [suites, suite, kept, broken, failure] = elements;
    expect(suites?.attributes).toEqual({name: 'preroute check', tests: '2', failures: '1', errors: '0'});
    expect(suite?.attributes).toEqual({name: file, tests: '2', failures: '1', errors: '0', skipped: '0'});
    expect(kept?.attributes).toEqual({classname: file, name: 'service level of calls at least 50%'});
    expect(broken?.attributes.name).toBe('service level of calls at least 99%');
    expect(failure?.attributes.type).toBe('broken');
    expect(failure?.attributes.message).toMatch(/^broken: \d\d\.\d% \(.*items in 10 replications$/);
    expect(failure?.text).toContain(`again: npx preroute check '${file}'`);
  });

  test('annotations of GitHub, beside the line of the goal, with nothing that would end them early', async () => {
    const folder = folderOf({'a,b:c.yaml': goals(`${LEVEL}, atLeast: 99% }`)});
    const {out} = await check(join(folder, 'a,b:c.yaml'), '--format', 'github');
    const [annotation = ''] = out.split('\n').filter((line) => line.startsWith('::'));
    const [, file, line, col, title, message = ''] =
      /^::error file=([^,:]+),line=(\d+),col=(\d+),title=([^,:]+)::(.*)$/.exec(annotation) ?? [];
    expect(file).toContain('a%2Cb%3Ac.yaml');
    expect([Number(line), Number(col)]).toEqual([23, 5]);
    expect(title).toBe('Broken%3A service level of calls at least 99%25');
    expect(message).toMatch(/^\d\d\.\d%25 \(.*%25\), [\d,]+ items in 10 replications%0Aagain: npx preroute check /);
    expect(out).toContain('Failed: 1 broken\n');
  });

  test('is annotations where GitHub runs it, unless another form is asked', async () => {
    const file = join(folderOf({'desk.yaml': goals(`${LEVEL}, atLeast: 99% }`)}), 'desk.yaml');
    const before = process.env.GITHUB_ACTIONS;
    process.env.GITHUB_ACTIONS = 'true';
    try {
      expect((await check(file)).out).toContain('::error ');
      expect((await check(file, '--format', 'text')).out).not.toContain('::error ');
    } finally {
      if (before === undefined) delete process.env.GITHUB_ACTIONS;
      else process.env.GITHUB_ACTIONS = before;
    }
  });

  test('is the same bytes every time', async () => {
    const file = join(folderOf({'desk.yaml': DESK}), 'desk.yaml');
    expect((await check(file, '--format', 'json')).out).toBe((await check(file, '--format', 'json')).out);
  });
});
