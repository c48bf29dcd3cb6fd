/** The lives of items in one replication, told from the run itself: it is run once more with those items watched. */
import {type Breathe, externalIdsOf, type Loaded, localTimeOf, runInTurns, watched} from '../experiment/index.ts';
import {ruleMatched} from './story/ruleMatched.ts';
import type {ItemStory} from './story/story.ts';
import {HandsOfAgents} from './watch/hands.ts';
import {type ItemKey, ItemWatch} from './watch/itemWatch.ts';
import {StoryObserver} from './watch/storyObserver.ts';

export interface ExplainRequest {
  readonly loaded: Loaded;
  /** From 0. */
  readonly replication: number;
  /** Whom to tell of: see `itemKeyOf`. */
  readonly items: readonly ItemKey[];
  /** Every change while it waits is told, rather than a few stretches that sum up. */
  readonly full?: boolean;
}

export interface Explained {
  /** False: asked to stop before the end. */
  readonly complete: boolean;
  /** In the order of the request; null where the item does not come in this replication. */
  readonly stories: readonly (ItemStory | null)[];
}

/**
 * Tells the life of each item asked for. The replication is run once more, up to where the last of them has left; what
 * happens in it is the same as in the rehearsal.
 */
export async function explain(request: ExplainRequest, breathe: Breathe = async () => true): Promise<Explained> {
  const {loaded, replication, items, full = false} = request;
  const {model} = loaded.compiled;
  const idOf = externalIdsOf(loaded);
  let watches: ItemWatch[] = [];
  const simulation = watched(loaded, replication, (floor, duty) => {
    const hands = new HandsOfAgents(model.roster.agentCount, floor);
    const shared = {loaded, duty, localTime: localTimeOf(loaded), idOf, full, hands};
    const ruleOf = (rule: number, key: ItemKey) => ruleMatched(loaded, replication, rule, key);
    watches = items.map((key) => new ItemWatch({...shared, key, ruleMatched: ruleOf}, floor));
    return new StoryObserver(model, floor, hands, watches);
  });
  const mayReturn = model.features.redial || model.life?.commands === true;
  const isTold = () => !mayReturn && watches.every(({name, isThere}) => name !== '' && !isThere);
  let stopped = false;
  await runInTurns(simulation, loaded, async (arrivals, share) => {
    stopped = !(await breathe(arrivals, share));
    return !stopped && !isTold();
  });
  return {
    complete: !stopped,
    stories: watches.map(({name, key, chapters}) => {
      if (name === '') return null;
      const id = idOf(key.source, key.number);
      return {item: name, ...(id !== '' && {id}), replication: replication + 1, chapters: chapters.list};
    }),
  };
}
