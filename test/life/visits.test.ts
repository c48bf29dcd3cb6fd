/** visits.csv: a row for each time an item was in somebody's hands, told beside items.csv and true to it. */
import {expect, test} from 'vitest';
import {parseTable} from '../../src/csv/table.ts';
import {runReplication} from '../../src/experiment/index.ts';
import {ItemLog} from '../../src/measure/itemLog.ts';
import {itemsCsv} from '../../src/report/formats/itemsCsv.ts';
import {visitsCsv} from '../../src/report/formats/visitsCsv.ts';
import {opened, resultsOf} from '../program/rules/desk.ts';

type Row = Readonly<Record<string, string>>;

function tablesOf(yaml: string): {items: Row[]; visits: Row[]} {
  return opened(yaml, {}, {}, (loaded) => {
    const log = new ItemLog();
    runReplication(loaded, 0, {log});
    const {model} = loaded.compiled;
    const telling = {localTime: () => '', idOf: () => ''};
    return {
      items: rowsOf([...itemsCsv(log, model, telling)].join('')),
      visits: rowsOf([...visitsCsv(log, model, telling)].join('')),
    };
  });
}

function rowsOf(text: string): Row[] {
  const {header, rows} = parseTable(text, 'table.csv');
  return rows.map(({cells}) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
}

const BUSY = `
to: 8h
atEnd: cut
demand:
  - source: work
    channel: email
    arrivals: { perHour: 30 }
    handleTime: { exponential: { mean: 4m } }
    wrapUp: 30s
    confirmed: 5m
    handling:
      - { share: 15%, then: park, for: 20m }
      - { share: 10%, then: markDone }
      - { share: 10%, then: comesBack, after: 15m }
      - { share: 10%, then: reclassify, set: { kind: other } }
    attributes: { kind: plain }
routing:
  segmentation: { columns: [ kind ], rules: [ { if: [ other ], then: second } ], otherwise: first }
  processes: { first: { confirmWithin: 10m, distribute: widening }, second: { confirmWithin: 10m } }
  distribution: { widening: { targets: [ { groups: [ team ], for: 2m }, { everyone: true } ] } }
workforce: [ { group: team, agents: 3 }, { group: others, agents: 2 } ]
`;

test('as many rows as items.csv counts visits, the first from the answer on, the last to the end', () => {
  const {items, visits} = tablesOf(BUSY);
  const of = (item: Row) => visits.filter(({number}) => number === item.number);
  const ends = new Set<string>();
  expect(items.length).toBeGreaterThan(150);
  expect(items.filter(({visits: count}) => Number(count) > 2).length).toBeGreaterThan(5);
  expect(visits).toHaveLength(items.reduce((sum, item) => sum + Number(item.visits), 0));
  for (const item of items) {
    const own = of(item);
    expect([item.number, own.map(({visit}) => visit)]).toEqual([item.number, own.map((_, i) => String(i + 1))]);
    expect(own).toHaveLength(Number(item.visits));
    const [first] = own;
    const last = own.at(-1);
    if (first === undefined || last === undefined) continue;
    expect([first.from_s, first.agent, first.target]).toEqual([item.answered_s, item.agent, item.target]);
    for (const [i, visit] of own.entries()) {
      ends.add(visit.outcome ?? '');
      const next = own[i + 1];
      if (next !== undefined) expect(Number(next.from_s)).toBeGreaterThanOrEqual(Number(visit.wrapped_up_s));
      if (visit.handled_until_s !== '')
        expect(Number(visit.wrapped_up_s) - Number(visit.handled_until_s)).toBeCloseTo(
          visit.wrapped_up_s === visit.handled_until_s ? 0 : 30,
          6,
        );
    }
    expect([item.number, last.outcome === '']).toEqual([
      item.number,
      item.outcome === 'in hand' && last.handled_until_s === '',
    ]);
  }
  expect([...ends].sort()).toEqual(['', 'comesBack', 'complete', 'markDone', 'park', 'reclassify']);
  expect(new Set(visits.map(({process}) => process))).toEqual(new Set(['first', 'second']));
});

test('what visits took is what handle time is the mean of', async () => {
  const {items, visits} = tablesOf(BUSY);
  const results = await resultsOf(BUSY);
  const completed = new Set(items.filter(({outcome}) => outcome === 'completed').map(({number}) => number));
  const took = visits
    .filter(({number}) => completed.has(number ?? ''))
    .map((row) => Number(row.wrapped_up_s) - Number(row.from_s));
  const mean = took.reduce((sum, seconds) => sum + seconds, 0) / completed.size;
  expect(completed.size).toBeGreaterThan(100);
  expect(results.flow.total.handleTime?.value).toBeCloseTo(mean, 6);
});

test('without a life after handling every answered item has one visit, and it is complete', () => {
  const {items, visits} = tablesOf(`
demand: [ { source: calls, channel: voice, arrivals: { at: [ 0s, 5s ] }, handleTime: 10s, wrapUp: 2s } ]
routing: { segmentation: { otherwise: all }, processes: { all: {} } }
workforce: [ { group: Ann, agents: 1 } ]
`);
  expect(items.map((item) => item.visits)).toEqual(['1', '1']);
  expect(
    visits.map(({number, visit, agent, outcome, from_s, handled_until_s, wrapped_up_s}) =>
      [number, visit, agent, outcome, from_s, handled_until_s, wrapped_up_s].join(' '),
    ),
  ).toEqual(['0 1 Ann 1 complete 0 10 12', '1 1 Ann 1 complete 12 22 24']);
});
