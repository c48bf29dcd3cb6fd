/** The life of one item under two scenarios. */
import type {Breathe, Loaded} from '../experiment/index.ts';
import {explain} from './explain.ts';
import type {Chapter, ItemStory} from './story/story.ts';
import type {ItemKey} from './watch/itemWatch.ts';

export interface AgainstRequest {
  readonly current: Loaded;
  readonly candidate: Loaded;
  /** From 0. */
  readonly replication: number;
  /** By the numbers of the current scenario. */
  readonly item: ItemKey;
  readonly full?: boolean;
}

export interface BothLives {
  /** Null where the item does not come. */
  readonly current: ItemStory | null;
  readonly candidate: ItemStory | null;
  /** Chapters that are the same in both; as many as there are where the lives do not differ. */
  readonly same: number;
  /** False: asked to stop before the end. */
  readonly complete: boolean;
}

/**
 * Tells an item's life in a replication of both. Chapters are the same where the same happens at the same time to the same
 * agents; the reasons may be others: which items went before it, at which priority.
 */
export async function explainAgainst(request: AgainstRequest, breathe?: Breathe): Promise<BothLives> {
  const {current, candidate, replication, item, full = false} = request;
  const name = current.compiled.model.names.sources[item.source];
  const source = candidate.compiled.model.names.sources.indexOf(name);
  const one = await explain({loaded: current, replication, items: [item], full}, breathe);
  const items = source < 0 ? [] : [{...item, source}];
  const other = await explain({loaded: candidate, replication, items, full}, breathe);
  const [here, there] = [one.stories[0] ?? null, other.stories[0] ?? null];
  return {
    current: here,
    candidate: there,
    same: sameChapters(here?.chapters ?? [], there?.chapters ?? []),
    complete: one.complete && other.complete,
  };
}

function sameChapters(one: readonly Chapter[], other: readonly Chapter[]): number {
  const differs = one.findIndex((chapter, k) => !other[k] || factsOf(chapter) !== factsOf(other[k]));
  return differs < 0 ? Math.min(one.length, other.length) : differs;
}

/** What happens in a chapter, its reasons left out. */
function factsOf(chapter: Chapter): string {
  switch (chapter.kind) {
    case 'waits':
      return `waits ${chapter.from.ms} ${chapter.to.ms}`;
    case 'given':
      return `given ${chapter.at.ms} ${chapter.agent}`;
    case 'arrives':
      return `arrives ${chapter.at.ms} ${chapter.process} ${chapter.due?.ms}`;
    case 'handled':
      return `handled ${chapter.from.ms} ${chapter.to.ms} ${chapter.agent} ${chapter.visit}`;
    case 'opens':
      return `opens ${chapter.at.ms} ${chapter.target}`;
    case 'moves':
      return `moves ${chapter.at.ms} ${chapter.process} ${chapter.target}`;
    default:
      return JSON.stringify(chapter);
  }
}
