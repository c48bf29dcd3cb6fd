import {describe, expect, test} from 'vitest';
import {formatLocal} from '../../src/calendar/index.ts';
import {parseTable} from '../../src/csv/table.ts';
import {presenceFrom, rosterFrom} from '../../src/workforce/index.ts';
import {groupOf, onShift, said} from './centre.ts';

const ZONE = 'Europe/Madrid';
const tableOf = (file: string, ...lines: string[]) => ({file, ...parseTable(`${lines.join('\n')}\n`, file)});
const seniors = groupOf('seniors', [onShift('early', 2)], {skills: {Voice: 5}, capacity: 'blended', costPerHour: 38});

describe('a roster', () => {
  const options = {groups: [seniors], shifts: ['early', 'late'], zone: ZONE};

  test('is a spec per group with a block per agent, the rest from the group named', () => {
    const table = tableOf(
      'agents.csv',
      'name,group,shift,Voice,Sales Processing',
      'Ann,seniors,early,7,',
      'Bob,night crew,,,3',
      'Eve,seniors,late,,2',
    );
    const {specs, problems} = rosterFrom(table, options);
    expect(problems).toEqual([]);
    expect(specs.map((spec) => [spec.name, spec.costPerHour, spec.capacity, spec.skills])).toEqual([
      ['seniors', 38, 'blended', {Voice: 5}],
      ['night crew', undefined, undefined, {}],
    ]);
    expect(specs.map((spec) => spec.agents)).toEqual([
      [
        {kind: 'shift', shift: 'early', count: 1, names: ['Ann'], skills: {Voice: 7}},
        {kind: 'shift', shift: 'late', count: 1, names: ['Eve'], skills: {'Sales Processing': 2}},
      ],
      [{kind: 'shift', shift: null, count: 1, names: ['Bob'], skills: {'Sales Processing': 3}}],
    ]);
  });

  test('says of all its agents what its own entry says', () => {
    const own = {costPerHour: 40, skills: {Mail: 1}};
    const {specs} = rosterFrom(tableOf('agents.csv', 'name,group', 'Ann,seniors'), {...options, own});
    expect(specs[0]).toMatchObject({
      name: 'seniors',
      costPerHour: 40,
      capacity: 'blended',
      skills: {Voice: 5, Mail: 1},
    });
  });

  test('says everything that is wrong with it, by line', () => {
    const table = tableOf(
      'agents.csv',
      'name,group,shift,Voice',
      'Ann,senoirs,erly,7',
      'Ann,seniors,early,x',
      ',seniors,early,1',
      'Bob,seniors,late,-2',
    );
    expect(said(rosterFrom(table, options).problems)).toEqual([
      'error 2: there is no group "senoirs" (did you mean seniors?)',
      'error 2: there is no shift "erly" (did you mean early?)',
      'error 3: expected every agent once, found "Ann" also in line 2',
      'error 4: expected the name of an agent, found an empty cell',
      'error 5: expected a level of "Voice", 0 or more, found "-2"',
    ]);
    expect(said(rosterFrom(tableOf('agents.csv', 'nmae,shift', 'Ann,early'), options).problems)).toEqual([
      'error 1: expected a column "name", found "nmae", "shift" (is "nmae" the one?)',
    ]);
  });

  test('with presence: by it alone; by the shift where there is none; else never, and that is said', () => {
    const table = tableOf(
      'agents.csv',
      'name,group,shift,Voice',
      'Ann,seniors,early,7',
      'Bob,seniors,early,6',
      'Eve,seniors,,5',
    );
    const presence = {table: tableOf('presence.csv', 'agent,from,to', 'Ann,2026-03-02 09:00,2026-03-02 13:00')};
    const {specs, problems} = rosterFrom(table, {...options, presence});
    expect(specs[0].agents.map((block) => block.kind)).toEqual(['presence', 'shift', 'presence']);
    expect(said(problems)).toEqual(['warning 4: "Eve" has no shift and no row of presence: never there']);
  });
});

describe('presence', () => {
  const options = {zone: ZONE, agents: new Set(['Ann', 'Bob'])};

  test('spells by agent in order, with the skills held then', () => {
    const table = tableOf(
      'p.csv',
      'agent,from,to,Voice',
      'Ann,2026-03-02 14:00,2026-03-02 17:30,6',
      'Ann,2026-03-02 09:00,2026-03-02T14:00Z,',
      'Bob,2026-03-02T08:00,2026-03-02T09:00,0',
    );
    const {spells, problems} = presenceFrom(table, {...options, agents: null});
    expect(said(problems)).toEqual([
      'error 3: the presence of "Ann" overlaps the one of line 2 (join the two, or end one where the other starts)',
    ]);
    expect(
      spells
        .get('Ann')
        ?.map((spell) => [formatLocal(spell.fromEpochMs, ZONE), formatLocal(spell.toEpochMs, ZONE), spell.skills]),
    ).toEqual([
      ['2026-03-02T09:00:00', '2026-03-02T15:00:00', undefined],
      ['2026-03-02T14:00:00', '2026-03-02T17:30:00', {Voice: 6}],
    ]);
    expect(spells.get('Bob')?.[0].skills).toEqual({Voice: 0});
  });

  test('says everything that is wrong with it, by line', () => {
    const table = tableOf(
      'p.csv',
      'agent,from,to',
      'Anne,2026-03-02 08:00,2026-03-02 09:00',
      'Ann,2026-03-02 10:00,2026-03-02 10:00',
      'Ann,monday,2026-03-02 10:00',
      'Bob,2026-03-29 01:30,2026-03-29 02:30',
      ',2026-03-02 08:00,2026-03-02 09:00',
      'Zed,2026-03-02 08:00,2026-03-02 09:00',
    );
    expect(said(presenceFrom(table, options).problems)).toEqual([
      'error 2: there is no agent "Anne" in the roster (did you mean Ann?)',
      'error 3: expected an end after the start, found "2026-03-02 10:00" to "2026-03-02 10:00"',
      'error 4: expected a time such as 2026-03-02 08:00 as from, found "monday"',
      'warning 5: clocks in Europe/Madrid skip 2026-03-29 02:30: the end of the gap is taken',
      'error 6: expected the name of an agent, found an empty cell',
      'error 7: there is no agent "Zed" in the roster (add a row with this name to the roster)',
    ]);
  });
});
