/** What is reported of workbins, against the story of the run; and what is wrong with what people write of parking. */
import {describe, expect, test} from 'vitest';
import {feedsOf} from '../../src/experiment/feeds.ts';
import {simulationOf} from '../../src/experiment/simulationOf.ts';
import {Warnings} from '../../src/experiment/warnings.ts';
import {CHARTS} from '../../src/report/charts/index.ts';
import {agentsCsv} from '../../src/report/formats/agentsCsv.ts';
import {Journal} from '../engine/journal.ts';
import {opened, problemsOf, resultsOf} from '../program/rules/desk.ts';

/** Two days of two shifts; a fifth of all visits ends by parking. */
const centre = (park: string) => `
to: 2d
atEnd: cut
demand:
  - source: w
    channel: workitem
    arrivals: { perHour: 8, during: day }
    handleTime: { exponential: { mean: 8m } }
    wrapUp: 1m
    handling: [ { share: 20%, then: park, ${park} } ]
calendars: { day: { open: { mon-fri: 08:00-18:00 } } }
routing:
  segmentation: { otherwise: p }
  processes: { p: { sla: 8h } }
shifts: { early: { mon-fri: 08:00-16:00 }, late: { mon-fri: 10:00-18:00 } }
workforce:
  - { group: early birds, agents: { early: 1 } }
  - { group: owls, agents: { late: 1 } }
`;
interface Stay {
  readonly agent: number;
  readonly from: number;
  readonly to: number | null;
}
/** Every stay in a workbin, told by the engine; an agent by his place among all. */
function staysOf(yaml: string): Stay[] {
  const open = new Map<string, {agent: number; from: number}>();
  const stays: Stay[] = [];
  for (const line of storyOf(yaml)) {
    const [, ms, item = '', way, agent] = /^(\d+) (\S+) (into|out of) workbin @(\d+)$/.exec(line) ?? [];
    if (way === 'into') open.set(item, {agent: Number(agent), from: Number(ms) / 1000});
    const stay = open.get(item);
    if (way !== 'out of' || stay === undefined) continue;
    stays.push({...stay, to: Number(ms) / 1000});
    open.delete(item);
  }
  return [...stays, ...[...open.values()].map((stay) => ({...stay, to: null}))];
}

function storyOf(yaml: string): readonly string[] {
  return opened(yaml, {}, {}, (loaded) => {
    let journal: Journal | undefined;
    const feeds = feedsOf(loaded, 0, null, new Warnings());
    const {simulation} = simulationOf(loaded, 0, feeds, (floor) => {
      journal = new Journal(floor);
      return journal;
    });
    simulation.run();
    return journal?.lines ?? [];
  });
}
const END = 2 * 86_400;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe.each([
  ['kept as long as he comes back', 'for: { lognormal: { mean: 3h, cv: 1 } }, returnAfter: never'],
  ['back to the queue', 'for: { lognormal: { mean: 2h, cv: 1 } }, resumed: first'],
  ['to a colleague', 'for: { lognormal: { mean: 2h, cv: 1 } }, returnTo: colleague, left: anew'],
])('%s', (_, park) => {
  test('stays, backlogs by agent and over time', async () => {
    const stays = staysOf(centre(park));
    expect(stays.length).toBeGreaterThan(10);
    const results = await resultsOf(centre(park));
    const {flow, personal, balance} = results;
    const ended = stays.flatMap(({from, to}) => (to === null ? [] : [to - from]));
    expect(flow.total.parked?.value).toBe(ended.length);
    expect(flow.total.parkedTime?.value).toBeCloseTo(sum(ended) / ended.length, 6);
    const lasted = (stay: Stay) => (stay.to ?? END) - stay.from;
    for (const [index, row] of (personal?.agents ?? []).entries()) {
      const his = stays.filter(({agent}) => agent === index);
      expect(row.parked).toBe(his.length);
      expect(row.workbinItems).toBeCloseTo(sum(his.map(lasted)) / END, 9);
      expect(row.workbinAtEnd).toBe(his.filter(({to}) => to === null).length);
    }
    expect(personal?.agents).toHaveLength(2);
    const overTime = sum(
      (personal?.groups ?? []).map(({workbinItems}) => sum([...workbinItems]) / workbinItems.length),
    );
    expect(overTime).toBeCloseTo(sum(stays.map(lasted)) / END, 9);
    expect(balance.held).toBe(stays.filter(({to}) => to === null).length);
    const csv = agentsCsv(results).split('\n');
    expect(csv[0]).toContain(',occupancy,parked,workbin_items,workbin_items_end,assigned,inbox_items,inbox_items_end');
    expect(CHARTS.find(({key}) => key === 'personal-backlog')?.needs(results)).toBe(true);
  });
});

test('a scenario without parking has neither columns nor chart', async () => {
  const results = await resultsOf(centre('for: 1h').replace('then: park, for: 1h', 'then: complete'));
  expect(results.personal).toBeUndefined();
  expect(agentsCsv(results)).not.toContain('workbin');
  expect(CHARTS.find(({key}) => key === 'personal-backlog')?.needs(results)).toBe(false);
});

describe('problems', () => {
  const said = (park: string) =>
    problemsOf(centre(park)).map(({at, path, message}) => `${at.line}: ${path}: ${message}`);
  test.each([
    [
      'for: 3',
      '13: demand.w.handling.0.for: expected a duration with a unit, found the bare number 3: write 3s, 3m or 3h',
    ],
    ['resumed: first', '13: demand.w.handling.0.for: expected the key for, found none'],
    ['for: 1h, left: half', '13: demand.w.handling.0.left: expected a share such as 20%, found "half"'],
    ['for: 1h, resumed: last', '13: demand.w.handling.0.resumed: expected first or inLine, found "last"'],
    ['for: 1h, returnTo: boss', '13: demand.w.handling.0.returnTo: expected queue or colleague, found "boss"'],
    [
      'for: 1h, returnAfter: 3',
      '13: demand.w.handling.0.returnAfter: expected a duration such as 4h, or never, found the number 3',
    ],
    ['for: 1h, retunAfter: 3h', '13: demand.w.handling.0.retunAfter: expected a known key, found "retunAfter"'],
  ])('%s', (park, says) => {
    expect(said(park)).toEqual([says]);
  });
});

test('a log with handle times of first visits only will do where parked work keeps what is left of it', () => {
  const log = (park: string) =>
    centre(park)
      .replace(
        'arrivals: { perHour: 8, during: day }',
        'replay: { file: log.csv, columns: { arrived: at, handleTime: { column: h, unit: s } } }',
      )
      .replace(/ {4}handleTime.*\n/, '')
      .replace(/calendars.*\n/, '');
  const files = {'log.csv': 'at,h\n2026-03-02T08:00:00,60\n'};
  expect(problemsOf(log('for: 1h, left: 30%'), files)).toEqual([]);
  expect(problemsOf(log('for: 1h, left: anew'), files).map(({path}) => path)).toEqual(['demand.w.handling']);
});
