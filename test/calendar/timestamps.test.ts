import {describe, expect, test} from 'vitest';
import {
  epochOf,
  formatLocal,
  formatTimeOfDay,
  isZone,
  parseTimeOfDay,
  timestampFormatProblem,
  timestampParser,
  weekdayOf,
  zoneNames,
} from '../../src/calendar/index.ts';

const iso = (epochMs: number) => (Number.isNaN(epochMs) ? 'unreadable' : new Date(epochMs).toISOString());

describe('local times', () => {
  test.each([
    ['2026-03-02', '2026-03-01T23:00:00.000Z', undefined],
    ['2026-03-02 08:00', '2026-03-02T07:00:00.000Z', undefined],
    ['2026-03-02T08:00:05.25', '2026-03-02T07:00:05.250Z', undefined],
    ['2026-03-02T08:00Z', '2026-03-02T08:00:00.000Z', undefined],
    ['2026-03-02T08:00:00-03:30', '2026-03-02T11:30:00.000Z', undefined],
    ['2026-03-02 24:00', '2026-03-02T23:00:00.000Z', undefined],
    ['2026-03-29 02:30', '2026-03-29T01:00:00.000Z', 'skipped'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z', 'repeated'],
  ])('%s in Madrid', (text, expected, note) => {
    const read = epochOf(text, 'Europe/Madrid');
    expect(read.ok && iso(read.epochMs)).toBe(expected);
    expect(read.ok && read.note).toBe(note);
  });

  test.each(['2026-02-30', '2026-13-01', 'tomorrow', '2026-03-02 25:00', '2026-03-02 08:61', '02/03/2026'])(
    '%s is none, and the message says so',
    (text) => {
      const read = epochOf(text, 'Europe/Madrid');
      expect(read.ok).toBe(false);
      expect(!read.ok && read.message).toMatch(/expected a date|there is no such/);
    },
  );

  test('a date whose midnight is skipped is its first moment, without a note', () => {
    expect(epochOf('2018-11-04', 'America/Sao_Paulo')).toEqual({ok: true, epochMs: Date.UTC(2018, 10, 4, 3)});
  });

  test('are written as the zone shows them', () => {
    expect(formatLocal(Date.UTC(2026, 6, 1, 22, 30), 'Europe/Madrid')).toBe('2026-07-02T00:30:00');
    expect(formatLocal(-1, 'UTC')).toBe('1969-12-31T23:59:59.999');
  });

  test('times of day', () => {
    expect(['08:00', '8:30', '24:00', '23:59:30', '24:01', '8', '12:60'].map(parseTimeOfDay)).toEqual([
      28_800_000,
      30_600_000,
      86_400_000,
      86_370_000,
      null,
      null,
      null,
    ]);
    expect([28_800_000, 86_400_000, 108_000_000, 30_000].map(formatTimeOfDay)).toEqual([
      '08:00',
      '24:00',
      '06:00',
      '00:00:30',
    ]);
  });

  test('zones and weekdays', () => {
    expect(['Europe/Madrid', 'UTC', '+05:30', 'Europe/Madird'].map(isZone)).toEqual([true, true, true, false]);
    expect(zoneNames()).toContain('Europe/Madrid');
    expect([weekdayOf('2026-03-02'), weekdayOf('2026-03-29'), weekdayOf('1969-12-31')]).toEqual([0, 6, 2]);
  });
});

describe('timestamps of a log', () => {
  test.each([
    ['dd/MM/yyyy HH:mm:ss', '09/02/2026 07:05:09', '2026-02-09T07:05:09.000Z'],
    ['yyMMdd H:mm:ss', '990201 7:02:47', '1999-02-01T07:02:47.000Z'],
    ['yyMMdd', '260301', '2026-03-01T00:00:00.000Z'],
    ['yyyyMMddHHmmss', '20260301080910', '2026-03-01T08:09:10.000Z'],
    ['yyyy-MM-dd HH:mm:ss', ' 2014-10-06 08:01:15 ', '2014-10-06T08:01:15.000Z'],
    ['M/d/yy h:mm a', '3/2/26 12:05 pm', '2026-03-02T12:05:00.000Z'],
    ['M/d/yyyy hh:mm:ss a', '3/2/2026 12:05:00 AM', '2026-03-02T00:05:00.000Z'],
    ['dd-MMM-yyyy HH:mm', '02-Mar-2026 23:59', '2026-03-02T23:59:00.000Z'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2026-03-02T08:00:00.125+02:00', '2026-03-02T06:00:00.125Z'],
    ['epoch-s', '1772438400.5', '2026-03-02T08:00:00.500Z'],
    ['epoch-ms', '1772438400000', '2026-03-02T08:00:00.000Z'],
    [null, '2026-03-02', '2026-03-02T00:00:00.000Z'],
    [null, '2026-03-02T08:00', '2026-03-02T08:00:00.000Z'],
    [null, '2026-03-02 08:00:01.5', '2026-03-02T08:00:01.500Z'],
    [null, '2026-03-02T08:00:01.123456Z', '2026-03-02T08:00:01.123Z'],
    [null, '2010-01-13 08:40:25+02:00', '2010-01-13T06:40:25.000Z'],
    [null, '2010-01-13 08:40:25 -0330', '2010-01-13T12:10:25.000Z'],
    ['dd/MM/yyyy', '31/04/2026', 'unreadable'],
    ['dd/MM/yyyy', '29/02/2028', '2028-02-29T00:00:00.000Z'],
    ['dd/MM/yyyy', '29/02/2027', 'unreadable'],
    ['yyMMdd', '99021', 'unreadable'],
    ['dd/MM/yyyy HH:mm', '09/02/2026', 'unreadable'],
    ['dd/MM/yyyy', '09/02/2026 10:00', 'unreadable'],
    ['H:mm dd/MM/yyyy', '24:30 09/02/2026', 'unreadable'],
    ['epoch-s', 'NULL', 'unreadable'],
    [null, '', 'unreadable'],
    [null, '2026-03-02T08:00:00+0', 'unreadable'],
  ])('%s reads %j', (format, text, expected) => {
    expect(iso(timestampParser(format, 'UTC')(text))).toBe(expected);
  });

  test('in a zone with DST, row after row; what DST skips is flagged and moved behind the gap', () => {
    const read = timestampParser('yyyy-MM-dd HH:mm', 'Europe/Madrid');
    const rows = [
      '2026-03-28 12:00',
      '2026-03-29 01:59',
      '2026-03-29 02:30',
      '2026-03-29 03:00',
      '2026-07-01 00:00',
      '2026-10-25 02:30',
      '2026-10-25 03:00',
      '2026-12-01 00:00',
    ];
    const seen = rows.map((row) => [iso(read(row)).slice(5, 16), read.skipped]);
    expect(seen).toEqual([
      ['03-28T11:00', false],
      ['03-29T00:59', false],
      ['03-29T01:00', true],
      ['03-29T01:00', false],
      ['06-30T22:00', false],
      ['10-25T00:30', false],
      ['10-25T02:00', false],
      ['11-30T23:00', false],
    ]);
  });

  test.each([
    ['dd/mm/yyyy', 'no month (MM): mm is minutes'],
    ['dd/MM/YYYY', '"YYYY"'],
    ['yyyy-MM-dd hh:mm', 'HH is 0 to 23'],
    ['HH:mm', 'no year'],
    ['yyyy-MM-dd mm', 'no hour'],
  ])('the format %s is a problem', (format, message) => {
    expect(timestampFormatProblem(format)).toContain(message);
    expect(() => timestampParser(format, 'UTC')).toThrow();
  });

  test('good formats are none', () => {
    expect(['epoch-s', 'yyMMdd', "d MMM yyyy 'at' HH:mm"].map(timestampFormatProblem)).toEqual([null, null, null]);
  });
});
