import {expect, test} from 'vitest';
import type {Work} from '../../src/importers/logFacts.ts';
import {pacesOf} from '../../src/importers/pace.ts';

/** Handle times around `seconds` whose logarithms are spread evenly by ±0.5. */
const pieces = (count: number, seconds: number, queue = 'a'): Work[] =>
  Array.from({length: count}, (_, i) => ({
    fromMs: 1e6 * i,
    toMs: 1e6 * i + 1000 * seconds * Math.exp((i + 0.5) / count - 0.5),
    queue,
  }));

test('who works fast on what he takes is told, whatever it is he takes', () => {
  // Bea takes long contacts quickly: 400 s where others need 600; Ann and Cem work as usual.
  const paces = pacesOf(
    new Map([
      ['Ann', [...pieces(300, 100, 'short'), ...pieces(300, 600, 'long')]],
      ['Bea', pieces(300, 400, 'long')],
      ['Cem', [...pieces(300, 100, 'short'), ...pieces(300, 600, 'long')]],
    ]),
  );
  const ratio = (paces.get('Bea')?.pace ?? 0) / (paces.get('Ann')?.pace ?? 1);
  expect(ratio).toBeGreaterThan(1.25);
  expect(ratio).toBeLessThan(1.5);
  expect(paces.get('Ann')).toEqual(paces.get('Cem'));
});

test('few contacts say little: the same mean counts less', () => {
  const paces = pacesOf(
    new Map([
      ['usual', pieces(500, 100)],
      ['other', pieces(500, 130)],
      ['many', pieces(500, 60)],
      ['few', pieces(3, 60)],
    ]),
  );
  const [many, few] = [paces.get('many')?.pace ?? 0, paces.get('few')?.pace ?? 0];
  expect(many).toBeGreaterThan(few);
  expect(few).toBeGreaterThan(1);
  expect(paces.get('few')?.contacts).toBe(3);
});

test('the work of all stays as long as it was', () => {
  const work = new Map([
    ['slow', pieces(400, 150)],
    ['fast', pieces(400, 75)],
  ]);
  const paces = pacesOf(work);
  const mean = [...paces.values()].reduce((sum, {pace, contacts}) => sum + contacts / pace, 0) / 800;
  expect(mean).toBeCloseTo(1, 2);
});

test('agents who are alike have no pace, nor have those of whom hardly anything is known', () => {
  expect(
    pacesOf(
      new Map([
        ['Ann', pieces(200, 100)],
        ['Bob', pieces(200, 100)],
      ]),
    ).size,
  ).toBe(0);
  expect(
    pacesOf(
      new Map([
        ['Ann', pieces(10, 100)],
        ['Bob', pieces(10, 50)],
      ]),
    ).size,
  ).toBe(0);
});
