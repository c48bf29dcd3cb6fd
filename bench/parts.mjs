// What of the built product is measured by itself.
export {Simulation} from '../dist/engine/simulation.js';
export {Recorder} from '../dist/measure/recorder.js';
export {ONE_AT_A_TIME} from '../dist/routing/capacity/admission.js';
export {compileCapacity} from '../dist/routing/capacity/automaton.js';
