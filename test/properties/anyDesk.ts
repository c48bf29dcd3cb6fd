/** Desks of all kinds for fast-check, with hardly ever two things at one millisecond. */
import fc from 'fast-check';
import type {Contact, Desk, Group, Priority, Process} from './desk.ts';

const MINUTE = 60_000;
/** Evenly drawn: small numbers, which fast-check likes, would make ties. */
const between = (min: number, max: number) => fc.noBias(fc.integer({min, max}));
const whole = (min: number, max: number) => fc.integer({min, max});

export const SKILLS = ['Talk', 'Write', 'Sell'];
export const SEGMENTS = ['gold', 'silver', 'bronze'];
const CHANNELS = ['voice', 'email'];

const priority: fc.Arbitrary<Priority> = fc.oneof(
  fc.record({initial: whole(0, 60), increment: whole(0, 9), every: fc.constantFrom('20s', '50s', '2m')}),
  fc.record({initial: whole(0, 60), increment: whole(1, 9), every: fc.constantFrom('30s', '90s'), max: whole(60, 90)}),
  fc.record({initial: whole(0, 60), atSla: whole(0, 120), reprioritize: fc.constant({every: '40s'})}),
  fc.record({
    points: fc.tuple(whole(0, 90), whole(0, 90), whole(0, 90)).map(([a, b, c]): [string, number][] => [
      ['0', a],
      ['2m', b],
      ['6m', c],
    ]),
    between: fc.constantFrom('step' as const, 'line' as const),
  }),
);

const process = (index: number): fc.Arbitrary<Process> =>
  fc.record({
    name: fc.constant(`process ${index}`),
    segment: fc.constant(SEGMENTS[index]),
    sla: whole(2, 20).map((minutes) => minutes * MINUTE),
    priority,
    targets: fc.array(
      fc.record({skill: fc.constantFrom(...SKILLS), atLeast: whole(0, 4), alone: whole(1, 20).map((n) => n * 10_000)}),
      {minLength: 1, maxLength: 3},
    ),
    agent: fc.constantFrom(['longest-idle'], ['least-active', 'longest-idle'], ['best-skilled', 'longest-idle']),
  });

const contacts = (source: number, owns: boolean): fc.Arbitrary<Contact[]> =>
  fc
    .array(
      fc.record({
        gap: between(1, 70_000),
        handle: between(20_000, 300_000),
        wrapUp: between(0, 60_000),
        patience: fc.oneof(between(10_000, 600_000), fc.constant(1e9)),
        segment: fc.constantFrom(...SEGMENTS),
        priority: owns ? fc.option(whole(0, 80), {nil: undefined}) : fc.constant(undefined),
      }),
      {minLength: 8, maxLength: 40, size: 'max'},
    )
    .map((rows) => {
      let at = 9 * 60 * MINUTE;
      return rows.map(({gap, priority: own, ...row}, i) => {
        at += gap;
        return {id: `${source}-${i}`, at, ...row, ...(own === undefined ? {} : {priority: own})};
      });
    });

const skills = fc.record({Talk: whole(0, 4), Write: whole(0, 4), Sell: whole(0, 4)});

/** Every agent a group that comes at a minute of its own, so that nobody's number ever decides; the last can do it all. */
const groups: fc.Arbitrary<Group[]> = fc
  .array(skills, {minLength: 2, maxLength: 5})
  .map((of) => [...of.slice(1), {Talk: 4, Write: 4, Sell: 4}])
  .map((of) => of.map((levels, i) => ({name: `group ${i}`, agents: 1, skills: levels, comesAt: 60 + 7 * i})));

export const anyDesk: fc.Arbitrary<Desk> = fc.boolean().chain((owns) =>
  fc.record({
    from: fc.constant('2026-02-02'),
    to: fc.constant('2026-02-03'),
    zone: fc.constant('Europe/Madrid'),
    startsAt: fc.constant(Date.UTC(2026, 1, 1, 23)),
    sources: fc
      .tuple(contacts(0, owns), contacts(1, owns))
      .map((of) => of.map((rows, i) => ({name: `source ${i}`, channel: CHANNELS[i], contacts: rows}))),
    processes: fc.tuple(process(0), process(1), process(2)),
    groups,
    most: fc.constantFrom({voice: 1, email: 2}, {voice: 1, email: 1}),
  }),
);
