// The shipped scenario about staffing: read as a user's, its people and hours as its README tells.
import {resolve} from 'node:path';
import {expect, test} from 'vitest';
import {parseTable} from '../../src/csv/table.ts';
import {textFiles} from '../../src/files/index.ts';
import {readScenario} from '../../src/scenario/read.ts';
import {dutyOf, peopleOf, staffedHours} from '../../src/workforce/index.ts';
import {H} from './centre.ts';

const path = resolve(import.meta.dirname, '../../scenarios/staffed-day/scenario.yaml');

test('the people of staffed-day, and who is there when', () => {
  const {scenario, warnings} = readScenario(path, {files: textFiles(), parseTable});
  expect(warnings).toEqual([]);
  const people = peopleOf(scenario);
  const size = (group: number) => people.agents.filter((agent) => agent.group === group).length;
  expect(people.groups.map((name, group) => [name, size(group)])).toEqual([
    ['billing-team', 18],
    ['specialists', 13],
    ['students', 5],
  ]);
  expect(people.reasons).toEqual(['Coffee', 'Lunch', 'Coaching', 'Shrinkage']);
  const lucia = people.agents.find((agent) => agent.name === 'Lucia');
  expect(lucia?.skillsets).toEqual([
    {Technical: 6, Billing: 2},
    {Technical: 6, Billing: 0},
  ]);
  const week = staffedHours(scenario, people);
  const tuesday = (hour: number) => week.scheduled.map((of) => of[24 + hour]);
  expect(week.dates[1]).toBe('2026-03-10');
  expect([7, 8, 10, 12, 17, 19].map(tuesday)).toEqual([
    [0, 0, 0],
    [7, 4, 0],
    [12, 8, 4],
    [18, 12, 5],
    [11, 8, 0],
    [6, 6, 0],
  ]);
});

test('nobody of staffed-day works outside the hours of the desk, and most are there', () => {
  const {scenario} = readScenario(path, {files: textFiles(), parseTable});
  const {duty, rests, paidMs} = dutyOf(scenario, peopleOf(scenario), (_, set) => set, scenario.seed, 0, 0, 24 * H);
  expect(duty.fromMs.length).toBeGreaterThan(30);
  expect(Math.min(...duty.fromMs)).toBe(8 * H);
  expect(Math.max(...duty.toMs)).toBe(20 * H);
  expect(rests.fromMs.length).toBeGreaterThan(60);
  // Unpaid lunches are off: 18 and 10 shifts of 7.5 h, one split of 8 h, 4.5 h and 3.5 h of part-timers, 17 h of students.
  expect(paidMs.reduce((sum, ms) => sum + ms, 0)).toBe((28 * 7.5 + 8 + 4.5 + 3.5 + 17) * H);
});
