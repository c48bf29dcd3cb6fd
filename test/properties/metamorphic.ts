/**
 * What must not matter does not: desks that differ in a way that changes no decision come to the same, item by item. Each
 * property is tried against a wrong variant too, a change that does matter, which must be noticed.
 */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {InputError} from '../../src/language/problem.ts';
import {anyDesk, SKILLS} from './anyDesk.ts';
import {type Desk, type Fate, type Played, type Priority, play, run, sameFates} from './desk.ts';

type Change = (desk: Desk) => Desk;
const RUNS = 3;
const WEEK = 7 * 86_400_000;

/** Whether `change` leaves the fate of every contact of every desk as it was, but for what `seen` says. */
async function changesNothing(change: Change, seen?: (fate: Fate) => Fate, desks = anyDesk): Promise<boolean> {
  const details = await fc.check(
    fc.asyncProperty(desks, async (desk) => sameFates(await play(desk), await play(change(desk)), seen)),
    {numRuns: RUNS, seed: 20_260_302, endOnFailure: true},
  );
  // A desk that cannot be played is no counterexample but a mistake.
  if (details.errorInstance instanceof InputError) throw details.errorInstance;
  return !details.failed;
}

/** States a property, and that its wrong variant is noticed. */
function property(name: string, right: Change, wrong: Change, seen?: (fate: Fate) => Fate, desks = anyDesk): void {
  test(name, async () => {
    expect(await changesNothing(right, seen, desks)).toBe(true);
    expect(await changesNothing(wrong, seen, desks)).toBe(false);
  });
}

const renamed = (name: string): string => `${[...name].reverse().join('')}x`;

/** Other names everywhere, and everything in the opposite order but for agents' numbers, which `agentsTurned` maps. */
function relabelled(desk: Desk): Desk {
  return {
    ...desk,
    sources: desk.sources.map((source) => ({
      ...source,
      name: `other ${source.name}`,
      contacts: source.contacts.map((contact) => ({...contact, segment: renamed(contact.segment)})),
    })),
    processes: desk.processes
      .map((process) => ({
        ...process,
        name: `other ${process.name}`,
        segment: renamed(process.segment),
        targets: process.targets.map((target) => ({...target, skill: renamed(target.skill)})),
      }))
      .reverse(),
    groups: desk.groups.map((group) => ({
      ...group,
      name: `other ${group.name}`,
      skills: Object.fromEntries(
        Object.entries(group.skills)
          .reverse()
          .map(([skill, level]) => [renamed(skill), level]),
      ),
    })),
  };
}

property('other names, processes in another order', relabelled, (desk) => {
  const other = relabelled(desk);
  const [first, ...rest] = other.processes;
  // Two processes have taken each other's segment along.
  return {...other, processes: [{...first, segment: rest[0].segment}, {...rest[0], segment: first.segment}, rest[1]]};
});

test('sources and groups in another order', async () => {
  const turned = async (desk: Desk): Promise<boolean> => {
    const last = desk.groups.length - 1;
    const other = {...desk, sources: [...desk.sources].reverse(), groups: [...desk.groups].reverse()};
    const seen = (fate: Fate): Fate => ({...fate, agent: fate.agent < 0 ? -1 : last - fate.agent});
    return sameFates(await play(desk), await play(other), seen);
  };
  await fc.assert(fc.asyncProperty(anyDesk, turned), {numRuns: RUNS, seed: 1, endOnFailure: true});
  // Where all come at once the number decides, and order matters.
  const together = anyDesk.map((desk) => ({...desk, groups: desk.groups.map((group) => ({...group, comesAt: 60}))}));
  expect(
    (await fc.check(fc.asyncProperty(together, turned), {numRuns: RUNS, seed: 1, endOnFailure: true})).failed,
  ).toBe(true);
});

const scaled =
  (factor: number, part: (priority: Priority) => Priority): Change =>
  (desk) => ({
    ...desk,
    processes: desk.processes.map((process) => ({...process, priority: part(process.priority)})),
    sources: desk.sources.map((source) => ({
      ...source,
      contacts: source.contacts.map((contact) =>
        contact.priority === undefined ? contact : {...contact, priority: contact.priority * factor},
      ),
    })),
  });
const wholly =
  (factor: number) =>
  ({points, initial, increment, atSla, max, ...rest}: Priority): Priority => ({
    ...rest,
    ...(points === undefined ? {} : {points: points.map(([at, value]): [string, number] => [at, value * factor])}),
    ...(initial === undefined ? {} : {initial: initial * factor}),
    ...(increment === undefined ? {} : {increment: increment * factor}),
    ...(atSla === undefined ? {} : {atSla: atSla * factor}),
    ...(max === undefined ? {} : {max: max * factor}),
  });
for (const factor of [3, 0.25]) {
  property(
    `all priorities ${factor} times as high`,
    scaled(factor, wholly(factor)),
    // The increments have been forgotten.
    scaled(factor, (priority) => ({
      ...wholly(factor)(priority),
      ...(priority.increment === undefined ? {} : {increment: priority.increment}),
    })),
    (fate) => ({...fate, priority: fate.priority * factor}),
  );
}

const taught =
  (skill: string): Change =>
  (desk) => ({
    ...desk,
    groups: desk.groups.map((group, i) => ({...group, skills: {...group.skills, [skill]: i % 2 === 0 ? 4 : 0}})),
  });
property('a skill nobody needs', taught('Juggling'), taught(SKILLS[0]));

/** The contacts of the first source by turns in two of the same kind. */
const split =
  (channelOf: (desk: Desk) => string): Change =>
  (desk) => {
    const [first, ...others] = desk.sources;
    const half = (part: number) => first.contacts.filter((_, i) => i % 2 === part);
    return {
      ...desk,
      sources: [
        {...first, contacts: half(0)},
        ...others,
        {name: 'its other half', channel: channelOf(desk), contacts: half(1)},
      ],
    };
  };
property(
  'a replayed source in two halves',
  split((desk) => desk.sources[0].channel),
  split((desk) => desk.sources[1].channel),
);

const later =
  (weeks: number, from: string, to: string): Change =>
  (desk) => ({...desk, from, to, startsAt: desk.startsAt + weeks * WEEK});
property(
  'a week later, no change of clocks between',
  later(1, '2026-02-09', '2026-02-10'),
  // Summer time has come: the log, which knows no zone, is an hour late by the clock on the wall.
  later(8, '2026-03-30', '2026-03-31'),
);

/** Everyone there from 00:00, three groups of two alike agents each. */
const inPairs = anyDesk.map(
  (desk): Desk => ({
    ...desk,
    groups: desk.groups.flatMap(({comesAt, ...group}) => [
      {...group, agents: 2},
      {...group, agents: 1, name: `${group.name} again`},
    ]),
  }),
);
const merged =
  (which: (index: number) => boolean): Change =>
  (desk) => ({
    ...desk,
    groups: desk.groups.flatMap((group, i) => {
      if (which(i)) return [{...group, agents: group.agents + (desk.groups[i + 1]?.agents ?? 0)}];
      return i > 0 && which(i - 1) ? [] : [group];
    }),
  });
property(
  'identical groups made one',
  merged((i) => i % 2 === 0),
  // Groups that are not alike.
  merged((i) => i === 1),
  undefined,
  inPairs,
);

const always = anyDesk.map(
  (desk): Desk => ({
    ...desk,
    // Far enough for what takes twice as long.
    to: '2026-02-05',
    groups: desk.groups.map(({comesAt, ...group}) => group),
  }),
);
const twice = (text: string): string => {
  const [, amount, unit] = /^(\d+)(\D*)$/.exec(text) ?? [];
  return unit === '' ? text : `${2 * Number(amount)}${unit}`;
};
const slower =
  (wrapUpToo: boolean): Change =>
  (desk) => ({
    ...desk,
    sources: desk.sources.map((source) => ({
      ...source,
      contacts: source.contacts.map((contact) => ({
        ...contact,
        at: contact.at * 2,
        handle: contact.handle * 2,
        wrapUp: contact.wrapUp * (wrapUpToo ? 2 : 1),
        patience: contact.patience * 2,
      })),
    })),
    processes: desk.processes.map((process) => ({
      ...process,
      sla: process.sla * 2,
      targets: process.targets.map((target) => ({...target, alone: target.alone * 2})),
      priority: slowerPriority(process.priority),
    })),
  });
const slowerPriority = ({every, points, reprioritize, ...rest}: Priority): Priority => ({
  ...rest,
  ...(every === undefined ? {} : {every: twice(every)}),
  ...(points === undefined ? {} : {points: points.map(([at, value]): [string, number] => [twice(at), value])}),
  ...(reprioritize === undefined ? {} : {reprioritize: {every: twice(reprioritize.every)}}),
});
property(
  'the unit of time half as long: every duration and instant doubled',
  slower(true),
  slower(false),
  (fate) => ({...fate, answered: fate.answered * 2, ended: fate.ended * 2}),
  always,
);

// Generated demand: in distribution

const generated = (sources: readonly {readonly name: string; readonly perHour: number}[]) => ({
  name: 'Split',
  timezone: 'UTC',
  from: '2026-03-02',
  to: '2026-03-03',
  replications: 40,
  demand: sources.map(({name, perHour}) => ({
    source: name,
    channel: 'voice',
    arrivals: {perHour},
    handleTime: {exponential: {mean: '4m'}},
    patience: {exponential: {mean: '3m'}},
  })),
  routing: {segmentation: {otherwise: 'calls'}, processes: {calls: {answerWithin: '20s'}}},
  workforce: [{group: 'team', agents: 5}],
});

test('a generated source in two halves: the same in distribution, five standard errors apart at most', async () => {
  const of = async (...perHour: number[]) => {
    const sources = perHour.map((rate, i) => ({name: `source ${i}`, perHour: rate}));
    return (await run(generated(sources), new Map())).results.flow.total;
  };
  const [one, halves, tooMuch] = [await of(60), await of(30, 30), await of(32, 32)];
  /** Largest distance, in standard errors of the difference. */
  const apart = (a: typeof one, b: typeof one): number =>
    Math.max(
      ...['offered', 'serviceLevel', 'abandonment', 'wait', 'occupancy'].map((key) => {
        const [x, y] = [a[key], b[key]];
        if (x.value === null || y.value === null || !x.halfWidth || !y.halfWidth) throw new Error(`no ${key}`);
        return Math.abs(x.value - y.value) / (Math.hypot(x.halfWidth, y.halfWidth) / 2.02);
      }),
    );
  expect(apart(one, halves)).toBeLessThan(5);
  expect(apart(one, tooMuch)).toBeGreaterThan(5);
});

test('every contact is somewhere when the run ends', async () => {
  const balanced = (parts: readonly (keyof Played['results']['balance'])[]) =>
    fc.asyncProperty(anyDesk, async (desk) => {
      // They come for the last five minutes, so that some still wait at the end of the day.
      const {results} = await play({...desk, groups: desk.groups.map((group) => ({...group, comesAt: 22 * 60 + 55}))});
      const {balance} = results;
      const contacts = desk.sources.flatMap((source) => source.contacts).length;
      return balance.created === contacts && parts.reduce((sum, part) => sum + (balance[part] ?? 0), 0) === contacts;
    });
  const all = ['rejected', 'cancelled', 'completed', 'abandoned', 'inHand', 'waiting', 'held'] as const;
  await fc.assert(balanced(all), {numRuns: RUNS, seed: 1, endOnFailure: true});
  const withoutWaiting = all.filter((part) => part !== 'waiting');
  expect((await fc.check(balanced(withoutWaiting), {numRuns: RUNS, seed: 1, endOnFailure: true})).failed).toBe(true);
});

test('the same seed, the same results; another seed, others', async () => {
  const of = async (seed: string) =>
    JSON.stringify(
      (await run({...generated([{name: 'calls', perHour: 60}]), replications: 2}, new Map(), seed)).results,
    );
  expect(await of('a')).toBe(await of('a'));
  expect((await of('a')).replace('"seed":"a"', '')).not.toBe((await of('b')).replace('"seed":"b"', ''));
});
