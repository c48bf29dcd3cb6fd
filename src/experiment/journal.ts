import {Journal, type JournalEvent, type Part} from '../journal/index.ts';
import {externalIdsOf} from './externalIds.ts';
import type {Loaded} from './loaded.ts';
import {localTimeOf} from './localTime.ts';
import {type Breathe, runInTurns} from './simulationOf.ts';
import {watched} from './watched.ts';

export interface JournalRequest {
  readonly loaded: Loaded;
  /** From 0. */
  readonly replication: number;
  readonly part: Part;
  readonly write: (event: JournalEvent) => void;
}

/** What came of it. */
export interface Journalled {
  /** False: asked to stop before the end. */
  readonly complete: boolean;
  /** The item asked for came; true where none was. */
  readonly met: boolean;
}

/**
 * The journal of one replication: it is run once more, with nothing measured and everything watched. What happens is
 * the same, to the millisecond, as in the rehearsal.
 */
export async function journalOf(request: JournalRequest, breathe: Breathe = async () => true): Promise<Journalled> {
  const {loaded, replication, part, write} = request;
  const {model} = loaded.compiled;
  const journals: Journal[] = [];
  const options = {model, localTime: localTimeOf(loaded), idOf: externalIdsOf(loaded), part, write};
  const simulation = watched(loaded, replication, (floor, duty) => {
    const journal = new Journal({...options, duty}, floor);
    journals.push(journal);
    return journal;
  });
  const complete = await runInTurns(simulation, loaded, breathe);
  return {complete, met: part.item === undefined || journals.some(({selected}) => selected.met)};
}
