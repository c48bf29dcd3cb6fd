import type {Meaning} from '../../compile/meaning.ts';
import {printable} from '../../language/show.ts';
import {amount} from '../../report/quantities.ts';
import type {Table} from '../../report/tables/table.ts';
import {paragraph, tableLines} from '../../report/text/lines.ts';
import type {Style} from '../../report/text/style.ts';
import {conversionsTable, sourcesTable} from './sources.ts';
import {timelineLines} from './timeline.ts';
import {weekTable} from './weekTable.ts';

const WIDTH = 80;
type Reach = Meaning['staff']['reach'][number];

/** What a scenario means, for the terminal: sections of lines, each at most 80 columns wide. */
export function meaningText(meaning: Meaning, style: Style): string {
  const lines = (table: Table) => tableLines(table, style);
  const tables = (found: readonly (Table | null)[]) => found.flatMap((table) => (table === null ? [] : [lines(table)]));
  const sections = [
    lines(sourcesTable(meaning.sources)),
    ...tables([conversionsTable(meaning)]),
    ...tables(loadTables(meaning)),
    logLines(meaning),
    ...tables(staffTables(meaning)),
    reachLines(meaning, style),
    ...tables(reachTables(meaning)),
    [style.heading('An item that arrives on Monday at nine')],
    ...meaning.timelines.map((timeline) => timelineLines(timeline, WIDTH)),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

function loadTables({load}: Meaning): (Table | null)[] {
  return load.flatMap(({process, channels, items, workHours}) => {
    const name = `${printable(process, 40)} (${channels.map((channel) => printable(channel, 16)).join(', ')})`;
    return [
      weekTable('items', `${name}: items offered an hour`, (hour) => amount(items[hour] ?? 0)),
      weekTable('work', `${name}: agents it keeps busy, at speed 1, one item at a time`, (hour) =>
        amount(workHours[hour] ?? 0),
      ),
    ];
  });
}

function staffTables({staff}: Meaning): (Table | null)[] {
  return staff.groups.map(({group, agents}) =>
    weekTable('staff', `${printable(group, 40)}: agents on duty, before absence and shrinkage`, (hour) =>
      amount(agents[hour] ?? 0),
    ),
  );
}

/** Processes that the same agents may take stand together. */
function reachTables({staff}: Meaning): (Table | null)[] {
  const alike: Alike = new Map();
  for (const reach of staff.reach) join(alike, reach.targets.map(({agents}) => agents.join()).join(';'), reach);
  return [...alike.values()].map(({names, targets}) =>
    weekTable(
      'reach',
      `Agents who may take ${names.join(', ')}${targets.length > 1 ? '; target by target' : ''}`,
      (hour) => atTargets(targets.map(({agents}) => amount(agents[hour] ?? 0))),
    ),
  );
}

/** `10/13`; one number where later targets add nobody. */
const atTargets = (agents: readonly string[]): string =>
  agents.every((each) => each === agents[0]) ? (agents[0] ?? '') : agents.join('/');

function logLines({load}: Meaning): string[] {
  const logs = [...new Set(load.flatMap((row) => row.logs))].map((log) => printable(log));
  if (logs.length === 0) return [];
  return paragraph('', `Not counted above: what comes from the logs of ${logs.join(', ')}.`, WIDTH, 2);
}

/** Which groups stand behind each target; processes with the same targets together. */
function reachLines({staff}: Meaning, style: Style): string[] {
  const alike: Alike = new Map();
  for (const reach of staff.reach)
    join(alike, JSON.stringify(reach.targets.map(({text, groups}) => [text, groups])), reach);
  return [
    style.heading('Who may take what'),
    ...[...alike.values()].flatMap(({names, targets}) => [
      ...paragraph('', names.join(', '), WIDTH, 0),
      ...targets.flatMap(({text, groups}, i) => {
        const who = groups.length === 0 ? 'nobody' : groups.map((group) => printable(group)).join(', ');
        return paragraph(`  ${i + 1} `, `${printable(text)}: ${who}`, WIDTH, 4);
      }),
    ]),
  ];
}

type Alike = Map<string, {readonly names: string[]; readonly targets: Reach['targets']}>;

function join(alike: Alike, key: string, {process, channel, direct, targets}: Reach): void {
  const name = `${printable(process, 30)} (${printable(direct ?? channel, 20)})`;
  const known = alike.get(key);
  if (known) known.names.push(name);
  else alike.set(key, {names: [name], targets});
}
