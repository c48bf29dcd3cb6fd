import {Document, isScalar, visit} from 'yaml';
import {formatTimeOfDay} from '../calendar/index.ts';
import {formatDuration} from '../language/duration.ts';
import {Loader} from './document/load.ts';
import {type MapNode, type Node, nodeAt, plain} from './document/node.ts';
import {Reporter} from './document/reporter.ts';
import type {ReadOptions} from './read.ts';
import {type AgentBlock, type GroupSpec, WEEKDAYS, type Weekday} from './scenario.ts';
import {scenarioSchema} from './schema/scenario.ts';

/** Keys under `workforce` that name files. */
const FILE_KEYS: readonly string[] = ['file', 'roster', 'presence'];

/**
 * The workforce of a scenario as a file of its own, for `run --workforce`: as it is written, with the agents of
 * `staffed` in place of its own. Names of files are written by `relocate`, from the file they stood in.
 *
 * @param staffed the groups of the scenario, in its order, with other head counts.
 */
export function workforceText(
  entry: string,
  options: ReadOptions,
  staffed: readonly GroupSpec[],
  relocate: (base: string, written: string) => string,
): string {
  const loader = new Loader(options.files, new Reporter());
  const {routing, workforce} = options;
  const root = loader.load(entry, {routing, workforce}, options.with ?? [], options.set ?? [], scenarioSchema);
  const list = root && nodeAt(root, ['workforce']);
  if (list?.kind !== 'list') throw new Error('the workforce of a scenario that was read is a list');
  let next = 0;
  const written = list.items.map((item) => {
    const group = plain(relocated(item, relocate)) as Record<string, unknown>;
    return 'roster' in group ? group : withAgents(group, staffed[next++].agents);
  });
  const document = new Document({workforce: written});
  visit(document, {
    Seq: (_, list) => {
      list.flow = list.items.every((item) => isScalar(item));
    },
  });
  return document.toString({lineWidth: 120, flowCollectionPadding: true});
}

function relocated(node: Node, relocate: (base: string, written: string) => string): Node {
  if (node.kind === 'list') return {...node, items: node.items.map((item) => relocated(item, relocate))};
  if (node.kind !== 'map') return node;
  const entries = [...node.entries].map(([key, entry]) => {
    const {value} = entry;
    const isFile = FILE_KEYS.includes(key) && value.kind === 'scalar' && typeof value.value === 'string';
    const moved: Node = isFile
      ? {...value, value: relocate(value.base, String(value.value))}
      : relocated(value, relocate);
    return [key, {...entry, value: moved}] as const;
  });
  return {...node, entries: new Map(entries)} satisfies MapNode;
}

function withAgents(group: Record<string, unknown>, blocks: readonly AgentBlock[]): Record<string, unknown> {
  const [first] = blocks;
  if (first?.kind === 'headCount') return {...group, onDuty: onDutyOf(first)};
  const shifts = blocks.flatMap((block) => (block.kind === 'shift' && !block.names ? [block] : []));
  if (shifts.length === 0) return group;
  const [only] = shifts;
  if (shifts.length === 1 && typeof group.agents === 'number') return {...group, agents: only.count};
  const {shift: _, ...others} = group;
  return {...others, agents: Object.fromEntries(shifts.map(({shift, count}) => [shift ?? '', count]))};
}

/** Head counts as lists by weekday, of intervals as long as all of them fit into; days in a row that are alike, once. */
function onDutyOf({widthMs, rows}: Extract<AgentBlock, {kind: 'headCount'}>): Record<string, unknown> {
  const fromMs = Math.min(...rows.map((row) => row.fromMs));
  const stepMs = rows.reduce((step, row) => divisor(step, row.fromMs - fromMs), widthMs);
  const agents: Record<string, number[]> = {};
  let [first, last, before]: (string | number[])[] = ['', '', []];
  for (const day of WEEKDAYS) {
    const list = countsOn(day, {widthMs, rows}, fromMs, stepMs);
    const isSame = first !== '' && list.join() === before.toString();
    if (isSame) delete agents[first === last ? String(first) : `${first}-${last}`];
    first = isSame ? first : day;
    [last, before] = [day, list];
    if (list.length > 0) agents[first === last ? day : `${first}-${last}`] = list;
  }
  return {interval: formatDuration(stepMs), from: formatTimeOfDay(fromMs), agents};
}

function countsOn(
  day: Weekday,
  {widthMs, rows}: Pick<Extract<AgentBlock, {kind: 'headCount'}>, 'widthMs' | 'rows'>,
  fromMs: number,
  stepMs: number,
): number[] {
  const list: number[] = [];
  for (const {weekdays, fromMs: at, agents} of rows) {
    if (!weekdays.includes(day)) continue;
    const first = (at - fromMs) / stepMs;
    while (list.length < first) list.push(0);
    for (let k = 0; k < widthMs / stepMs; k++) list[first + k] = agents;
  }
  return list;
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
