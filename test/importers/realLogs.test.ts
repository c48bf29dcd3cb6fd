import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {expect, test} from 'vitest';
import {compile} from '../../src/compile/index.ts';
import {parseTable} from '../../src/csv/table.ts';
import {rehearse} from '../../src/experiment/index.ts';
import {openRows, textFiles} from '../../src/files/index.ts';
import {findingsIn} from '../../src/importers/findings.ts';
import {initFromLog} from '../../src/importers/index.ts';
import {isExplained} from '../../src/importers/order/claims.ts';
import {creditsIn} from '../../src/importers/order/credits.ts';
import {decisionsIn} from '../../src/importers/order/decisions.ts';
import {readScenario} from '../../src/scenario/read.ts';
import {readFeed, replayOf, sourceOf} from '../replay/feedOf.ts';

const DATA = resolve(import.meta.dirname, '../../../shared/data');
const BANK = join(DATA, 'bank-1999-02/calls.tsv');
const VANAD = join(DATA, 'vanad-2014-10-week/calls.csv');
const real = test.skipIf(!existsSync(BANK) || !existsSync(VANAD));
if (!existsSync(BANK)) console.warn('skipped: the real logs are not at ../shared/data');

const FEBRUARY = Date.UTC(1999, 0, 31, 22);
const MONTH_MS = 28 * 86_400_000;

/** The bank's log read by hand, all that was offered: as its description counts. */
function bank(where: string) {
  const at = (...time: string[]) => ({kind: 'dateAndTime', date: ['date'], time}) as const;
  const replay = replayOf(BANK, {
    where,
    time: {format: 'yyMMdd H:mm:ss', zone: 'Asia/Jerusalem'},
    empty: ['', '0:00:00'],
    sorted: {kind: 'no'},
    attributes: [{name: 'type', type: 'text', column: ['type']}],
    columns: {
      arrived: at('q_start', 'ser_start', 'vru_exit'),
      handleTime: {kind: 'column', column: ['ser_time'], unitMs: 1000},
      recorded: {
        wait: {kind: 'column', column: ['q_time'], unitMs: 1000},
        outcome: ['outcome'],
        abandoned: ['HANG', 'PHANTOM'],
        agent: [],
      },
    },
  });
  const missing = {kind: 'constant', params: {value: 0}, zeroShare: 0, mean: 0, sd: 0};
  return readFeed(sourceOf(replay, {handleTime: {fixed: missing}}), {startEpochMs: FEBRUARY, untilMs: MONTH_MS});
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

real('the bank: offered, abandoned, waits and service by type', () => {
  const {rows, recorded, classified, warnings} = bank('outcome = "AGENT" or q_time > 0');
  expect(rows).toHaveLength(31_372);
  expect(mean(recorded.map((one) => Number(one.abandoned)))).toBeCloseTo(0.134, 3);
  expect(mean(recorded.map((one) => one.waitMs))).toBeCloseTo(44_400, -2);
  expect(mean(recorded.filter((one) => one.waitMs > 0).map((one) => one.waitMs))).toBeCloseTo(76_100, -2);
  const types = new Map<unknown, number>();
  for (const {attributes} of classified) types.set(attributes.type, (types.get(attributes.type) ?? 0) + 1);
  expect(Object.fromEntries(types)).toEqual({PS: 20_207, NW: 6980, NE: 2707, TT: 1081, IN: 261, PE: 136});
  const served = rows.filter((_, i) => !recorded[i]?.abandoned).map((row) => row.handleMs);
  expect(mean(served)).toBeCloseTo(176_353, -1);
  expect([...warnings.keys()]).toEqual(['log: read whole']);
});

real('init reads the bank by its columns alone, and leaves out what is no call', () => {
  const {replay, facts} = findingsIn({
    path: BANK,
    writtenPath: 'calls.tsv',
    name: 'bank',
    zone: 'Asia/Jerusalem',
    openRows,
  });
  expect(replay.where).toBe('outcome = "AGENT" or outcome = "HANG" and q_time > 0');
  expect(replay.columns.arrived).toEqual({
    kind: 'dateAndTime',
    date: ['date'],
    time: ['q_start', 'ser_start', 'vru_exit'],
  });
  expect(replay.empty).toEqual(['', '0:00:00', 'NO_SERVER']);
  expect(facts).toMatchObject({rows: 33_344, items: 31_094, abandoned: 3932, badRows: 0});
  expect(facts.work.size).toBe(24);
});

real('the bank gave callers of class 2 a head start of 90 s, as its description says: init finds it', () => {
  const options = {path: BANK, writtenPath: 'calls.tsv', name: 'bank', zone: 'Asia/Jerusalem', openRows};
  const {order, credit, facts} = findingsIn(options);
  expect(order).toMatchObject({rule: 'credits', attribute: 'priorityClass', ranking: ['2', '1', '0']});
  // Of class 1 over class 0, mostly prospects, the description says nothing; the log shows 90 s there as well.
  expect(credit?.values).toEqual({1: 90_000, 2: 180_000});
  expect(order?.shares.credits).toBeGreaterThan(0.92);
  expect(order?.shares.firstCome).toBeLessThan(0.55);
  const regular = order?.pairs.find(({ahead, behind}) => ahead === '2' && behind === '1');
  expect(regular?.firstCome).toBeCloseTo(0.6, 1);
  expect(regular?.found).toBeCloseTo(0.907, 2);
  // The regular customers (PS) alone, on whom the rule was first seen: 90.2 %, 62.9 %, 84.0 % and 83.4 % there.
  const contacts = facts.waited.contacts.filter(({queue}) => queue === 'PS');
  const classOf = ({values}: (typeof contacts)[number]) => (values[1] === '2' ? 'high' : 'low');
  const decisions = decisionsIn(contacts, {zone: 'Asia/Jerusalem', classOf, takes: (_, __, queue) => queue === 'PS'});
  const between = decisions.filter(({taken, left}) => taken !== left);
  const explains = (seconds: number) =>
    between.filter((one) => isExplained(one, new Map([['high', 1000 * seconds]]))).length / between.length;
  expect([90, 0, 60, 120].map(explains)).toEqual([0.902, 0.629, 0.84, 0.834].map((share) => expect.closeTo(share, 1)));
  expect(creditsIn(decisions).map(({kind, ms}) => [kind, ms])).toEqual([
    ['low', 0],
    ['high', 90_000],
  ]);
});

real('the week of 15 queues was first come, first served', () => {
  const {order, credit} = findingsIn({path: VANAD, writtenPath: 'c', name: 'w', zone: 'Europe/Amsterdam', openRows});
  expect(order).toMatchObject({rule: 'firstCome', attribute: 'queue_name'});
  expect(order?.shares.firstCome).toBeGreaterThan(0.99);
  expect(credit).toBeNull();
});

real('init reads the week of 15 queues by its columns alone', () => {
  const {facts, logs, replay, spells} = findingsIn({
    path: VANAD,
    writtenPath: 'calls.csv',
    name: 'week',
    zone: 'Europe/Amsterdam',
    openRows,
  });
  expect(facts).toMatchObject({rows: 27_417, items: 27_417, abandoned: 733, badRows: 0});
  expect(logs).toMatchObject([{ids: 'none', counts: {lagMs: 0, reasons: new Map()}}]);
  expect(replay.columns.handleTime).toMatchObject({to: {column: ['transfer', 'hangup']}});
  expect(facts.waits.mean).toBeCloseTo(19_937, -1);
  // Nobody is in two places: spells of an agent do not overlap.
  for (let i = 1; i < spells.length; i++) {
    const [before, spell] = [spells[i - 1], spells[i]];
    if (before?.agent === spell?.agent && before && spell) expect(spell.fromMs).toBeGreaterThanOrEqual(before.toMs);
  }
  expect(spells.length).toBeGreaterThan(1000);
});

/** The first replication of what init makes of a log, beside what happened. */
async function replayed(path: string, zone: string, credit?: Record<string, number>) {
  const made = initFromLog({path, writtenPath: path, name: 'log', zone, openRows, ...(credit && {credit})});
  const texts = new Map(made.map(({path: name, content}) => [name, String(content)]));
  const files = {
    ...textFiles(),
    read: (name: string) => texts.get(name) ?? '',
    resolve: (_: string, written: string) => written,
    exists: (name: string) => texts.has(name) || existsSync(name),
  };
  const {scenario, hash} = readScenario('scenario.yaml', {files, parseTable, replications: 1});
  const loaded = {scenario, compiled: compile(scenario), hash, openRows};
  const {results} = await rehearse({loaded, remote: null, version: '0'}, {workers: 1});
  const rows = results?.recorded?.rows ?? [];
  return (scope: string) => {
    const row = rows.find((one) => one.scope === scope);
    if (!row) throw new Error(`expected ${scope} among ${rows.map((one) => one.scope)}`);
    const {recorded, simulated} = row;
    return {
      wait: (simulated.meanWaitSeconds ?? Number.NaN) / (recorded.meanWaitSeconds ?? Number.NaN),
      within: (simulated.within ?? Number.NaN) - (recorded.within ?? Number.NaN),
      abandonment: (simulated.abandonment ?? Number.NaN) - (recorded.abandonment ?? Number.NaN),
    };
  };
}

real('the week replayed is near to what happened, in all and in its largest queue', async () => {
  const of = await replayed(VANAD, 'Europe/Amsterdam');
  for (const {wait, within, abandonment} of [of('everything'), of('process queue 30175')]) {
    expect(Math.abs(wait - 1)).toBeLessThan(0.15);
    expect(Math.abs(within)).toBeLessThan(0.03);
    expect(Math.abs(abandonment)).toBeLessThan(0.005);
  }
});

real('the month of the bank is near, and nearer by type with the rule it followed', async () => {
  const classes = await replayed(BANK, 'Asia/Jerusalem');
  const {wait, within, abandonment} = classes('everything');
  expect(Math.abs(wait - 1)).toBeLessThan(0.15);
  expect(Math.abs(within)).toBeLessThan(0.06);
  expect(Math.abs(abandonment)).toBeLessThan(0.01);
  const first = await replayed(BANK, 'Asia/Jerusalem', {});
  // Prospects wait longest of the large types: 60 s, of which first come, first served makes two thirds.
  expect(classes('process NW').wait).toBeGreaterThan(0.85);
  expect(first('process NW').wait).toBeLessThan(0.75);
});
