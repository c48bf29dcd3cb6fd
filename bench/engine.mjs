// The engine alone, with its recorder or, after `silent`, with nobody who listens: `node bench/engine.mjs w1 300000 1`.
// Prints what the ceiling programs print.

import {NO_DUTY, w1, w2, w3} from './models.mjs';
import {compileCapacity, ONE_AT_A_TIME, Recorder, Simulation} from './parts.mjs';

/** Counts, so that results can be compared, and does nothing else. */
class Silent {
  counts = {created: 0, answered: 0, abandoned: 0};
  created() {
    this.counts.created++;
  }
  answered() {
    this.counts.answered++;
  }
  abandoned() {
    this.counts.abandoned++;
  }
  rejected() {}
  offered() {}
  missed() {}
  completed() {}
  paused() {}
  resumed() {}
  agentBecame() {}
  measured() {}
  closed() {}
}

const [name, items, seed, listener] = process.argv.slice(2);
const {model, feeds} = {w1, w2, w3}[name](Number(items), Number(seed ?? 1), {compileCapacity, ONE_AT_A_TIME});
const observer = listener === 'silent' ? new Silent() : new Recorder({model});
const simulation = new Simulation(model, feeds, NO_DUTY, null, (floor) => {
  observer.watch?.({items: floor.items, clocks: floor.clocks, profiles: floor.agents.profile});
  return observer;
});
simulation.run();
const {created, answered, abandoned} = observer.counts;
console.log(JSON.stringify({n: created, served: answered, aband: abandoned, pAb: abandoned / created}));
