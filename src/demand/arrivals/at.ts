import {instantsOf} from './instants.ts';
import {generated} from './kind.ts';

/** Arrivals at instants given, after the start. */
export const at = generated('at', ({atMs}) => instantsOf(atMs.filter((ms) => ms >= 0).sort((a, b) => a - b)));
