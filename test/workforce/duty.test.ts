import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {GroupSpec, Scenario} from '../../src/scenario/scenario.ts';
import {dutyOf, peopleOf} from '../../src/workforce/index.ts';
import {centreOf, daily, groupOf, H, MIN, onShift, shiftOf} from './centre.ts';

const DAY = 24 * H;

/** Spells and rests by agent name, in hours. */
function dutyIn(scenario: Scenario, fromHours: number, toHours: number, replication = 0) {
  const people = peopleOf(scenario);
  const duty = dutyOf(scenario, people, (_, set) => set, 'seed', replication, fromHours * H, toHours * H);
  const rows = <Row>(first: Int32Array, agent: number, row: (i: number) => Row) =>
    Array.from({length: first[agent + 1] - first[agent]}, (_, k) => row(first[agent] + k));
  const spells = people.agents.map((_, agent) =>
    rows(duty.duty.first, agent, (i) => [duty.duty.fromMs[i] / H, duty.duty.toMs[i] / H, duty.duty.profile[i]]),
  );
  const rests = people.agents.map((_, agent) =>
    rows(duty.rests.first, agent, (i) => [duty.rests.fromMs[i] / H, duty.rests.toMs[i] / H]),
  );
  return {people, duty, spells, rests, names: people.agents.map((agent) => agent.name)};
}

describe('shifts', () => {
  test('by weekday, several a day, across midnight, with breaks; what began before the span is there from its start', () => {
    const shifts = {
      split: shiftOf(
        {
          mon: [
            [8, 12],
            [13, 17],
          ],
          tue: [[9, 12]],
        },
        [{at: 10, minutes: 15, paid: true}],
      ),
      night: shiftOf({sun: [[22, 30]], mon: [[22, 30]]}, [{at: 2, minutes: 30}]),
    };
    const scenario = centreOf('2026-03-02', [groupOf('g', [onShift('split', 1), onShift('night', 1)])], shifts);
    const {spells, rests, names} = dutyIn(scenario, 0, 48);
    expect(names).toEqual(['g split 1', 'g night 1']);
    expect(spells[0]).toEqual([
      [8, 12, 0],
      [13, 17, 0],
      [33, 36, 0],
    ]);
    expect(rests[0]).toEqual([
      [10, 10.25],
      [34, 34.25],
    ]);
    expect(spells[1]).toEqual([
      [0, 6, 0],
      [22, 30, 0],
    ]);
    expect(rests[1]).toEqual([
      [2, 2.5],
      [26, 26.5],
    ]);
  });

  test('a shift that begins before the end keeps its own end; without a shift an agent stays for ever', () => {
    const shifts = {day: shiftOf(daily([8, 16]))};
    const scenario = centreOf('2026-03-02', [groupOf('g', [onShift('day', 1), onShift(null, 1)])], shifts);
    const {spells, duty} = dutyIn(scenario, 0, 12);
    expect(spells).toEqual([[[8, 16, 0]], [[0, Number.POSITIVE_INFINITY, 0]]]);
    expect(duty.paidMs.length).toBe(24);
    expect(duty.paidMs.reduce((a, b) => a + b, 0)).toBe(4 * H + 12 * H);
  });

  test('the night the clocks change has an hour less or more', () => {
    const shifts = {night: shiftOf({sat: [[22, 30]]}, [{at: 4, minutes: 30}])};
    const workforce = [groupOf('g', [onShift('night', 1)])];
    const spring = dutyIn(centreOf('2026-03-28', workforce, shifts), 0, 48);
    expect([spring.spells[0], spring.rests[0]]).toEqual([[[22, 29, 0]], [[27, 27.5]]]);
    const autumn = dutyIn(centreOf('2026-10-24', workforce, shifts), 0, 48);
    expect([autumn.spells[0], autumn.rests[0]]).toEqual([[[22, 31, 0]], [[29, 29.5]]]);
  });

  test('shifts that touch or overlap are one spell, paid once', () => {
    const shifts = {
      round: shiftOf({
        mon: [[0, 24]],
        tue: [
          [0, 8],
          [8, 10],
        ],
        wed: [[20, 34]],
        thu: [[8, 12]],
      }),
    };
    const {spells, duty} = dutyIn(centreOf('2026-03-02', [groupOf('g', [onShift('round', 1)])], shifts), 0, 96);
    expect(spells[0]).toEqual([
      [0, 34, 0],
      [68, 84, 0],
    ]);
    expect(duty.paidMs.reduce((a, b) => a + b, 0)).toBe((34 + 16) * H);
  });

  test('a break longer than the rest of the shift ends with it; one outside is none; overlapping ones follow each other', () => {
    const shifts = {
      early: shiftOf({mon: [[8, 12]]}, [
        {at: 11.5, minutes: 60},
        {at: 14, minutes: 30},
        {at: 9, minutes: 30},
        {at: 9.25, minutes: 30, onTime: true, paid: true, reason: 'Coffee'},
      ]),
    };
    const {rests, duty, people} = dutyIn(centreOf('2026-03-02', [groupOf('g', [onShift('early', 1)])], shifts), 0, 24);
    expect(rests[0]).toEqual([
      [9, 9.5],
      [9.5, 9.75],
      [11.5, 12],
    ]);
    expect([...duty.rests.endsOnTime]).toEqual([0, 1, 0]);
    expect([...duty.rests.reason].map((reason) => people.reasons[reason])).toEqual(['Lunch', 'Coffee', 'Lunch']);
  });

  test('paid time by interval and group: unpaid breaks off, from 0 on', () => {
    const shifts = {
      day: shiftOf({sun: [[22, 30]], mon: [[10, 12]]}, [
        {at: 10.25, minutes: 30},
        {at: 11, minutes: 30, paid: true},
      ]),
    };
    const scenario = centreOf(
      '2026-03-02',
      [groupOf('a', [onShift('day', 2)]), groupOf('b', [onShift(null, 1)])],
      shifts,
      H,
    );
    const {duty} = dutyIn(scenario, -3, 12);
    const hours = Array.from({length: 12}, (_, i) => [duty.paidMs[2 * i] / H, duty.paidMs[2 * i + 1] / H]);
    expect(hours).toEqual([...new Array(6).fill([2, 1]), ...new Array(4).fill([0, 1]), [1, 1], [2, 1]]);
  });
});

describe('head counts', () => {
  test('that rise and fall: agent k is there while k < agents, adjoining intervals are one spell', () => {
    const rows = (
      [
        [9, 1],
        [9.5, 3],
        [10, 2],
        [10.5, 0],
        [11, 1],
      ] as const
    ).map(([hour, agents]) => ({
      weekdays: ['mon' as const],
      fromMs: hour * H,
      agents,
    }));
    const group = groupOf('g', [{kind: 'headCount', widthMs: 30 * MIN, rows}]);
    const {spells, names, duty} = dutyIn(centreOf('2026-03-02', [group]), 0, 48);
    expect(names).toEqual(['g 1', 'g 2', 'g 3']);
    expect(spells).toEqual([
      [
        [9, 10.5, 0],
        [11, 11.5, 0],
      ],
      [[9.5, 10.5, 0]],
      [[9.5, 10, 0]],
    ]);
    expect(duty.paidMs.reduce((a, b) => a + b, 0)).toBe(3.5 * H);
  });

  test('round the clock nobody leaves at midnight', () => {
    const rows = Array.from({length: 24}, (_, hour) => ({
      weekdays: ['mon' as const, 'tue' as const],
      fromMs: hour * H,
      agents: 1,
    }));
    const {spells} = dutyIn(centreOf('2026-03-02', [groupOf('g', [{kind: 'headCount', widthMs: H, rows}])]), 0, 72);
    expect(spells[0]).toEqual([[0, 48, 0]]);
  });
});

test('presence: spells as recorded, each with the skills held then', () => {
  const start = centreOf('2026-03-02', []).fromEpochMs;
  const spell = (from: number, to: number, skills?: Record<string, number>) => ({
    fromEpochMs: start + from * H,
    toEpochMs: start + to * H,
    ...(skills && {skills}),
  });
  const spells = [
    spell(14, 15),
    spell(9, 11, {Voice: 5}),
    spell(11, 12, {Voice: 0}),
    spell(12, 13, {Voice: 5, Mail: 0}),
    spell(-5, -1),
    spell(99, 100),
  ];
  const group = groupOf('g', [{kind: 'presence', name: 'Ann', spells, skills: {Mail: 2}}], {skills: {Mail: 1}});
  const found = dutyIn(centreOf('2026-03-02', [group]), 0, 48);
  expect(found.people.agents[0]).toMatchObject({
    name: 'Ann',
    skillsets: [{Mail: 2}, {Mail: 2, Voice: 5}, {Mail: 0, Voice: 5}],
  });
  expect(found.spells[0]).toEqual([
    [9, 11, 1],
    [11, 12, 0],
    [12, 13, 2],
    [14, 15, 0],
  ]);
});

describe('absence and shrinkage', () => {
  const shifts = {
    day: shiftOf(daily([8, 16]), [
      {at: 12, minutes: 30},
      {at: 10, minutes: 15, paid: true},
    ]),
    late: shiftOf(daily([14, 22])),
  };
  const group = (count: number, more: Partial<GroupSpec>) => groupOf('g', [onShift('day', count)], more);

  test('absent: the whole day, paid; as often as said within 3 standard errors', () => {
    const [days, agents, share] = [200, 40, 0.06];
    const {spells, duty} = dutyIn(centreOf('2026-01-05', [group(agents, {absence: share})], shifts), 0, days * 24);
    const present = spells.reduce((sum, own) => sum + own.length, 0);
    const absent = 1 - present / (days * agents);
    expect(Math.abs(absent - share)).toBeLessThan(3 * Math.sqrt((share * (1 - share)) / (days * agents)));
    expect(duty.paidMs.reduce((a, b) => a + b, 0)).toBe(days * agents * 7.5 * H);
    expect(duty.rests.first[agents]).toBe(2 * present);
  });

  test.each([
    [0.08, 15],
    [0.1, 60],
    [0.3, 25],
    [0.9, 45],
  ])('shrinkage of %d in spells of %d min: its expectation is exact, nothing overlaps', (share, minutes) => {
    const [days, agents] = [50, 20];
    const shrinkage = {share, spellMs: minutes * MIN, reason: 'Coaching'};
    const {people, duty, rests} = dutyIn(centreOf('2026-01-05', [group(agents, {shrinkage})], shifts), 0, days * 24);
    const coaching = people.reasons.indexOf('Coaching');
    const perStint = (duty.rests.fromMs as Float64Array)
      .map((from, i) => (duty.rests.reason[i] === coaching ? duty.rests.toMs[i] - from : 0))
      .reduce((a, b) => a + b, 0);
    const wanted = share * 7.5 * H;
    const part = (wanted / shrinkage.spellMs) % 1;
    const standardError = (shrinkage.spellMs * Math.sqrt(part * (1 - part))) / Math.sqrt(days * agents);
    expect(Math.abs(perStint / (days * agents) - wanted)).toBeLessThan(3 * standardError + 1);
    for (const own of rests) {
      for (const [i, [from, to]] of own.entries()) {
        expect(to).toBeGreaterThan(from);
        expect(((from % 24) + 24) % 24).toBeGreaterThanOrEqual(8);
        if (i > 0) expect(from).toBeGreaterThanOrEqual(own[i - 1][1]);
      }
    }
  });

  test('spells of shrinkage are spread over the whole shift', () => {
    const shrinkage = {share: 0.125, spellMs: 60 * MIN, reason: 'Coaching'};
    const scenario = centreOf('2026-01-05', [groupOf('g', [onShift('late', 20)], {shrinkage})], shifts);
    const {rests} = dutyIn(scenario, 0, 50 * 24);
    const starts = rests.flat().map(([from]) => (from % 24) - 14);
    expect(starts.length).toBe(1000);
    const mean = starts.reduce((a, b) => a + b, 0) / starts.length;
    // Uniform over seven hours: mean 3.5, standard deviation 7/sqrt(12).
    expect(Math.abs(mean - 3.5)).toBeLessThan((3 * 7) / Math.sqrt(12 * starts.length));
    expect(Math.min(...starts)).toBeLessThan(0.5);
    expect(Math.max(...starts)).toBeGreaterThan(6.5);
  });

  test('more shrinkage than there is time takes all the time', () => {
    const shrinkage = {share: 1, spellMs: 15 * MIN, reason: 'Coaching'};
    const {rests} = dutyIn(centreOf('2026-01-05', [group(1, {shrinkage})], shifts), 0, 24);
    expect(rests[0].reduce((sum, [from, to]) => sum + to - from, 0)).toBeCloseTo(8, 9);
  });

  test('agents who are always there are absent and rest by the day', () => {
    const shrinkage = {share: 0.1, spellMs: 30 * MIN, reason: 'Coaching'};
    const scenario = centreOf('2026-01-05', [groupOf('g', [onShift(null, 30)], {absence: 0.2, shrinkage})]);
    const {spells, rests} = dutyIn(scenario, 0, 10 * 24);
    const onDuty = spells.flat().reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, 240) - from), 0) / 24;
    expect(Math.abs(onDuty / 300 - 0.8)).toBeLessThan(3 * Math.sqrt((0.2 * 0.8) / 300));
    expect(spells.every((own) => own.at(-1)?.[1] === Number.POSITIVE_INFINITY)).toBe(true);
    expect(rests.flat().length).toBeGreaterThan(onDuty * 4);
  });

  test('a replication has its own draws; the same one has the same, whatever the span', () => {
    const more = {absence: 0.1, shrinkage: {share: 0.1, spellMs: 15 * MIN, reason: 'Coaching'}};
    const scenario = centreOf('2026-01-05', [group(10, more)], shifts);
    const week = dutyIn(scenario, 0, 7 * 24);
    expect(dutyIn(scenario, 0, 7 * 24).rests).toEqual(week.rests);
    expect(dutyIn(scenario, 0, 7 * 24, 1).rests).not.toEqual(week.rests);
    const later = dutyIn(scenario, 3 * 24, 7 * 24);
    expect(later.spells).toEqual(week.spells.map((own) => own.filter(([from]) => from >= 72)));
    expect(later.rests).toEqual(week.rests.map((own) => own.filter(([from]) => from >= 72)));
  });

  test('property: another agent, shift or group changes nobody else’s draws', () => {
    const more = {absence: 0.3, shrinkage: {share: 0.2, spellMs: 20 * MIN, reason: 'Coaching'}};
    const byName = (early: number, late: number, others: number) => {
      const workforce = [
        groupOf('others', [onShift('late', others)], more),
        groupOf('g', [onShift('day', early), onShift('late', late)], more),
      ];
      const {names, spells, rests} = dutyIn(centreOf('2026-01-05', workforce, shifts), 0, 3 * 24);
      return new Map(names.map((name, agent) => [name, {spells: spells[agent], rests: rests[agent]}]));
    };
    const few = byName(2, 2, 1);
    expect(few.size).toBe(5);
    fc.assert(
      fc.property(
        fc.integer({min: 2, max: 9}),
        fc.integer({min: 2, max: 9}),
        fc.integer({min: 1, max: 5}),
        (...sizes) => {
          const many = byName(...sizes);
          for (const [name, own] of few) expect(many.get(name)).toEqual(own);
        },
      ),
      {numRuns: 25},
    );
  });

  test('property: spells and rests are ascending, disjoint, and rests lie inside spells', () => {
    const hour = fc.integer({min: 0, max: 23});
    const ranges = fc.array(fc.tuple(hour, fc.integer({min: 1, max: 20})), {minLength: 1, maxLength: 3});
    const pause = fc.record({at: hour, minutes: fc.integer({min: 5, max: 180}), paid: fc.boolean()});
    fc.assert(
      fc.property(
        ranges,
        fc.array(pause, {maxLength: 4}),
        fc.integer({min: 0, max: 100}),
        (lengths, breaks, percent) => {
          const shift = shiftOf(
            daily(...lengths.map(([from, length]): [number, number] => [from, from + length])),
            breaks,
          );
          const more = {absence: 0.1, shrinkage: {share: percent / 100, spellMs: 15 * MIN, reason: 'Coaching'}};
          const {spells, rests} = dutyIn(
            centreOf('2026-03-27', [groupOf('g', [onShift('s', 3)], more)], {s: shift}),
            0,
            96,
          );
          for (const [agent, own] of spells.entries()) {
            for (let i = 1; i < own.length; i++) expect(own[i][0]).toBeGreaterThan(own[i - 1][1]);
            for (const [i, [from, to]] of rests[agent].entries()) {
              expect(own.some((spell) => spell[0] <= from && to <= spell[1])).toBe(true);
              if (i > 0) expect(from).toBeGreaterThanOrEqual(rests[agent][i - 1][1]);
            }
          }
        },
      ),
      {numRuns: 60},
    );
  });
});

test('a roster of some hundred agents over months takes no time to speak of', () => {
  const more = {absence: 0.05, shrinkage: {share: 0.1, spellMs: 15 * MIN, reason: 'Coaching'}};
  const scenario = centreOf('2026-01-05', [groupOf('g', [onShift('day', 200)], more)], {day: shiftOf(daily([8, 16]))});
  expect(dutyIn(scenario, 0, (30 * DAY) / H).spells.flat().length).toBeGreaterThan(5000);
});
