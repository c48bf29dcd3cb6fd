import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {expect, test} from 'vitest';
import {openRows} from '../../src/files/index.ts';
import {findingsIn} from '../../src/importers/findings.ts';
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

real('init reads the week of 18 queues by its columns alone', () => {
  const {facts, replay, spells} = findingsIn({
    path: VANAD,
    writtenPath: 'calls.csv',
    name: 'week',
    zone: 'Europe/Amsterdam',
    openRows,
  });
  expect(facts).toMatchObject({rows: 27_417, items: 27_417, abandoned: 733, badRows: 0, lagMs: 0});
  expect(replay.columns.handleTime).toMatchObject({to: {column: ['transfer', 'hangup']}});
  expect(facts.waits.mean).toBeCloseTo(19_937, -1);
  // Nobody is in two places: spells of an agent do not overlap.
  for (let i = 1; i < spells.length; i++) {
    const [before, spell] = [spells[i - 1], spells[i]];
    if (before?.agent === spell?.agent && before && spell) expect(spell.fromMs).toBeGreaterThanOrEqual(before.toMs);
  }
  expect(spells.length).toBeGreaterThan(1000);
});
