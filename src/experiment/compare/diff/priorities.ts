import {priorityCurvesOf} from '../../../compile/priorityCurves.ts';
import {formatDuration} from '../../../language/duration.ts';
import type {Scenario} from '../../../scenario/scenario.ts';
import type {Change} from './change.ts';

type Curve = ReturnType<typeof priorityCurvesOf>['curves'][number];

/** Priorities of processes by their values at a few ages, whatever their curves are written as. */
export function priorityChanges(before: Scenario, after: Scenario): Change[] {
  const old = new Map(priorityCurvesOf(before).curves.map((curve) => [curve.process, curve]));
  const curves = priorityCurvesOf(after).curves.flatMap((now): Change[] => {
    const was = old.get(now.process);
    if (was === undefined) return [];
    const texts = agesOf(was, now)
      .filter((age) => valueAt(was, age) !== valueAt(now, age))
      .map(
        (age) =>
          `at ${formatDuration(age * 1000)} ${number(valueAt(now, age))} instead of ${number(valueAt(was, age))}`,
      );
    return texts.length === 0
      ? []
      : [{part: 'priorities', kind: 'changed', text: `priority of ${now.process}: ${texts.join(', ')}`}];
  });
  return [...curves, ...credits(before, after)];
}

/** Credits by attribute move an item along its curve: they are told by themselves. */
function credits(before: Scenario, after: Scenario): Change[] {
  const names = Object.keys(before.routing.priorities).filter((name) => name in after.routing.priorities);
  return names.flatMap((name): Change[] => {
    const [was, now] = [before, after].map(({routing}) => {
      const {credit, initialFrom} = routing.priorities[name];
      return JSON.stringify([credit, initialFrom]);
    });
    return was === now
      ? []
      : [{part: 'priorities', kind: 'changed', text: `priority ${name}: other credits by attribute`}];
  });
}

/** Start, half the time allowed, due and half as much again; without an SLA, an hour and a day. */
function agesOf(was: Curve, now: Curve): number[] {
  const sla = now.slaSeconds ?? was.slaSeconds;
  return sla === null ? [0, 3600, 86_400] : [0, sla / 2, sla, 1.5 * sla];
}

/** Of corners in order of age; a step counts from its age on, and the last value stays. */
function valueAt({ageSeconds, priority}: Curve, age: number): number {
  const next = ageSeconds.findIndex((corner) => corner > age);
  const k = next < 0 ? ageSeconds.length - 1 : next - 1;
  const [from, to] = [ageSeconds[k], ageSeconds[k + 1]];
  if (to === undefined || to === from) return priority[k];
  return priority[k] + ((priority[k + 1] - priority[k]) * (age - from)) / (to - from);
}

const number = (value: number): string => String(Number(value.toFixed(2)));
