import type {Path} from '../../language/problem.ts';
import {constantOf} from '../../random/readDistribution.ts';
import {plainGroup, presenceFrom, rosterFrom} from '../../workforce/index.ts';
import type {AgentBlock, GroupSpec} from '../scenario.ts';
import {
  type CommonWritten,
  type GroupWritten,
  groupSchema,
  type RosterWritten,
  rosterSchema,
} from '../schema/workforce.ts';
import {distributionAt} from './distribution.ts';
import type {Reading} from './reading.ts';
import {readWeekTable} from './weekTable.ts';

/** Groups as written, then the agents of rosters; what is wrong is reported and left out. */
export function readWorkforce(reading: Reading): GroupSpec[] {
  const node = reading.node(['workforce']);
  if (node?.kind !== 'list' || node.items.length === 0) {
    reading.error(
      ['workforce'],
      'expected a list of groups under workforce, found none',
      'begin with workforce: [ { group: team, agents: 10 } ]',
    );
    return [];
  }
  const isRoster = node.items.map((item) => item.kind === 'map' && item.entries.has('roster'));
  const groups = isRoster.flatMap((roster, i) => (roster ? [] : (readGroup(reading, ['workforce', i]) ?? [])));
  const rosters = isRoster.flatMap((roster, i) => (roster ? readRoster(reading, ['workforce', i], groups) : []));
  return [...groups, ...rosters];
}

function readGroup(reading: Reading, path: Path): GroupSpec | null {
  const written = reading.check(path, groupSchema);
  if (written === undefined) return null;
  const before = reading.errorCount;
  const agents = agentsOf(reading, path, written);
  const spec = {...plainGroup(written.group), ...commonOf(reading, path, written), agents, ...betweenOf(written)};
  return reading.errorCount > before ? null : reading.placed(spec, path);
}

function agentsOf(reading: Reading, path: Path, written: GroupWritten): AgentBlock[] {
  const {agents, shift, onDuty, presence} = written;
  const ways = (['agents', 'onDuty', 'presence'] as const).filter((key) => written[key] !== undefined);
  if (ways.length !== 1) {
    const found = ways.length === 0 ? 'none of them' : ways.join(' and ');
    reading.error(
      path,
      `expected one of agents, onDuty and presence, found ${found}`,
      'agents: 10, or agents: { early: 8, late: 4 }',
    );
  }
  if (shift !== undefined && typeof agents !== 'number')
    reading.error(
      [...path, 'shift'],
      'expected `agents` as a number beside `shift`, found none',
      'agents: { early: 8 } names the shift itself',
    );
  if (onDuty) return onDutyOf(reading, [...path, 'onDuty'], onDuty);
  if (presence !== undefined) return presenceOf(reading, [...path, 'presence'], presence);
  if (typeof agents === 'number') return [{kind: 'shift', shift: shift ?? null, count: agents}];
  return Object.entries(agents ?? {}).map(([name, count]) => ({kind: 'shift', shift: name, count}));
}

function onDutyOf(reading: Reading, path: Path, written: NonNullable<GroupWritten['onDuty']>): AgentBlock[] {
  const table = readWeekTable(reading, path, written, {column: 'agents', lists: 'agents'}, true);
  const rows = table?.rows.map(({value, ...row}) => ({...row, agents: value})) ?? [];
  const broken = rows.find((row) => !Number.isInteger(row.agents));
  if (broken) reading.error(path, `expected whole numbers of agents, found ${broken.agents}`);
  return table && !broken ? [{kind: 'headCount', widthMs: table.widthMs, rows}] : [];
}

function presenceOf(reading: Reading, path: Path, file: string): AgentBlock[] {
  const table = reading.table(path, file, true);
  if (table === null) return [];
  const {spells, problems} = presenceFrom(table, {zone: reading.zone, agents: null});
  reading.take(problems, path);
  return [...spells].map(([name, of]) => ({kind: 'presence', name, spells: of}));
}

function readRoster(reading: Reading, path: Path, groups: readonly GroupSpec[]): GroupSpec[] {
  const written = reading.check(path, rosterSchema);
  if (written === undefined) return [];
  // A presence file speaks of every agent: those of rows that are none would seem to be missing.
  const table = reading.table([...path, 'roster'], written.roster, written.presence === undefined);
  const presence = written.presence === undefined ? null : reading.table([...path, 'presence'], written.presence, true);
  const common = commonOf(reading, path, written);
  if (table === null || (written.presence !== undefined && presence === null)) return [];
  const {specs, problems} = rosterFrom(table, {
    groups,
    own: common,
    shifts: reading.names('shifts'),
    zone: reading.zone,
    ...(presence && {presence: {table: presence}}),
  });
  const errors = problems.filter((problem) => problem.severity === 'error');
  // What follows from an error is no news beside it.
  reading.take(errors.length > 0 ? errors : problems, [...path, 'roster']);
  return specs.map((spec) => reading.placed({...spec}, path));
}

/** What a group or roster says of its agents; what it does not say is left to defaults. */
function commonOf(reading: Reading, path: Path, written: CommonWritten | RosterWritten): Partial<GroupSpec> {
  const {cost, skills, capacity, speed, shrinkage, absence, offers} = written;
  return {
    ...(cost !== undefined && {costPerHour: cost}),
    ...(skills && {skills}),
    ...(capacity !== undefined && {capacity}),
    ...(speed !== undefined && {speed: speedOf(reading, path, speed)}),
    ...(shrinkage !== undefined && {shrinkage: shrinkageOf(reading, path, shrinkage)}),
    ...(absence !== undefined && {absence}),
    ...(offers && {offers: offersOf(reading, [...path, 'offers'], offers)}),
  };
}

function speedOf(reading: Reading, path: Path, speed: NonNullable<CommonWritten['speed']>): GroupSpec['speed'] {
  if (typeof speed === 'number') return {kind: 'fixed', factor: speed};
  const levels = Object.entries(speed.levels).map(([level, factor]) => ({level: Number(level), factor}));
  for (const [i, level] of Object.keys(speed.levels).entries())
    if (Number.isNaN(levels[i]?.level))
      reading.error(
        [...path, 'speed', 'levels', level],
        `expected a level as a number, found ${level}`,
        undefined,
        true,
      );
  if (levels.length === 0) reading.error([...path, 'speed', 'levels'], 'expected at least one level, found none');
  return {kind: 'bySkill', skill: speed.skill, levels: levels.sort((a, b) => a.level - b.level)};
}

function shrinkageOf(
  reading: Reading,
  path: Path,
  written: NonNullable<CommonWritten['shrinkage']>,
): GroupSpec['shrinkage'] {
  const {share, spells, reason} =
    typeof written === 'number' ? {share: written, spells: 900_000, reason: 'Shrinkage'} : written;
  if (share >= 1) reading.error([...path, 'shrinkage'], 'expected a shrinkage below 100%: nobody would ever be ready');
  if (spells <= 0) reading.error([...path, 'shrinkage', 'spells'], 'expected spells above 0s');
  return {share, spellMs: spells, reason};
}

/** How long an offer rings that nobody answers, where that is not said. */
const USUAL_RING_MS = 20_000;

function offersOf(reading: Reading, path: Path, written: NonNullable<CommonWritten['offers']>): GroupSpec['offers'] {
  const at = (key: 'answerIn' | 'ringFor' | 'thenNotReady') => {
    const value = written[key];
    return value === undefined ? null : distributionAt(reading, [...path, key], value);
  };
  if (written.noAnswer >= 1)
    reading.error([...path, 'noAnswer'], 'expected a share below 100%: no offer would ever be answered');
  return {
    answerIn: at('answerIn'),
    noAnswer: written.noAnswer,
    ringFor: at('ringFor') ?? (written.noAnswer > 0 ? constantOf(USUAL_RING_MS) : null),
    thenNotReady: at('thenNotReady'),
    whileRinging: written.whileRinging,
  };
}

function betweenOf({between, shift}: GroupWritten): Pick<GroupSpec, 'between'> {
  if (between === undefined) return {};
  return {between: Array.isArray(between) ? {[shift ?? '']: between} : between};
}
