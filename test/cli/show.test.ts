import {join} from 'node:path';
import {expect, test} from 'vitest';
import {load} from '../../src/cli/load.ts';
import {meaningText} from '../../src/cli/show/meaning.ts';
import {timelineLines} from '../../src/cli/show/timeline.ts';
import {weekTable} from '../../src/cli/show/weekTable.ts';
import {meaningOf} from '../../src/compile/meaning.ts';
import {columnsOf} from '../../src/report/names.ts';
import {plain} from '../../src/report/text/style.ts';

const {scenario} = load({file: join(import.meta.dirname, 'desk/desk.yaml')});
const text = meaningText(meaningOf(scenario), plain);

test('what a small scenario means', async () => {
  await expect(text).toMatchFileSnapshot('desk/show.txt');
});

test('no line is wider than 80 columns', () => {
  expect(text.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
});

test('no name makes a line wider', () => {
  const {timelines} = meaningOf(scenario);
  const process = `${'long '.repeat(40)}\u001b[31m`;
  const lines = timelines.flatMap((timeline) => timelineLines({...timeline, process, clock: 'office'}, 80));
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
});

test('an item of Monday at nine: targets and due date where hand and calendar put them', () => {
  // 20 h of an office open from 8 to 18: nine on Monday, all Tuesday, one hour of Wednesday
  expect(text).toMatch(/cases: clock office, arriving Mon 2 Mar 09:00\n {2}due {13}Wed 4 Mar 09:00 {5}after 20h/);
  expect(text).toMatch(/target 2 {8}Mon 2 Mar 09:00:30 {2}Voice >= 1, after 30s/);
  // increments of 4 open hours: 13:00, 17:00, then three hours on
  expect(text.replaceAll(/\n +/g, ' ')).toContain('13:00, 17:00, Tue 3 Mar 11:00, 15:00');
});

test('days and hours that are alike stand together', () => {
  const cell = (hour: number) => (hour % 24 >= 9 && hour % 24 < 12 && hour < 5 * 24 ? '4' : '0');
  const table = weekTable('x', 'x', cell);
  expect(table?.columns.map(({label}) => label)).toEqual(['hours', 'Mon-Fri', 'Sat-Sun']);
  expect(table?.rows).toEqual([['09-12h', '4', '0']]);
  expect(weekTable('x', 'x', () => '0')).toBeNull();
});
