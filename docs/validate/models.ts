/** A model of the reference in a line of words. */
import type {Arrival, Law, Sim} from '../../test/reference/sim.ts';
import {shown} from './table.ts';

export function modelInWords({classes, groups, mode, horizon}: Sim): string {
  const demand = classes.map(({id, arrival, service, patience, redistribute}) =>
    [
      `${classes.length > 1 ? `${id}: ` : ''}${arrivals(arrival)}, handled for ${law(service)}`,
      ...(patience ? [`patience ${law(patience)}`] : []),
      ...(redistribute ? [`${shown(100 * redistribute.p, 3)} % come back after ${law(redistribute.delay)}`] : []),
    ].join(', '),
  );
  const agents = groups.map(({id, count}) => `${count} ${groups.length > 1 ? id : 'agents'}`).join(', ');
  const length = mode === 'terminating' ? `; ${shown(horizon / 3600, 3)} hours from empty` : '';
  return `${demand.join('; ')}; ${agents}${length}`;
}

function arrivals(arrival: Arrival): string {
  switch (arrival.type) {
    case 'poisson':
      return `${shown(arrival.rate * 3600, 4)} an hour`;
    case 'piecewise': {
      const rates = arrival.rates.map((rate) => rate * 3600);
      return `${shown(Math.min(...rates), 3)} to ${shown(Math.max(...rates), 3)} an hour`;
    }
    case 'sin':
      return `${shown((arrival.mean - arrival.amplitude) * 3600, 3)} to ${shown((arrival.mean + arrival.amplitude) * 3600, 3)} an hour, swinging`;
    default:
      return `${arrival.times.length} arrivals`;
  }
}

function law(of: Law): string {
  switch (of.type) {
    case 'det':
      return of.value === 0 ? 'none' : `exactly ${shown(of.value, 4)} s`;
    case 'exp':
      return `exponential ${shown(of.mean, 4)} s`;
    case 'lognormal':
      return `lognormal ${shown(of.mean, 4)} s (cv ${shown(Math.sqrt(of.scv), 3)})`;
    default:
      return `Erlang-${of.k} ${shown(of.mean, 4)} s`;
  }
}
