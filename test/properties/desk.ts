/**
 * Small centres in the words of a scenario, played by what src/index.ts hands out: YAML and CSV in, results and items out.
 * Not through that file itself, which loads everything that draws charts too.
 */
import {stringify} from 'yaml';
import {compile} from '../../src/compile/index.ts';
import {parseTable} from '../../src/csv/table.ts';
import {rehearse} from '../../src/experiment/index.ts';
import {ItemLog, LogChunk, OUTCOME} from '../../src/measure/itemLog.ts';
import type {Results} from '../../src/measure/results.ts';
import {readScenario} from '../../src/scenario/read.ts';

export interface Contact {
  readonly id: string;
  /** Ms since the desk's `from`. */
  readonly at: number;
  readonly handle: number;
  readonly wrapUp: number;
  readonly patience: number;
  readonly segment: string;
  /** Initial priority of its own. */
  readonly priority?: number;
}
export interface Source {
  readonly name: string;
  readonly channel: string;
  readonly contacts: readonly Contact[];
}
export interface Process {
  readonly name: string;
  readonly segment: string;
  readonly sla: number;
  /** As a scenario writes it. */
  readonly priority: Priority;
  readonly targets: readonly {readonly skill: string; readonly atLeast: number; readonly alone: number}[];
  readonly agent: readonly string[];
}
export interface Priority {
  readonly points?: readonly (readonly [string, number])[];
  readonly between?: 'step' | 'line';
  readonly initial?: number;
  readonly atSla?: number;
  readonly increment?: number;
  readonly every?: string;
  readonly max?: number;
  readonly reprioritize?: {readonly every: string};
}
export interface Group {
  readonly name: string;
  readonly agents: number;
  readonly skills: Readonly<Record<string, number>>;
  /** Minute of the day at which they come, Monday to Friday; absent: always there. */
  readonly comesAt?: number;
}
export interface Desk {
  /** Local date on which it begins, and its instant. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly startsAt: number;
  readonly sources: readonly Source[];
  readonly processes: readonly Process[];
  readonly groups: readonly Group[];
  /** Channels and how many of each an agent may hold; none: one item at a time. */
  readonly most?: Readonly<Record<string, number>>;
}

/** What became of a contact: ms since the desk's `from`, NaN where it never happened; the agent by number. */
export interface Fate {
  readonly agent: number;
  readonly answered: number;
  readonly ended: number;
  readonly outcome: number;
  readonly target: number;
  readonly priority: number;
}
export interface Played {
  readonly fates: ReadonlyMap<string, Fate>;
  readonly results: Results;
}

export {OUTCOME};

const ms = (duration: number): string => `${duration}ms`;

export function scenarioOf(desk: Desk): Record<string, unknown> {
  const segments = new Map(desk.processes.map((process) => [process.segment, process.name]));
  const hasOwn = desk.sources.some((source) => source.contacts.some((contact) => contact.priority !== undefined));
  const shifts = desk.groups.flatMap((group) =>
    group.comesAt === undefined ? [] : [[shiftOf(group), hoursOf(group)]],
  );
  return {
    name: 'A desk',
    timezone: desk.zone,
    from: desk.from,
    to: desk.to,
    replications: 1,
    demand: desk.sources.map(({name, channel}) => ({
      source: name,
      channel,
      replay: {
        file: `${name}.csv`,
        time: {format: 'epoch-ms'},
        columns: {
          id: 'id',
          arrived: 'at',
          handleTime: {column: 'handle', unit: 'ms'},
          wrapUp: {column: 'wrapUp', unit: 'ms'},
          patience: {column: 'patience', unit: 'ms'},
          ...(hasOwn ? {priority: 'priority'} : {}),
        },
        attributes: {segment: 'text'},
      },
    })),
    routing: {
      segmentation: {
        columns: ['segment'],
        // biome-ignore lint/suspicious/noThenProperty: so the scenario language has it
        rules: [...segments].map(([segment, name]) => ({if: [segment], then: name})),
        otherwise: desk.processes[0].name,
      },
      processes: Object.fromEntries(
        desk.processes.map(({name, sla}) => [
          name,
          {sla: ms(sla), answerWithin: '1m', priority: `curve of ${name}`, distribute: `way of ${name}`},
        ]),
      ),
      priorities: Object.fromEntries(desk.processes.map(({name, priority}) => [`curve of ${name}`, priority])),
      distribution: Object.fromEntries(
        desk.processes.map(({name, targets, agent}) => [
          `way of ${name}`,
          {
            agent,
            targets: targets.map(({skill, atLeast, alone}, i) => ({
              skills: `${skill} >= ${atLeast}`,
              ...(i + 1 < targets.length ? {for: ms(alone)} : {}),
            })),
          },
        ]),
      ),
      ...(desk.most
        ? {capacity: {rule: Object.fromEntries(Object.entries(desk.most).map(([name, max]) => [name, {max}]))}}
        : {}),
    },
    ...(shifts.length > 0 ? {shifts: Object.fromEntries(shifts)} : {}),
    workforce: desk.groups.map((group) => ({
      group: group.name,
      agents: group.agents,
      skills: group.skills,
      ...(desk.most ? {capacity: 'rule'} : {}),
      ...(group.comesAt === undefined ? {} : {shift: shiftOf(group)}),
    })),
  };
}

const shiftOf = (group: Group): string => `from ${group.comesAt}`;
function hoursOf({comesAt = 0}: Group): Record<string, string> {
  const two = (n: number) => String(n).padStart(2, '0');
  return {'mon-fri': `${two(Math.floor(comesAt / 60))}:${two(comesAt % 60)}-23:00`};
}

function csvOf(desk: Desk, source: Source): string {
  const rows = source.contacts.map(({id, at, handle, wrapUp, patience, segment, priority}) =>
    [id, desk.startsAt + at, handle, wrapUp, patience, segment, priority ?? ''].join(','),
  );
  return ['id,at,handle,wrapUp,patience,segment,priority', ...rows].join('\n');
}

const CHUNK = new LogChunk();
const ROWS = 4096;

/** With the same chunk again and again: a new one is six megabytes. */
function emptyLog(): ItemLog {
  for (const column of [CHUNK.answeredMs, CHUNK.endedMs, CHUNK.priority]) column.fill(Number.NaN, 0, ROWS);
  CHUNK.agent.fill(-1, 0, ROWS);
  CHUNK.stage.fill(-2, 0, ROWS);
  const log = new ItemLog();
  log.chunks.push(CHUNK);
  return log;
}

/** Runs a scenario given as plain data, with the texts it names. */
export async function run(scenario: Record<string, unknown>, logs: ReadonlyMap<string, string>, seed = '1') {
  const texts = new Map(logs).set('scenario.yaml', stringify(scenario));
  const text = (path: string): string => texts.get(path) ?? '';
  const read = readScenario('scenario.yaml', {
    files: {read: text, resolve: (_, written) => written, exists: (path) => texts.has(path)},
    parseTable,
    seed,
  });
  const compiled = compile(read.scenario);
  if (compiled.problems.length > 0) throw new Error(compiled.problems.map((problem) => problem.message).join('\n'));
  const log = emptyLog();
  const openRows = (path: string) => rowsOf(text(path));
  const loaded = {scenario: read.scenario, compiled, hash: read.hash, openRows};
  const {results} = await rehearse({loaded, remote: null, version: '', log}, {workers: 1});
  if (!results) throw new Error('nothing came of it');
  return {results, log};
}

function rowsOf(text: string) {
  const [header, ...rows] = text.split('\n').map((line) => line.split(','));
  let next = 0;
  return {
    header,
    next: () => rows[next++] ?? null,
    get line() {
      return next + 1;
    },
    close: () => {},
  };
}

export async function play(desk: Desk): Promise<Played> {
  const logs = new Map(desk.sources.map((source) => [`${source.name}.csv`, csvOf(desk, source)]));
  const {results, log} = await run(scenarioOf(desk), logs);
  const fates = new Map<string, Fate>();
  for (let row = 0; row < log.rows; row++) {
    const of = log.chunks[0];
    fates.set(desk.sources[of.source[row]].contacts[of.number[row]].id, {
      agent: of.agent[row],
      answered: of.answeredMs[row],
      ended: of.endedMs[row],
      outcome: of.outcome[row],
      target: of.stage[row],
      priority: of.priority[row],
    });
  }
  return {fates, results};
}

/** Whether the same became of every contact, once `seen` makes what differs on purpose alike. */
export function sameFates(a: Played, b: Played, seen: (fate: Fate) => Fate = (fate) => fate): boolean {
  if (a.fates.size !== b.fates.size || a.fates.size === 0) return false;
  for (const [id, fate] of a.fates) {
    const other = b.fates.get(id);
    if (!other || !alike(seen(fate), other)) return false;
  }
  return true;
}

/** Alike but for rounding of priorities. */
function alike(a: Fate, b: Fate): boolean {
  const keys = ['agent', 'answered', 'ended', 'outcome', 'target'] as const;
  const near = Object.is(a.priority, b.priority) || Math.abs(a.priority - b.priority) <= 1e-9 * Math.max(1, a.priority);
  return near && keys.every((key) => Object.is(a[key], b[key]));
}
