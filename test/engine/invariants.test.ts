/** What is always true, after every event of random centres, and between them. */
import {expect, test} from 'vitest';
import {Simulation} from '../../src/engine/simulation.ts';
import {ITEM} from '../../src/floor/items.ts';
import {STATUS} from '../../src/model/life.ts';
import {type CentreSpec, modelOf} from './centre.ts';
import {dutyOf, feedsOf, offerDrawsOf} from './draws.ts';
import {checkInvariants, statusesOf} from './invariants.ts';
import {Journal} from './journal.ts';
import {randomCentre} from './randomCentre.ts';

/** Every grid instant of a centre, with what the journal has told by then. */
function walk(spec: CentreSpec, look: (simulation: Simulation, lines: readonly string[]) => void): void {
  const model = modelOf(spec);
  let journal: Journal | undefined;
  const simulation = new Simulation(model, feedsOf(spec), dutyOf(spec), offerDrawsOf(spec), (floor) => {
    journal = new Journal(floor);
    return journal;
  });
  for (let at = 1, over = false; !over && at < 200 * 1024; at += 256) {
    over = simulation.runUntil(at);
    // The run ends with its last item, before those it set free are asked.
    if (!over) look(simulation, journal?.lines ?? []);
  }
}

test('lines, buckets, loads and quiescence hold, and every item is somewhere', () => {
  let looks = 0;
  let waited = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const spec = randomCentre(seed, 10);
    const model = modelOf(spec);
    walk(spec, (simulation, lines) => {
      const census = checkInvariants(model, simulation.floor);
      const told = (what: string): number => lines.filter((line) => line.includes(what)).length;
      const {items} = simulation.floor;
      const isOpen = (item: number): boolean =>
        items.status(item) === ITEM.awaiting ||
        items.status(item) === ITEM.held ||
        items.status(item) === ITEM.kept ||
        ((items.status(item) === ITEM.wrapping || items.status(item) === ITEM.wrappingPaused) &&
          model.life !== undefined &&
          items.standing(item) === STATUS.assigned);
      const aside = statusesOf(simulation.floor.items).filter((it, item) => it !== ITEM.free && isOpen(item)).length;
      const open = census.waiting + census.ringing + census.handled + aside;
      const ended = told(' completed') + told(' abandoned') + told(' canceled');
      expect(told(' created')).toBe(told(' rejected') + ended + open);
      looks++;
      waited += census.waiting;
    });
  }
  expect(looks).toBeGreaterThan(1500);
  expect(waited).toBeGreaterThan(1500);
});

test('a broken floor is noticed', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{}],
    sources: [{items: [{at: 0}, {at: 0}, {at: 10}]}],
  };
  const break_ = (how: (simulation: Simulation) => void): (() => void) => {
    const model = modelOf(spec);
    const simulation = new Simulation(model, feedsOf(spec), dutyOf(spec), null, (floor) => new Journal(floor));
    simulation.runUntil(50);
    checkInvariants(model, simulation.floor);
    how(simulation);
    return () => checkInvariants(model, simulation.floor);
  };
  const itemThat = (simulation: Simulation, status: number): number =>
    statusesOf(simulation.floor.items).indexOf(status);
  expect(break_(({floor}) => floor.items.live++)).toThrow('live');
  expect(break_(({floor}) => floor.agents.held[0]--)).toThrow('holds');
  expect(break_((s) => s.floor.items.release(itemThat(s, ITEM.working)))).toThrow('holds');
  expect(break_((s) => s.floor.takeOut(itemThat(s, ITEM.waiting)))).toThrow('live');
  expect(break_((s) => s.floor.items.setEnteredRoutingMs(itemThat(s, ITEM.waiting), 1e6))).toThrow('best');
});
