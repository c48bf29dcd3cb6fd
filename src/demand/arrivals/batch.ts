import {DAY_MS, instantOn} from '../../calendar/index.ts';
import {sampler} from '../../random/sampler.ts';
import {WEEKDAYS} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {sourceDraws} from '../draws.ts';
import {instantsOf} from './instants.ts';
import {generated, type SpecOf} from './kind.ts';

/**
 * Many at once, at local times: the first at `atMs` of the first day, then every `everyMs` of local time, on the weekdays
 * given. The size is drawn by the number of the batch, whole, half up.
 */
export const batch = generated('batch', (spec, source, context) => instantsOf(arrivals(spec, source, context)));

function* arrivals({everyMs, atMs, weekdays, size}: SpecOf<'batch'>, source: string, context: FeedContext) {
  if (weekdays.length === 0 || size.mean === 0) return;
  const sizes = sourceDraws(context, source, 'batch size');
  const dayAt = (index: number) => context.dayAt(index);
  let previous = 0;
  for (let number = 0; ; number++) {
    const localMs = atMs + number * everyMs;
    const index = Math.floor(localMs / DAY_MS);
    const atInstant = instantOn(dayAt, index, localMs - index * DAY_MS);
    if (atInstant >= context.untilMs) return;
    if (atInstant < previous || !weekdays.includes(WEEKDAYS[dayAt(index).weekday])) continue;
    previous = atInstant;
    const count = Math.floor(sampler(size, sizes.at(number))() + 0.5);
    for (let i = 0; i < count; i++) yield atInstant;
  }
}
