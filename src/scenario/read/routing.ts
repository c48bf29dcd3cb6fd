import type {Path} from '../../language/problem.ts';
import type {z} from '../../language/schema.ts';
import {capacitySchema} from '../../routing/capacity/index.ts';
import {distributionSchema, namedDistribution, preferredAgentSchema} from '../../routing/eligibility/index.ts';
import {prioritySchema} from '../../routing/priority/index.ts';
import type {ProcessSpec, RoutingSpec} from '../scenario.ts';
import {type ProcessWritten, processSchema} from '../schema/processes.ts';
import {ROUTING} from '../schema/routing.ts';
import {readMilestones} from './milestones.ts';
import {readPull} from './pull.ts';
import {checkKeys, type Reading} from './reading.ts';
import {readSegmentation} from './segmentation.ts';
import {instantAt} from './settings.ts';

/** Names of what a process uses that says nothing: first come, first served; everyone. */
export const FIRST_COME = 'first come, first served';
export const EVERYONE = 'everyone';
/** What becomes of a preferred agent where nothing is said: first choice, not waited for. */
const FIRST_CHOICE = {for: {ms: 0, share: 0}, ifAway: 'wait'} as const;

/** The routing; what is wrong is reported and left out. */
export function readRouting(reading: Reading): RoutingSpec {
  checkKeys(reading, ['routing'], ROUTING, 'routing: { segmentation: …, processes: … }');
  const written = readNamed(reading, ['routing', 'processes'], processSchema);
  if (reading.names('routing', 'processes').length === 0 && reading.node(['routing']))
    reading.error(
      ['routing', 'processes'],
      'expected processes by name under routing, found none',
      'processes: { support: { answerWithin: 20s } }',
    );
  const processes = mapped(written, (one, name) => processOf(one, name, reading));
  const preferred = reading.node(['routing', 'preferredAgent'])
    ? (reading.check(['routing', 'preferredAgent'], preferredAgentSchema) ?? FIRST_CHOICE)
    : FIRST_CHOICE;
  const priorities = mapped(readNamed(reading, ['routing', 'priorities'], prioritySchema), (read, name) => ({
    ...read,
    name,
  }));
  const distribution = mapped(readNamed(reading, ['routing', 'distribution'], distributionSchema), (read, name) =>
    namedDistribution(name, read, preferred),
  );
  const used = Object.values(processes);
  return {
    segmentation: readSegmentation(reading, ['routing', 'segmentation']),
    processes,
    priorities: {
      ...priorities,
      ...(used.some(({priority}) => priority.use === FIRST_COME) && {
        [FIRST_COME]: {...prioritySchema.parse({initial: 0}), name: FIRST_COME},
      }),
    },
    distribution: {
      ...distribution,
      ...(used.some(({distribute}) => distribute === EVERYONE) &&
        !Object.hasOwn(distribution, EVERYONE) && {
          [EVERYONE]: namedDistribution(EVERYONE, distributionSchema.parse({targets: {everyone: true}}), preferred),
        }),
    },
    capacity: mapped(readNamed(reading, ['routing', 'capacity'], capacitySchema), (read, name) => ({...read, name})),
  };
}

/** The entries of a map of named parts that are good. */
export function readNamed<Schema extends z.ZodType>(
  reading: Reading,
  path: Path,
  schema: Schema,
): Record<string, z.output<Schema>> {
  const node = reading.node(path);
  if (node && node.kind !== 'map' && !(node.kind === 'scalar' && node.value === null))
    reading.error(path, 'expected a map of names', `${String(path.at(-1))}: { a-name: { … } }`);
  const read: Record<string, z.output<Schema>> = {};
  for (const name of reading.names(...path)) {
    const value = reading.check([...path, name], schema);
    if (value !== undefined) read[name] = value;
  }
  return read;
}

function mapped<In, Out>(
  record: Readonly<Record<string, In>>,
  of: (value: In, name: string) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, of(value, name)]));
}

function processOf(written: ProcessWritten, name: string, reading: Reading): ProcessSpec {
  const {
    sla,
    answerWithin,
    clock,
    open,
    whenClosed,
    priority = FIRST_COME,
    distribute = EVERYONE,
    confirmWithin,
    milestones,
  } = written;
  const {use, from, to} = typeof priority === 'string' ? {use: priority} : priority;
  const expires = written.expires && instantAt(reading, ['routing', 'processes', name, 'expires'], written.expires);
  const pull = written.pull && readPull(reading, ['routing', 'processes', name, 'pull'], written.pull);
  return {
    name,
    ...(sla !== undefined && {slaMs: sla}),
    ...(answerWithin !== undefined && {answerWithinMs: answerWithin}),
    ...(clock !== undefined && {clock}),
    ...(open !== undefined && {open}),
    whenClosed,
    ...(typeof expires === 'number' && !Number.isNaN(expires) && {expiresEpochMs: expires}),
    priority: {use, ...(from !== undefined && {from}), ...(to !== undefined && {to})},
    distribute,
    ...(pull && {pull}),
    ...(confirmWithin !== undefined && {confirmWithinMs: confirmWithin}),
    ...(milestones && milestones.length > 0 && {milestones: readMilestones(reading, name, milestones)}),
  };
}
