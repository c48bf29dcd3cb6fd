/** The table of rules names tests that are there. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {tablesOf} from '../readme.ts';

const HERE = import.meta.dirname;

test('every rule and edge case of the table has its scenario', () => {
  const rows = tablesOf(readFileSync(join(HERE, 'README.md'), 'utf8')).flatMap(({rows: of}) => of);
  expect(rows.length).toBeGreaterThan(60);
  const missing = rows.filter(([, scenario = '']) => {
    const [, file = '', title = ''] = /^([\w/]+): (.*)$/.exec(scenario) ?? [];
    return (
      title === '' ||
      !readFileSync(join(HERE, file.includes('/') ? `${file}.ts` : `${file}.test.ts`), 'utf8').includes(title)
    );
  });
  expect(missing).toEqual([]);
});
