import type {Feed} from '../../model/arrivals.ts';
import type {LifeDraws} from '../../model/life.ts';
import type {Brought} from '../../model/moves.ts';
import type {SourceSpec} from '../../scenario/scenario.ts';
import type {Classified, FeedContext} from '../context.ts';
import {type ItemDuration, itemDuration} from '../items/duration.ts';
import {lifeOf} from '../items/life.ts';
import {movesOf} from '../items/moves.ts';
import {LocalTime} from '../localStretches.ts';
import {drawnAttributes} from '../replayed/drawnAttributes.ts';
import type {ArrivalsKind} from './kind.ts';

/**
 * Items that items of another source open while the run goes on: none arrives by itself. All that is random about one
 * is keyed by its number, which is made of its opener's, so that no routing and no other item moves it.
 */
export const opened = (expectedOf: ArrivalsKind['expected']): ArrivalsKind => ({
  kind: 'opened',
  expected(arrivals, context, edgesMs) {
    if (arrivals.kind !== 'opened') return null;
    return expectedOf(arrivals.of, context, edgesMs)?.map((count) => count * arrivals.each) ?? null;
  },
  feed(source, index, context): Feed {
    const local = new LocalTime((day) => context.dayAt(day));
    const duration = (key: 'handleTime' | 'wrapUp', purpose: string): ItemDuration =>
      itemDuration(source[key], 0, purpose, source.name, context, local);
    const [handle, wrapUp] = [duration('handleTime', 'handle time'), duration('wrapUp', 'wrap-up')];
    const classify = classifierOf(source, index, context);
    let life: LifeDraws | undefined;
    return {
      fill: (block) => {
        block.count = 0;
      },
      redial: () => null,
      moves: movesOf(source, index, context),
      get life() {
        life ??= lifeOf(source, {handle, wrapUp}, context);
        return life;
      },
      opened(number, reported, atMs) {
        const classified = classify(number, reported);
        return {
          route: classified.route,
          rule: classified.rule,
          reportClass: classified.reportClass,
          initial: classified.initial,
          brought: classified.brought,
          handleMs: handle.visit(number, 0, 0, atMs),
          wrapUpMs: wrapUp.visit(number, 0, 0, atMs),
        };
      },
    };
  },
});

/** What an item is, that an item opens whose values of reported attributes are those; without draws only once for each. */
function classifierOf(source: SourceSpec, index: number, context: FeedContext) {
  const attributesOf = drawnAttributes(source, context);
  const channel = 'name' in source.channel ? source.channel.name : '';
  const classify = (number: number, reported: Readonly<Record<string, string>>): Classified & {brought: Brought} => {
    const attributes = {...reported, ...attributesOf(number, {})};
    const classified = context.classifier.classify(index, channel, attributes, Number.NaN);
    return {...classified, brought: {channel, attributes, priority: Number.NaN}};
  };
  if (Object.values(source.attributes).some(({kind}) => kind !== 'constant')) return classify;
  const met = new Map<object, ReturnType<typeof classify>>();
  return (number: number, reported: Readonly<Record<string, string>>) => {
    const known = met.get(reported) ?? classify(number, reported);
    met.set(reported, known);
    return known;
  };
}
