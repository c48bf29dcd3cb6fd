import {DAY_MS, instantOn} from '../../calendar/index.ts';
import {sampler} from '../../random/sampler.ts';
import {WEEKDAYS} from '../../scenario/scenario.ts';
import type {FeedContext, Timetable} from '../context.ts';
import {sourceDraws} from '../draws.ts';
import {countedOf} from '../rates/expected.ts';
import {instantsOf} from './instants.ts';
import {generated, type SpecOf} from './kind.ts';

/**
 * Many at once, at local times: the first at `atMs` of the first day, then every `everyMs` of local time, on the weekdays
 * given. The size is drawn by the number of the batch, whole, half up.
 */
export const batch = generated<SpecOf<'batch'>>(
  'batch',
  (spec, source, context) => instantsOf(arrivals(spec, source, context)),
  (spec, context, edgesMs) => countedOf(meanSizes(spec, context), edgesMs),
);

function* arrivals(spec: SpecOf<'batch'>, source: string, context: FeedContext) {
  const sizes = sourceDraws(context, source, 'batch size');
  for (const {atMs, number} of batches(spec, context)) {
    const count = Math.floor(sampler(spec.size, sizes.at(number))() + 0.5);
    for (let i = 0; i < count; i++) yield atMs;
  }
}

function* meanSizes(spec: SpecOf<'batch'>, context: Timetable) {
  for (const {atMs} of batches(spec, context)) yield {atMs, items: spec.size.mean};
}

function* batches({everyMs, atMs, weekdays, size}: SpecOf<'batch'>, context: Timetable) {
  // Without an end of the horizon, batches of nothing would be looked for for ever.
  if (weekdays.length === 0 || size.mean === 0) return;
  const dayAt = (index: number) => context.dayAt(index);
  let previous = 0;
  for (let number = 0; ; number++) {
    const localMs = atMs + number * everyMs;
    const index = Math.floor(localMs / DAY_MS);
    const instant = instantOn(dayAt, index, localMs - index * DAY_MS);
    if (instant >= context.untilMs) return;
    if (instant < previous || !weekdays.includes(WEEKDAYS[dayAt(index).weekday])) continue;
    previous = instant;
    yield {atMs: instant, number};
  }
}
