/** The first decision that two scenarios take differently, with what it was decided from in each. */
import {type Breathe, externalIdsOf, type Loaded, localTimeOf, watched} from '../../experiment/index.ts';
import type {JournalEvent, Point} from '../../journal/index.ts';
import {type Divergence, firstDivergence} from './firstDivergence.ts';
import {HAPPENED, type Happening, isGiven, sharedNumbers} from './happenings.ts';
import {type KeptAgent, Probe, type Whereabouts} from './probe.ts';

export interface DifferenceRequest {
  readonly current: Loaded;
  readonly candidate: Loaded;
  /** From 0. */
  readonly replication: number;
}

/** The first instant at which something else happens, and the item to which it does. */
export interface FirstDifference {
  readonly at: Point;
  /** Decisions before it, the same in both: items given to agents. */
  readonly alike: number;
  /** Classified otherwise, or not there in one of them; given to another agent, or not yet; all else. */
  readonly kind: 'arrival' | 'given' | 'course';
  readonly item: string;
  /** What its log calls it. */
  readonly id?: string;
  readonly current: DifferenceSide;
  readonly candidate: DifferenceSide;
}

export interface DifferenceSide {
  /** What happened to the item at that instant, as its journal tells it; none where nothing did. */
  readonly events: readonly JournalEvent[];
  readonly whereabouts: Whereabouts;
  /** Why the agent who got it in the other run did not get it here. */
  readonly kept?: KeptAgent;
}

/** What came of looking for it. */
export interface Differing {
  /** False: asked to stop before the end. */
  readonly complete: boolean;
  /** Null: the same happens in both, to the end. */
  readonly difference: FirstDifference | null;
}

/**
 * Runs a replication of both scenarios in step, up to the first instant at which not the same happens to the same
 * items, and looks at that instant again in each. Curves, targets and limits may differ long before any decision does.
 */
export async function firstDifference(
  {current, candidate, replication}: DifferenceRequest,
  breathe: Breathe = async () => true,
): Promise<Differing> {
  const {complete, divergence} = await firstDivergence(current, candidate, replication, breathe);
  if (divergence === null) return {complete, difference: null};
  const told = worthTelling(divergence);
  const [given, givenThere] = [divergence.currentOnly, divergence.candidateOnly].map(
    (list) => list.find((one) => isGiven(one.what) && isOf(one, told))?.whom ?? -1,
  );
  const here = sideAt(current, replication, divergence.ms, told, givenThere, current);
  const there = sideAt(candidate, replication, divergence.ms, told, given, current);
  const id = here.id || there.id;
  const item = nameOf(told, current) ?? nameOf(told, candidate, current) ?? '';
  const at = localTimeOf(current)(divergence.ms);
  return {
    complete,
    difference: {
      at: {at: at.includes('.') ? at : `${at}.000`, ms: divergence.ms},
      alike: divergence.alike,
      kind: kindOf(told.what),
      item,
      ...(id !== '' && {id}),
      current: here.side,
      candidate: there.side,
    },
  };
}

const isOf = (a: Happening, b: Happening): boolean =>
  a.source === b.source && a.number === b.number && a.redial === b.redial;

function kindOf(what: number): FirstDifference['kind'] {
  if (what <= HAPPENED.moved) return 'arrival';
  return isGiven(what) ? 'given' : 'course';
}

/** Of all that differs at the instant: arrivals before decisions, those before the rest; the current run's first. */
function worthTelling({currentOnly, candidateOnly}: Divergence): Happening {
  const [first, ...others] = [...currentOnly, ...candidateOnly];
  return others.reduce((best, one) => (one.what < best.what ? one : best), first);
}

/** `source.number`, by the numbers of the first scenario; null where this one has no such source. */
function nameOf({source, number, redial}: Happening, loaded: Loaded, first = loaded): string | null {
  const {sources} = loaded.compiled.model.names;
  const own = sharedNumbers(loaded.compiled.model.names, first.compiled.model.names).sources.indexOf(source);
  return own < 0 ? null : `${sources[own]}.${number}${redial > 0 ? `#${redial + 1}` : ''}`;
}

/** One run again, up to the instant and through it. `whom`, in shared numbers: the agent who got the item in the other. */
function sideAt(
  loaded: Loaded,
  replication: number,
  ms: number,
  {source, number, redial}: Happening,
  whom: number,
  first: Loaded,
): {readonly side: DifferenceSide; readonly id: string} {
  const {model} = loaded.compiled;
  const shared = sharedNumbers(model.names, first.compiled.model.names);
  const own = shared.sources.indexOf(source);
  if (own < 0) return {side: {events: [], whereabouts: {is: 'away'}}, id: ''};
  const events: JournalEvent[] = [];
  const idOf = externalIdsOf(loaded);
  const probes: Probe[] = [];
  const simulation = watched(loaded, replication, (floor, duty) => {
    const probe = new Probe(
      {
        model,
        duty,
        localTime: localTimeOf(loaded),
        idOf,
        part: {item: {source: own, number}, fromMs: ms, toMs: ms + 1},
        write: (event) => events.push(event),
        asked: {source: own, number, redial, agent: whom < 0 ? -1 : shared.agents.indexOf(whom)},
      },
      floor,
    );
    probes.push(probe);
    return probe;
  });
  simulation.runUntil(ms + 1);
  const [probe] = probes;
  const whereabouts = probe.look();
  return {side: {events, whereabouts, ...(probe.kept && {kept: probe.kept})}, id: idOf(own, number)};
}
