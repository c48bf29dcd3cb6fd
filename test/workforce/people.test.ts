import {expect, test} from 'vitest';
import {peopleOf, staffedHours} from '../../src/workforce/index.ts';
import {centreOf, daily, groupOf, H, onShift, shiftOf} from './centre.ts';

test('agents count group by group, whatever the order of specs; who is alike is named by shift and number', () => {
  const named = (name: string) => ({
    kind: 'shift' as const,
    shift: 'early',
    count: 1,
    names: [name],
    skills: {Voice: 7},
  });
  const workforce = [
    groupOf('seniors', [onShift('early', 2), onShift('late', 1)], {skills: {Voice: 5, Mail: 1}, capacity: 'blended'}),
    groupOf('juniors', [onShift('early', 2)]),
    groupOf('seniors', [named('Ann')], {skills: {Mail: 1}}),
  ];
  const people = peopleOf(
    centreOf('2026-03-02', workforce, {early: shiftOf(daily([8, 16])), late: shiftOf(daily([10, 18]))}),
  );
  expect(people.groups).toEqual(['seniors', 'juniors']);
  expect(people.agents.map(({name, group, numberInGroup}) => [name, group, numberInGroup])).toEqual([
    ['seniors early 1', 0, 0],
    ['seniors early 2', 0, 1],
    ['seniors late 1', 0, 2],
    ['Ann', 0, 3],
    ['juniors 1', 1, 0],
    ['juniors 2', 1, 1],
  ]);
  expect(people.agents.map((agent) => agent.capacity)).toEqual(['blended', 'blended', 'blended', null, null, null]);
  expect(people.agents[3].skillsets).toEqual([{Voice: 7, Mail: 1}]);
  expect(people.specOf(3)).toBe(workforce[2]);
});

test('zero agents are nobody', () => {
  const people = peopleOf(centreOf('2026-03-02', [groupOf('empty', [onShift(null, 0)])]));
  expect([people.groups, people.agents]).toEqual([['empty'], []]);
});

test('staffed hours of a week: on shift, and at work without those on a break', () => {
  const shifts = {early: shiftOf({mon: [[8, 16]], sat: [[22, 30]]}, [{at: 12, minutes: 30}])};
  const rows = [{weekdays: ['mon' as const], fromMs: 8.5 * H, agents: 2}];
  const workforce = [
    groupOf('g', [onShift('early', 4)]),
    groupOf('counted', [{kind: 'headCount', widthMs: H / 2, rows}]),
  ];
  const scenario = centreOf('2026-03-26', workforce, shifts);
  const week = staffedHours(scenario, peopleOf(scenario));
  expect([week.dates[0], week.dates[6]]).toEqual(['2026-03-23', '2026-03-29']);
  expect([7, 8, 12, 15, 16].map((hour) => week.scheduled[0][hour])).toEqual([0, 4, 4, 4, 0]);
  expect([8, 12].map((hour) => week.atWork[0][hour])).toEqual([4, 2]);
  expect([8, 9].map((hour) => week.scheduled[1][hour])).toEqual([1, 0]);
  // The night the clocks go forward: two o'clock does not exist.
  expect([0, 1, 2, 3, 5, 6].map((hour) => week.scheduled[0][6 * 24 + hour])).toEqual([4, 4, 0, 4, 4, 0]);
  expect(staffedHours(scenario, peopleOf(scenario), '2026-04-08').dates[0]).toBe('2026-04-06');
});
