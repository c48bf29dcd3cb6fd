import {askedBy} from '../../measure/asked.ts';
import {Replication} from '../../measure/fold/replication.ts';
import {ItemLog} from '../../measure/itemLog.ts';
import {externalIdsOf} from '../externalIds.ts';
import {localTimeOf} from '../localTime.ts';
import {runReplication} from '../runReplication.ts';
import type {Variant} from '../study/study.ts';
import {changedHands, type Told} from './hands.ts';

/** Whom each candidate serves differently in the first replication, which is run once more with every item written down. */
export function handsOf(current: Variant, candidates: readonly Variant[]): ReturnType<typeof changedHands>[] {
  const own = toldOf(current);
  return candidates.map((candidate) => changedHands(own, toldOf(candidate), 0));
}

function toldOf({loaded}: Variant): Told {
  const {scenario, compiled} = loaded;
  const log = new ItemLog();
  const facts = runReplication(loaded, 0, {log});
  const {endMs} = new Replication(facts, compiled.model, askedBy(scenario.goals));
  return {loaded, log, endMs, localTime: localTimeOf(loaded), idOf: externalIdsOf(loaded)};
}
