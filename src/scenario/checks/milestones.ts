import {formatDuration} from '../../language/duration.ts';
import {STATUS_NAMES, type StatusName} from '../../model/life.ts';
import type {MilestoneSpec, ProcessSpec} from '../scenario.ts';
import type {Check, Draft} from './draft.ts';
import {hintOf, known} from './known.ts';

/** Statuses that a milestone may be about: an item stands there for a time, or is done. */
const REACHED: readonly StatusName[] = ['queued', 'assigned', 'awaiting confirmation', 'held', 'completed'];
/** The clock that always runs. */
const ALWAYS = 'always';

/** Milestones: what they name exists, and they can be kept. */
export const milestones: Check = (draft) => {
  for (const process of Object.values(draft.scenario.routing.processes)) {
    const names = new Set<string>();
    for (const one of process.milestones ?? []) {
      checkName(draft, names, one);
      checkPoints(draft, one);
      checkClock(draft, process, one);
      checkWarning(draft, one);
      checkActions(draft, process, one);
    }
  }
};

function checkName({reading}: Draft, names: Set<string>, one: MilestoneSpec): void {
  if (names.has(one.name))
    reading.error([...reading.pathOf(one), 'name'], `expected milestones of different names, found ${one.name} twice`);
  names.add(one.name);
}

function checkPoints(draft: Draft, one: MilestoneSpec): void {
  const {reading} = draft;
  const path = reading.pathOf(one);
  checkPoint(draft, [...path, 'when'], one.when, REACHED);
  const starting = REACHED.filter((name) => name !== 'completed');
  if (one.starts !== 'arrival') checkPoint(draft, [...path, 'starts'], one.starts, starting, ['arrival']);
  else if (one.recurrence !== 'none')
    reading.error(
      [...path, 'recurrence'],
      `expected \`starts\` at a status or stage: an item arrives once, and ${one.name} recurs`,
      'starts: queued',
    );
  else if (one.when === 'queued')
    reading.warn([...path, 'when'], `${one.name} is reached as soon as it starts: an item that arrives is queued`);
}

/** A status of `statuses`, or a stage of such a status. */
function checkPoint(
  {scenario, reading}: Draft,
  path: Parameters<typeof known>[1],
  name: string,
  statuses: readonly StatusName[],
  others: readonly string[] = [],
): void {
  const stage = scenario.stages.find((one) => one.name === name);
  const status = stage?.status ?? STATUS_NAMES.find((one) => one === name);
  const names = [
    ...others,
    ...statuses,
    ...scenario.stages.filter((one) => statuses.includes(one.status)).map((one) => one.name),
  ];
  if (status === undefined) {
    reading.error(
      path,
      `expected a known status or stage, found ${JSON.stringify(name)}`,
      hintOf('stage', name, names),
    );
  } else if (!statuses.includes(status)) {
    const is = stage ? `${name}, which is ${status}` : name;
    reading.error(path, `expected where an item stands for a time, found ${is}`, `there are ${names.join(', ')}`);
  }
}

function checkClock({reading}: Draft, process: ProcessSpec, one: MilestoneSpec): void {
  const path = reading.pathOf(one);
  const calendars = reading.names('calendars');
  if (one.clock !== undefined) {
    if (one.clock !== ALWAYS) known(reading, [...path, 'clock'], 'calendar', one.clock, [...calendars, ALWAYS]);
  } else if (process.clock === undefined) {
    const example = calendars[0] === undefined ? '' : `clock: ${calendars[0]} here or in the process, or `;
    reading.error(
      path,
      `expected the key clock, found none: nor has process ${process.name} a clock that ${one.name} could run on`,
      `${example}clock: ${ALWAYS} (day and night)`,
    );
  }
}

function checkWarning({reading}: Draft, one: MilestoneSpec): void {
  const path = reading.pathOf(one);
  const {warnAfterMs, withinMs, onWarning, name} = one;
  if (warnAfterMs !== undefined && warnAfterMs < 0)
    reading.error(
      [...path, 'warnAt'],
      `expected a warning within the ${formatDuration(withinMs)} of ${name}, found ${formatDuration(withinMs - warnAfterMs)} before its target`,
      'warnAt: 80%',
    );
  if (onWarning && warnAfterMs === undefined)
    reading.error([...path, 'onWarning'], `expected \`warnAt\`: ${name} does not warn`, 'add warnAt: 80%', true);
}

function checkActions({reading}: Draft, process: ProcessSpec, one: MilestoneSpec): void {
  const path = reading.pathOf(one);
  for (const key of ['onWarning', 'onViolation', 'onSuccess'] as const) {
    const to = one[key]?.reassign;
    if (to === undefined) continue;
    const at = [...path, key, 'reassign'];
    known(reading, at, 'process', to, reading.names('routing', 'processes'));
    if (to === process.name) reading.error(at, `expected another process, found ${to}, the milestone’s own`);
  }
  if (one.onSuccess && one.when === 'completed')
    reading.warn([...path, 'onSuccess'], 'nothing can be done with an item that is completed', 'leave it out', true);
}
