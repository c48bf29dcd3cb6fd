import type {Model} from '../model/model.ts';
import type {Asked} from './asked.ts';
import {EVERYTHING, type Scope, scopeKey} from './scope.ts';

/**
 * Scopes whose backlog peak is kept in every run: everything, and each process, channel, source and process with
 * channel that is not the same as a wider one.
 */
function standardPeaks(model: Model): Scope[] {
  const {names, routes} = model;
  const scopes: Scope[] = [EVERYTHING];
  if (names.processes.length > 1) scopes.push(...names.processes.map((process) => ({process})));
  if (names.channels.length > 1) scopes.push(...names.channels.map((channel) => ({channel})));
  if (names.sources.length > 1) scopes.push(...names.sources.map((source) => ({source})));
  const pairs = new Map<string, Scope>();
  for (let route = 0; route < routes.count; route++) {
    const pair = {process: names.processes[routes.process[route]], channel: names.channels[routes.channel[route]]};
    pairs.set(scopeKey(pair), pair);
  }
  if (names.processes.length > 1 && names.channels.length > 1) scopes.push(...pairs.values());
  return scopes;
}

/** Scopes whose peak is kept: the standard ones, then what goals ask. */
export const peakScopes = (model: Model, asked: Asked): readonly Scope[] => [...standardPeaks(model), ...asked.peaks];
