import {ORDER, PULLED, type Pull} from '../model/pull.ts';
import type {Scenario} from '../scenario/scenario.ts';

/** Undefined where everything is given to agents. */
export function pullOf({routing}: Scenario): Pull | undefined {
  const pulls = Object.values(routing.processes).map(({pull}) => pull);
  if (pulls.every((pull) => pull === undefined)) return undefined;
  return {
    by: Uint8Array.from(pulls, (pull) => {
      if (pull === undefined) return PULLED.not;
      return pull.by === 'owner' ? PULLED.byOwner : PULLED.byAnyone;
    }),
    order: Uint8Array.from(pulls, (pull) => ORDER[pull?.order ?? 'oldest']),
    seesFrom: Float64Array.from(pulls, (pull) => pull?.sees?.from ?? -Infinity),
    seesAbove: Uint8Array.from(pulls, (pull) => (pull?.sees?.above ? 1 : 0)),
    inTurn: Uint8Array.from(pulls, (pull) => (pull?.assign === 'roundRobin' ? 1 : 0)),
    reassignAfterMs: Float64Array.from(pulls, (pull) => pull?.reassignAfterMs ?? Infinity),
    looks: Uint8Array.from(pulls, (pull) => (pull?.looksEvery ? 1 : 0)),
  };
}
