import {expect, test} from 'vitest';
import {commandText} from '../../src/report/commandText.ts';

test.each([
  [['run', 'desk.yaml'], 'preroute run desk.yaml'],
  [['run', 'plans/desk.yaml', '--seed', '7'], 'preroute run desk.yaml --seed 7'],
  [['run', 'plans/desk/scenario.yaml'], 'preroute run desk/scenario.yaml'],
  [['run', '/plans/desk/scenario.yaml'], 'preroute run desk/scenario.yaml'],
  [
    ['run', 'scenario.yaml', '--set', 'timezone=Europe/Madrid'],
    'preroute run scenario.yaml --set timezone=Europe/Madrid',
  ],
  [
    ['run', 'desk.yaml', '--out', '/tmp/a b', '--workers=4', '--json', '--charts', 'none', '--replications', '9'],
    'preroute run desk.yaml --replications 9',
  ],
  [
    ['run', '/home/me/plans/desk.yaml', '--routing=/home/me/new.yaml', '--set', 'a=1'],
    'preroute run desk.yaml --routing=new.yaml --set a=1',
  ],
  [['run', 'C:\\plans\\desk.yaml'], 'preroute run desk.yaml'],
  [['run', 'my desk.yaml', '--set', "name=it's\n"], `preroute run 'my desk.yaml' --set 'name=it'\\''s\\n'`],
])('%j', (typed, text) => {
  expect(commandText(typed)).toBe(text);
});
