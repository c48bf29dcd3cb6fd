// The engine with its recorder on a compiled scenario, fed by feeds of the bench's own.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {load} from '../dist/cli/load.js';
import {NO_DUTY} from './models.mjs';
import {Recorder, Simulation} from './parts.mjs';

/** The compiled model of a scenario written from its texts by file name; `scenario.yaml` is the one read. */
export function modelOf(files) {
  const dir = mkdtempSync(join(tmpdir(), 'preroute-bench-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
    return load({file: join(dir, 'scenario.yaml')}).compiled.model;
  } finally {
    rmSync(dir, {recursive: true});
  }
}

/** A run that is advanced in slices of about so many events, each timed. */
export class Sliced {
  constructor(model, feeds, {eventsPerMs}) {
    this.recorder = new Recorder({model});
    this.simulation = new Simulation(model, feeds, NO_DUTY, null, (floor) => {
      this.recorder.watch({items: floor.items, clocks: floor.clocks, profiles: floor.agents.profile});
      return this.recorder;
    });
    this.eventsPerMs = eventsPerMs;
    this.toMs = 0;
  }

  /** Arrivals and completions so far: the events that were asked for, whatever else the engine has to do. */
  get events() {
    return this.simulation.arrivals + this.recorder.counts.completed;
  }

  /** ns of CPU an event of the next `events` events or so. */
  slice(events, cpuNs) {
    this.toMs += events / this.eventsPerMs;
    const before = this.events;
    const begun = cpuNs();
    this.simulation.runUntil(this.toMs);
    return (cpuNs() - begun) / (this.events - before);
  }
}
