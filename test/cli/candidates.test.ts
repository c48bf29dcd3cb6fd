import {describe, expect, test} from 'vitest';
import {candidatesOf, requestWith} from '../../src/cli/candidates.ts';

const words = (line: string) => candidatesOf(line.split(' '));

describe('candidates of a line', () => {
  test('what is set before the first belongs to all, after one to that one', () => {
    const line =
      'compare desk.yaml --set seed=7 --with a.yaml --set=x=1 --name quick --set y=2 --with=plans/b.yaml --workers 2 --set z=a=b';
    expect(words(line)).toEqual({
      set: ['seed=7'],
      candidates: [
        {file: 'a.yaml', name: 'quick', set: ['x=1', 'y=2']},
        {file: 'plans/b.yaml', name: 'b', set: ['z=a=b']},
      ],
    });
  });
  test('none', () => {
    expect(words('compare desk.yaml --set a=1')).toEqual({set: ['a=1'], candidates: []});
  });
  test('are called by their files, each differently', () => {
    const {candidates} = words(
      '--with a.yaml --with plans/a.yaml --with spring/scenario.yaml --with current.yaml --with x.yaml --name a',
    );
    expect(candidates.map(({name}) => name)).toEqual(['a 2', 'a 3', 'spring', 'current 2', 'a']);
  });
  test.each([
    ['--name a --with a.yaml', '--name stands after the --with that it names.'],
    ['--with a.yaml --name a --name b', '--name is given twice for a.yaml: give it once.'],
    ['--with a.yaml --name x --with b.yaml --name x', 'Expected a name of its own for each, found x again.'],
    ['--with a.yaml --name current', 'Expected a name of its own for each, found current again.'],
  ])('%s', (line, message) => {
    expect(() => words(line)).toThrow(message);
  });
  test('are asked of the loader on top of what is swapped and set for all', () => {
    const request = {file: 'desk.yaml', routing: 'r.yaml', set: ['seed=7']};
    expect(requestWith(request, {file: 'a.yaml', name: 'a', set: ['x=1']})).toEqual({
      file: 'desk.yaml',
      routing: 'r.yaml',
      with: ['a.yaml'],
      set: ['seed=7', 'x=1'],
    });
  });
});
