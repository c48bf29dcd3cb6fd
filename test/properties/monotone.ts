/**
 * More agents, or less work, make nobody wait longer: true for one kind of contact, first come first served, alike agents,
 * one item at a time, nobody hanging up (then the workload each arrival meets is ordered; Kiefer and Wolfowitz 1955). With
 * customers who hang up, or skills, it does not hold contact by contact: a desk where it fails is soon found.
 */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {anyDesk} from './anyDesk.ts';
import {type Desk, type Process, play} from './desk.ts';

const RUNS = 5;
const QUEUE: Process = {
  name: 'calls',
  segment: 'gold',
  sla: 600_000,
  priority: {initial: 0, increment: 1, every: '20s'},
  targets: [{skill: 'Talk', atLeast: 0, alone: 0}],
  agent: ['longest-idle'],
};

/** One queue for three alike agents, with customers of `patience`. */
const oneQueue = (patience: (drawn: number) => number): fc.Arbitrary<Desk> =>
  anyDesk.map(({most, ...desk}) => ({
    ...desk,
    processes: [QUEUE],
    groups: [{name: 'team', agents: 3, skills: {Talk: 1}}],
    sources: desk.sources.slice(0, 1).map((source) => ({
      ...source,
      contacts: source.contacts.map(({priority, ...contact}) => ({
        ...contact,
        segment: 'gold',
        patience: patience(contact.patience),
      })),
    })),
  }));
const patient = oneQueue(() => 1e9);
const impatient = oneQueue((drawn) => Math.min(drawn, 120_000));

const oneMore = (desk: Desk): Desk => ({
  ...desk,
  groups: desk.groups.map((group, i) => (i === 0 ? {...group, agents: group.agents + 1} : group)),
});
const everyThirdShorter = (desk: Desk): Desk => ({
  ...desk,
  sources: desk.sources.map((source) => ({
    ...source,
    contacts: source.contacts.map((one, i) => (i % 3 === 0 ? {...one, handle: Math.floor(one.handle / 2)} : one)),
  })),
});

/** Whether nobody who is answered either way is answered later for the change. */
async function delaysNobody(desks: fc.Arbitrary<Desk>, change: (desk: Desk) => Desk, numRuns = RUNS): Promise<boolean> {
  const holds = async (desk: Desk): Promise<boolean> => {
    const [before, after] = [await play(desk), await play(change(desk))];
    return [...before.fates].every(([id, {answered}]) => !((after.fates.get(id)?.answered ?? 0) > answered));
  };
  return !(await fc.check(fc.asyncProperty(desks, holds), {numRuns, seed: 7, endOnFailure: true})).failed;
}

test('one agent more makes nobody wait longer, in one patient queue', async () => {
  expect(await delaysNobody(patient, oneMore)).toBe(true);
});

test('shorter contacts make nobody wait longer, in one patient queue', async () => {
  expect(await delaysNobody(patient, everyThirdShorter)).toBe(true);
  const longer = (desk: Desk): Desk => ({
    ...desk,
    sources: desk.sources.map((source) => ({
      ...source,
      contacts: source.contacts.map((one) => ({...one, handle: 2 * one.handle})),
    })),
  });
  expect(await delaysNobody(patient, longer)).toBe(false);
});

test('where customers hang up, or skills differ, somebody may wait longer for one agent more', async () => {
  expect(await delaysNobody(impatient, oneMore, 60)).toBe(false);
  const skilled = anyDesk.map((desk) => ({
    ...desk,
    sources: desk.sources.map((source) => ({
      ...source,
      contacts: source.contacts.map((contact) => ({...contact, patience: 1e9})),
    })),
  }));
  expect(await delaysNobody(skilled, oneMore, 60)).toBe(false);
});
