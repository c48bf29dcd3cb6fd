import type {Observer} from '../../src/engine/observer.ts';
import {Simulation} from '../../src/engine/simulation.ts';
import {feedsOf} from '../../src/experiment/feeds.ts';
import type {Loaded} from '../../src/experiment/index.ts';
import {Warnings} from '../../src/experiment/warnings.ts';
import type {Floor} from '../../src/floor/floor.ts';
import {dutyOf, offerDrawsOf} from '../../src/workforce/index.ts';

/** Plays a replication as `runReplication` does, for an observer of one's own. */
export function play<O extends Observer>(loaded: Loaded, replication: number, observerOf: (floor: Floor) => O): O {
  const {scenario, compiled} = loaded;
  const {model, people, profileOf} = compiled;
  const {seed} = scenario;
  const feeds = feedsOf(loaded, replication, null, new Warnings());
  const duty = dutyOf(scenario, people, profileOf, seed, replication, 0, model.horizon.untilMs);
  const offers = model.features.ringing ? offerDrawsOf(scenario, people, seed, replication) : null;
  let observer: O | undefined;
  const simulation = new Simulation(model, feeds, duty, offers, (floor) => {
    observer = observerOf(floor);
    return observer;
  });
  simulation.run();
  if (observer === undefined) throw new Error('the simulation made no observer');
  return observer;
}

/** Hears nothing; for observers that want one thing. */
export class Deaf implements Observer {
  created(_item: number): void {}
  rejected(_item: number): void {}
  offered(_item: number, _agent: number): void {}
  missed(_item: number, _agent: number): void {}
  answered(_item: number, _agent: number, _stage: number): void {}
  abandoned(_item: number): void {}
  completed(_item: number, _agent: number): void {}
  paused(_item: number, _agent: number): void {}
  resumed(_item: number, _agent: number): void {}
  agentBecame(_agent: number, _state: number, _held: number): void {}
  measured(_index: number): void {}
  closed(): void {}
}
