// The engine and the recorder alone: `node bench/engine.mjs w1 300000 1`. Prints what the ceiling programs print.

import {NO_DUTY, w1, w2, w3} from './models.mjs';
import {compileCapacity, ONE_AT_A_TIME, Recorder, Simulation} from './parts.mjs';

const [name, items, seed] = process.argv.slice(2);
const {model, feeds} = {w1, w2, w3}[name](Number(items), Number(seed ?? 1), {compileCapacity, ONE_AT_A_TIME});
const recorder = new Recorder({model});
const simulation = new Simulation(model, feeds, NO_DUTY, null, (floor) => {
  recorder.watch({items: floor.items, clocks: floor.clocks, profiles: floor.agents.profile});
  return recorder;
});
simulation.run();
const {created, answered, abandoned} = recorder.counts;
console.log(JSON.stringify({n: created, served: answered, aband: abandoned, pAb: abandoned / created}));
