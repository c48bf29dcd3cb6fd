import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {openKept} from '../../src/files/index.ts';

const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'preroute-kept-'));

test('values are kept by key, typed arrays and all, until somebody begins anew', () => {
  const dir = join(temporaryFolder(), 'kept');
  const value = {replication: 3, columns: {waits: Float64Array.of(1, Number.NaN, -0)}, words: ['a\u0000b']};
  openKept(dir, false).put('one', value);
  const later = openKept(dir, false);
  expect(later.get('one')).toEqual(value);
  expect(later.get('two')).toBeUndefined();
  expect(later.unusable).toBe(0);
  expect(openKept(dir, true).get('one')).toBeUndefined();
});

test('what is damaged, foreign, or of another key is left alone and counted', () => {
  const dir = temporaryFolder();
  const kept = openKept(dir, false);
  kept.put('one', [1, 2, 3]);
  kept.put('two', [4]);
  const [first = '', second = ''] = readdirSync(dir).map((name) => join(dir, name));
  const bytes = readFileSync(first);
  for (const damaged of [bytes.subarray(0, 20), Buffer.from('something else'), Buffer.alloc(0), readFileSync(second)]) {
    writeFileSync(first, damaged);
    const again = openKept(dir, false);
    expect([again.get('one'), again.get('two')].filter((value) => value === undefined)).toHaveLength(1);
    expect(again.unusable).toBe(1);
  }
  bytes[bytes.length - 1] ^= 1;
  writeFileSync(first, bytes);
  const again = openKept(dir, false);
  void [again.get('one'), again.get('two')];
  expect(again.unusable).toBe(1);
});
