import {describe, expect, test} from 'vitest';
import type {IntervalRow, Results} from '../../src/measure/results.ts';
import {coarse} from '../../src/report/charts/coarse.ts';
import {crossingLabels} from '../../src/report/charts/crossings.ts';
import {described} from '../../src/report/charts/described.ts';
import {draw} from '../../src/report/charts/draw.ts';
import {flowGoals} from '../../src/report/charts/goalsOf.ts';
import {CHARTS} from '../../src/report/charts/index.ts';
import {isolated} from '../../src/report/charts/linePanel.ts';
import {MOST_PANELS, panelsOf} from '../../src/report/charts/panels.ts';
import {renderPng, renderSvg} from '../../src/report/charts/render.ts';
import {fixture} from './fixture.ts';

const INTERVALS_A_DAY = 48;

/** The fixture with its rows repeated over many days and processes. */
function grown(days: number, copies: number): Results {
  const count = days * INTERVALS_A_DAY;
  const indices = Array.from({length: count}, (_, i) => i);
  const long = <T>(values: readonly T[]) => indices.map((i) => values[i % values.length] as T);
  const stretched = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Array.isArray(value) ? long(value) : value]));
  const start = indices.map((i) => new Date(Date.UTC(2026, 2, 2) + i * 1_800_000).toISOString().slice(0, 16));
  return {
    ...fixture,
    intervals: {
      start,
      startMs: indices.map((i) => i * 1_800_000),
      rows: Array.from({length: copies}, (_, n) =>
        fixture.intervals.rows.map(
          (row) => ({...stretched(row), process: `${row.process.slice(0, 20)} ${n}`}) as IntervalRow,
        ),
      ).flat(),
      groups: fixture.intervals.groups.map((row) => stretched(row) as Results['intervals']['groups'][number]),
      waitParts: (fixture.intervals.waitParts ?? []).map(({process, seconds}) => ({
        process,
        seconds: stretched(seconds),
      })),
    },
  };
}

test('every chart has its own key and is made from the fixture', () => {
  expect(new Set(CHARTS.map(({key}) => key)).size).toBe(CHARTS.length);
  expect(CHARTS.filter((chart) => chart.needs(fixture))).toEqual(CHARTS);
});

describe.each(CHARTS.map((chart) => [chart.key, chart] as const))('%s', (key, chart) => {
  test('its specification is as agreed', async () => {
    const spec = JSON.stringify(chart.spec(fixture), shortened, 1);
    await expect(`${spec}\n`).toMatchFileSnapshot(`expected/${key}.spec.txt`);
  });

  test('it draws without a warning, with units on its axes', async () => {
    const said: string[] = [];
    const svg = await renderSvg(chart.spec(fixture), (message) => said.push(message));
    expect(said).toEqual([]);
    expect(svg).toMatch(/^<svg/);
    expect(svg).toContain(chart.title);
    expect(svg).toMatch(/(?:share|items|agents|seconds|priority)/);
    expect(svg).not.toMatch(/<script|NaN|undefined|Infinity/);
  });

  test('it draws the same a second time', async () => {
    const [first, second] = [await renderSvg(chart.spec(fixture)), await renderSvg(chart.spec(fixture))];
    expect(first === second).toBe(true);
  });
});

test('a chart in words: what it is, and of each panel how low and how high it goes, and when', () => {
  const words = described(CHARTS.find(({key}) => key === 'service-level')?.spec(fixture) ?? {});
  expect(words).toMatch(/^Service level by interval of arrival\. Share of those offered in each 30m /);
  expect(words).toContain('calls (voice): lowest 60.8% at 2026-03-03 10:30, highest 89.8% at 2026-03-02 17:00.');
  for (const chart of CHARTS) expect(described(chart.spec(fixture))).toContain(chart.title);
});

/** One row of data and one panel stand for all, and the theme is left out: the golden files are to be read. */
function shortened(key: string, value: unknown) {
  if (key === 'config') return undefined;
  const many =
    Array.isArray(value) && ['values', 'vconcat', 'hconcat', 'range', 'domain'].includes(key) && value.length > 2;
  return many ? [value[0], `and ${value.length - 1} more`] : value;
}

test('a long horizon with many processes still draws without a warning', async () => {
  const results = {...grown(40, 3), replications: 1};
  for (const chart of CHARTS) {
    const said: string[] = [];
    const svg = await renderSvg(chart.spec(results), (message) => said.push(message));
    expect(said, chart.key).toEqual([]);
    expect(svg.length, chart.key).toBeLessThan(400_000);
  }
});

test('what has nothing to show is not drawn', async () => {
  const empty: Results = {
    ...fixture,
    intervals: {start: [], startMs: [], rows: [], groups: []},
    waits: [],
    recorded: null,
  };
  const {
    curves: _,
    personal: __,
    late: ___,
    leads: ____,
    milestones: _____,
    stages: ______,
    takenBy: _______,
    week: ________,
    fairness: _________,
    waitParts: __________,
    ...bare
  } = empty;
  expect(CHARTS.filter((chart) => chart.needs(bare))).toEqual([]);
  expect(await draw(bare, new Set(['svg']))).toEqual({files: [], drawings: []});
});

test('more processes than panels: the largest, and the others as one whose counts add up', () => {
  const rows = grown(2, 3).intervals.rows;
  const panels = panelsOf(rows, () => true);
  expect(rows.length).toBe(12);
  expect(panels).toHaveLength(MOST_PANELS);
  expect(panels.at(-1)?.name).toBe('5 others together');
  const offered = (each: readonly {readonly offered: readonly number[]}[]) =>
    each.flatMap((row) => row.offered).reduce((a, b) => a + b, 0);
  expect(offered(panels.map(({row}) => row))).toBeCloseTo(offered(rows), 6);
});

test('intervals join to hours or days: counts add up, ratios weigh by what was offered', () => {
  expect(coarse(fixture).series).toBe(fixture.intervals);
  const {horizon, intervals} = fixture;
  const last = intervals.start.at(-1)?.replace(/:\d\d$/, ':40') ?? '';
  const cut = coarse({...fixture, horizon: {...horizon, to: last}}).seconds;
  expect(cut.slice(-2)).toEqual([1800, 600]);
  const weeks = grown(14, 1);
  const byHour = coarse(weeks);
  expect([byHour.point, byHour.series.start.length]).toEqual(['hour', 14 * 24]);
  const byDay = coarse(grown(40, 1));
  expect([byDay.point, byDay.series.start.length, byDay.seconds[0]]).toEqual(['day', 40, 86_400]);
  const before = weeks.intervals.rows[0];
  const after = byHour.series.rows[0];
  const [first, second] = [before?.offered[20] ?? 0, before?.offered[21] ?? 0];
  expect(after?.offered[10]).toBeCloseTo(first + second, 9);
  const weighted =
    (first * (before?.serviceLevel[20]?.value ?? 0) + second * (before?.serviceLevel[21]?.value ?? 0)) /
    (first + second);
  expect(after?.serviceLevel[10]).toEqual({value: weighted, halfWidth: null});
});

test('joined ratios are those the results keep, with their bands; of a backlog the fullest instant is kept', () => {
  const weeks = grown(14, 1);
  const start = coarse(weeks).series.start;
  const level = start.map((_, i) => ({value: i / 1000, halfWidth: 0.01}));
  const joined = [
    {
      point: 'hour' as const,
      start,
      rows: weeks.intervals.rows.map(() => ({serviceLevel: level, slaAttainment: level})),
      groups: weeks.intervals.groups.map(() => ({occupancy: level})),
    },
  ];
  const {series} = coarse({...weeks, intervals: {...weeks.intervals, joined}});
  expect(series.rows[0]?.serviceLevel).toBe(level);
  expect([series.groups[0]?.occupancy[7], series.groups[0]?.occupancyHalfWidth[7]]).toEqual([0.007, 0.01]);
  const {rows} = coarse(grown(40, 1)).series;
  const [day, raw] = [rows[0], grown(40, 1).intervals.rows[0]];
  const total = (row: IntervalRow | undefined, i: number) =>
    (row?.backlogNotStarted[i] ?? 0) + (row?.backlogInHand[i] ?? 0);
  const most = Math.max(...Array.from({length: INTERVALS_A_DAY}, (_, i) => total(raw, i)));
  expect(most).toBeGreaterThan(0);
  expect(total(day, 0)).toBe(most);
});

test('a horizon of one interval shows lines, not nothing', async () => {
  const cut = (row: object) =>
    Object.fromEntries(
      Object.entries(row).map(([k, value]) => [k, Array.isArray(value) ? value.slice(20, 21) : value]),
    );
  const {intervals, horizon} = fixture;
  const [at = ''] = intervals.start.slice(20, 21);
  const results = {
    ...fixture,
    horizon: {...horizon, from: at, to: '2026-03-02T10:30'},
    intervals: {
      start: [at],
      startMs: [0],
      rows: intervals.rows.map(cut) as unknown as IntervalRow[],
      groups: intervals.groups.map(cut) as unknown as Results['intervals']['groups'],
    },
  };
  for (const key of ['volumes', 'agents']) {
    const chart = CHARTS.find((each) => each.key === key);
    const svg = await renderSvg(chart?.spec(results) ?? {});
    // a line that goes somewhere: from the left edge to the right one
    expect(svg, key).toMatch(/mark-line[\s\S]*?d="M0,[\d.]+(?:L|H)660/);
  }
});

test('short runs are points', () => {
  expect(isolated([null, 1, null, 1, 2, 3, null, 1, 2, 3, 4])).toEqual([
    ...[false, true, false, true, true, true, false],
    ...[false, false, false, false],
  ]);
});

test('a goal with a limit of its own is drawn only where the process promises the same', () => {
  const goal = {...fixture.goals[0], metric: 'serviceLevel', of: {process: 'calls'}, onDays: null};
  const goals = [undefined, 20, 40].map((seconds) => ({
    ...goal,
    text: String(seconds),
    ...(seconds === undefined ? {} : {withinSeconds: seconds}),
  })) as Results['goals'];
  const results = {...fixture, goals, promises: {calls: {answerWithinSeconds: 20, slaSeconds: null}}};
  const drawn = flowGoals(results, 'serviceLevel', 'answerWithinSeconds', 'calls', 'voice');
  expect(drawn.map(({text}) => text)).toEqual(['undefined', '20']);
});

test('crossings at one point have one number, and no marker lies on another', () => {
  const curve = (process: string) => ({
    process,
    channels: ['voice'],
    clock: null,
    slaSeconds: null,
    ageSeconds: [0],
    priority: [0],
  });
  const names = ['a', 'b', 'c', 'd'];
  const at = (over: string, under: string, atAgeSeconds: number, priority = 50) => ({
    over,
    under,
    atAgeSeconds,
    priority,
  });
  const crossings = [at('a', 'b', 100), at('c', 'b', 100), at('a', 'd', 101), at('c', 'd', 102, 51)];
  const labels = crossingLabels(
    {...fixture, curves: {curves: names.map(curve), crossings}},
    {lines: names.map((name) => [curve(name)]), most: 1000, low: 0, high: 100},
  );
  expect(labels.map(({text}) => text)).toEqual([
    '1: a, c pass b at 1m40s',
    '2: a passes d at 1m41s',
    '3: c passes d at 1m42s',
  ]);
  expect(labels.map(({crossing}) => crossing)).toEqual([50, 50, 51]);
  const heights = labels.map(({priority}) => priority).sort((a, b) => a - b);
  for (const [i, height] of heights.entries()) if (i > 0) expect(height - (heights[i - 1] ?? 0)).toBeGreaterThan(6);
});

test('what is not counted is grey and said', async () => {
  const chart = CHARTS.find(({key}) => key === 'service-level');
  const warm = {...fixture, horizon: {...fixture.horizon, warmUpSeconds: 3600}};
  const svg = await renderSvg(chart?.spec(warm) ?? {});
  expect(svg).toContain('grey: warm-up, not counted');
  expect(await renderSvg(chart?.spec(fixture) ?? {})).not.toContain('not counted');
});

test('a picture is a PNG at twice the size of the drawing', async () => {
  const [chart] = CHARTS;
  const svg = await renderSvg(chart?.spec(fixture) ?? {});
  const png = Buffer.from(await renderPng(svg));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const width = Number(/width="([\d.]+)"/.exec(svg)?.[1]);
  expect(png.readUInt32BE(16)).toBe(Math.round(width * 2));
});

test('files of the charts asked for, and drawings for the page', async () => {
  const {files, drawings} = await draw(fixture, new Set(['json', 'png']));
  expect(drawings.map(({key}) => key)).toEqual(CHARTS.map(({key}) => key));
  expect(files.map(({path}) => path).sort()).toEqual(
    CHARTS.flatMap(({key}) => [`charts/${key}.png`, `charts/${key}.vl.json`]).sort(),
  );
});
