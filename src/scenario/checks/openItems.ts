import {nearest} from '../../language/nearest.ts';
import {InputError} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import {compileRowFilter} from '../../routing/segmentation/rowFilter.ts';
import type {Table} from '../read/table.ts';
import type {ReplaySpec} from '../scenario.ts';
import {agentNames} from './agents.ts';
import type {Check, Draft} from './draft.ts';

/** Problems of one kind that are told one by one; the others are counted. */
const MOST_TOLD = 10;

/** Rows of a snapshot are with agents there are, and stand where items can stand. */
export const openItems: Check = (draft) => {
  const {scenario, reading, complete} = draft;
  if (!complete.workforce || !complete.routing) return;
  let agents: ReadonlySet<string> | undefined;
  for (const source of scenario.demand) {
    const {arrivals} = source;
    if (arrivals.kind !== 'backlog' || arrivals.replay.open === undefined) continue;
    const path = [...reading.pathOf(source), 'open'];
    const table = reading.table([...path, 'file'], arrivals.replay.file);
    if (table === null) continue;
    agents ??= new Set(agentNames(scenario));
    judge(draft, path, arrivals.replay, table, agents);
  }
};

function judge(
  {reading}: Draft,
  path: readonly (string | number)[],
  replay: ReplaySpec,
  table: Table,
  agents: ReadonlySet<string>,
): void {
  const {open} = replay;
  if (open === undefined) return;
  const passes = filterOf(replay, table);
  const ownerOf = textOf(table, open.owner, replay.empty);
  const statusOf = textOf(table, open.status, replay.empty);
  const words = Object.keys(open.statuses);
  const owners = new Findings(MOST_TOLD);
  const statuses = new Findings(MOST_TOLD);
  for (const {line, cells} of table.rows) {
    if (!passes(cells)) continue;
    const owner = ownerOf(cells);
    if (owner !== '' && !agents.has(owner)) owners.add(line, owner);
    const status = statusOf(cells);
    if (status !== '' && !Object.hasOwn(open.statuses, status)) statuses.add(line, status);
  }
  const hint = (found: string, names: Iterable<string>, otherwise: string) => {
    const near = nearest(found, names);
    return near === undefined ? otherwise : `did you mean ${near}?`;
  };
  checkFamilies(reading, path, replay, table, passes);
  owners.tell((line, found, more) =>
    reading.errorIn(
      table.file,
      line,
      [...path, 'columns', 'owner'],
      `expected an agent of the workforce, found ${shown(found)}${more}`,
      hint(found, agents, 'owners are agents of a roster or presence by name, or as in group 1 of those without names'),
    ),
  );
  statuses.tell((line, found, more) =>
    reading.errorIn(
      table.file,
      line,
      [...path, 'columns', 'status'],
      `expected ${words.join(', ')}, found ${shown(found)}${more}`,
      hint(found, words, `say what it means: statuses: { ${found}: held }`),
    ),
  );
}

/** Who has a parent has one that waits; who waits has somebody to wait for. */
function checkFamilies(
  reading: Draft['reading'],
  path: readonly (string | number)[],
  {open, columns, empty}: ReplaySpec,
  table: Table,
  passes: (cells: readonly string[]) => boolean,
): void {
  if (open === undefined) return;
  const idOf = textOf(table, columns.id, empty);
  const parentOf = textOf(table, open.parent, empty);
  const statusOf = textOf(table, open.status, empty);
  const rows = table.rows.filter(({cells}) => passes(cells));
  const waits = (cells: readonly string[]) => open.statuses[statusOf(cells)] === 'waiting for children';
  const waiting = new Set(rows.filter(({cells}) => waits(cells)).map(({cells}) => idOf(cells)));
  const named = new Set(rows.map(({cells}) => parentOf(cells)));
  const unknown = new Findings(MOST_TOLD);
  const alone = new Findings(MOST_TOLD);
  for (const {line, cells} of rows) {
    const parent = parentOf(cells);
    if (parent !== '' && (!waiting.has(parent) || parent === idOf(cells))) unknown.add(line, parent);
    if (waits(cells) && !named.has(idOf(cells))) alone.add(line, idOf(cells));
  }
  unknown.tell((line, found, more) =>
    reading.errorIn(
      table.file,
      line,
      [...path, 'columns', 'parent'],
      `expected the id of another row that is waiting for children, found ${shown(found)}${more}`,
    ),
  );
  alone.tell((line, found, more) =>
    reading.errorIn(
      table.file,
      line,
      [...path, 'columns', 'status'],
      `expected a row whose parent is ${shown(found)}, found none: it would wait for ever${more}`,
    ),
  );
}

/** Different texts with the first lines they are in, and how many rows besides. */
class Findings {
  readonly #most: number;
  readonly #first = new Map<string, {readonly line: number; rows: number}>();
  constructor(most: number) {
    this.#most = most;
  }
  add(line: number, text: string): void {
    const known = this.#first.get(text);
    if (known === undefined) this.#first.set(text, {line, rows: 1});
    else known.rows++;
  }
  tell(one: (line: number, text: string, more: string) => void): void {
    const all = [...this.#first];
    for (const [text, {line, rows}] of all.slice(0, this.#most)) {
      const others = all.length > this.#most ? `; ${all.length - this.#most} other words are not known either` : '';
      const last = text === all[Math.min(all.length, this.#most) - 1]?.[0];
      one(line, text, `${rows > 1 ? ` in ${rows} rows` : ''}${last ? others : ''}`);
    }
  }
}

function textOf(
  {header}: Table,
  names: readonly string[],
  empty: readonly string[],
): (cells: readonly string[]) => string {
  const columns = names.map((name) => header.indexOf(name)).filter((index) => index >= 0);
  return (cells) => {
    for (const column of columns) {
      const text = (cells[column] ?? '').trim();
      if (text !== '' && !empty.includes(text)) return text;
    }
    return '';
  };
}

/** What is wrong with the filter itself is told elsewhere. */
function filterOf({where}: ReplaySpec, {header}: Table): (cells: readonly string[]) => boolean {
  if (where === undefined) return () => true;
  try {
    return compileRowFilter(where, header);
  } catch (error) {
    if (error instanceof InputError) return () => false;
    throw error;
  }
}
