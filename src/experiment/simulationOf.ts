import type {Observer} from '../engine/observer.ts';
import {Simulation} from '../engine/simulation.ts';
import type {Floor} from '../floor/floor.ts';
import type {Feed} from '../model/arrivals.ts';
import type {Duty} from '../model/roster.ts';
import {dutyOf, lookDrawsOf, offerDrawsOf} from '../workforce/index.ts';
import type {Loaded} from './loaded.ts';

/** A replication ready to run, and who is there when in it. */
export function simulationOf(
  {scenario, compiled}: Loaded,
  replication: number,
  feeds: readonly Feed[],
  observer: (floor: Floor, duty: Duty) => Observer,
): {readonly simulation: Simulation; readonly duty: Duty} {
  const {model, people, profileOf} = compiled;
  const duty = dutyOf(scenario, people, profileOf, scenario.seed, replication, 0, dutyUntilMs(compiled));
  const offers = model.features.ringing ? offerDrawsOf(scenario, people, scenario.seed, replication) : null;
  const looks = model.pull ? lookDrawsOf(scenario, people, scenario.seed, replication) : null;
  return {simulation: new Simulation(model, feeds, duty, offers, (floor) => observer(floor, duty), looks), duty};
}

/** Slices a run is cut into so that others may have their turn; runs without an end breathe every day. */
const SLICES = 50;
const DAY_MS = 86_400_000;

/**
 * Called between slices: how many arrivals the whole replication has, as far as can be seen, and which share of it is
 * done. False: asked to stop.
 */
export type Breathe = (arrivalsEach: number, share: number) => Promise<boolean>;

/** To the end, giving way now and then to what else is due in this thread; false where `breathe` said to stop. */
export async function runInTurns(simulation: Simulation, {compiled}: Loaded, breathe: Breathe): Promise<boolean> {
  const {untilMs, arrivals} = compiled.model.horizon;
  const slice = Number.isFinite(untilMs) ? Math.max(1, untilMs / SLICES) : DAY_MS;
  for (let to = slice; !simulation.runUntil(to); to += slice) {
    const share = Number.isFinite(untilMs) ? Math.min(1, to / untilMs) : Math.min(1, simulation.arrivals / arrivals);
    const whole = Number.isFinite(untilMs) ? simulation.arrivals / share : arrivals;
    if (!(await breathe(whole, share))) return false;
  }
  return true;
}

/** A run that drains has this long to finish what is left; people keep coming to work meanwhile. */
const DRAIN_MS = 35 * DAY_MS;

/**
 * Who has something of his own is taken for gone where he has no spell any more: he is not because the horizon ends.
 */
const beyondMs = ({life, pull}: Loaded['compiled']['model']): number =>
  life?.workbins || pull !== undefined ? RETURNS_WITHIN_MS : 0;
const RETURNS_WITHIN_MS = 14 * DAY_MS;

/**
 * Up to when presence is worked out: the end of the horizon, and of draining after it. Where nobody knows the end, as
 * long as days are provided for, or not at all where nobody ever leaves.
 */
function dutyUntilMs({model}: Loaded['compiled']): number {
  const {untilMs, drains} = model.horizon;
  if (Number.isFinite(untilMs)) return untilMs + (model.features.duty ? (drains ? DRAIN_MS : beyondMs(model)) : 0);
  return model.features.duty ? (model.reporting.dayStartsMs.at(-1) ?? 0) : 0;
}
