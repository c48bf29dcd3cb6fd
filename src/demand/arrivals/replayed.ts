import type {Feed} from '../../model/arrivals.ts';
import type {LifeDraws} from '../../model/life.ts';
import type {DistributionSpec} from '../../random/distribution.ts';
import type {ArrivalsSpec, SourceSpec, Varying} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {itemDuration} from '../items/duration.ts';
import {lifeOf} from '../items/life.ts';
import {movesOf} from '../items/moves.ts';
import {type ItemDurations, redialOf} from '../items/redial.ts';
import {valueAt} from '../items/varying.ts';
import {LocalTime} from '../localStretches.ts';
import {replayFeed} from '../replayed/index.ts';
import type {ArrivalsKind} from './kind.ts';

/** A log read again: what it does not say is drawn as the source says, and so are redials. */
const fromLog = (kind: ArrivalsSpec['kind']): ArrivalsKind => ({
  kind,
  expected: () => null,
  feed(source, index, context) {
    const local = new LocalTime((day) => context.dayAt(day));
    let life: LifeDraws | undefined;
    return replayFeed(source, index, context, {
      distributionAt: (varying) => (varying === undefined ? () => null : valueAt(varying, local)),
      redial: redialOfLog(source, context, local),
      moves: movesOf(source, index, context),
      life: () => {
        life ??= lifeOf(source, durationsOf(source, context, local), context);
        return life;
      },
    });
  },
});

/** Items of the horizon, as they came. */
export const replay = fromLog('replay');
/** Items already there when the scenario starts. */
export const backlog = fromLog('backlog');

/** Who calls again is not in the log: his handle time comes from a distribution, or nobody calls again and that is said. */
function redialOfLog(source: SourceSpec, context: FeedContext, local: LocalTime): Feed['redial'] {
  const {arrivals} = source;
  if (source.redial === undefined || !('replay' in arrivals)) return () => null;
  if (named(arrivals.replay.columns.handleTime?.missing, source.handleTime) === undefined) {
    context.warn(
      'redial',
      'nobody calls again: the source names no distribution of handle time to draw from',
      source.name,
    );
    return () => null;
  }
  return redialOf(source, durationsOf(source, context, local), context);
}

/** Durations of arrivals and visits that are not in the log. */
function durationsOf(source: SourceSpec, context: FeedContext, local: LocalTime): ItemDurations {
  const columns = 'replay' in source.arrivals ? source.arrivals.replay.columns : null;
  const duration = (spec: Varying<DistributionSpec> | undefined, absent: number, purpose: string) =>
    itemDuration(spec, absent, purpose, source.name, context, local);
  return {
    handle: duration(named(columns?.handleTime?.missing, source.handleTime), 0, 'handle time'),
    wrapUp: duration(named(columns?.wrapUp?.missing, source.wrapUp), 0, 'wrap-up'),
    patience: duration(named(columns?.patience?.missing, source.patience), Infinity, 'patience'),
  };
}

const named = (missing: DistributionSpec | undefined, own: Varying<DistributionSpec> | undefined) =>
  missing === undefined ? own : {fixed: missing};
