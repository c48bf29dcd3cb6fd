/** What is this item? Each case worked by hand. */
import {expect, test} from 'vitest';
import {itemsOf, resultsOf} from './desk.ts';

/** Three items: Finance Gold 5000 and Finance Silver 5001 by voice, Sales 9000 without a segment by chat. */
const desk = (segmentation: string) => `
demand:
  - { source: gold, channel: voice, arrivals: { at: [ 0s ] }, attributes: { dept: Finance, segment: Gold, value: 5000 }, handleTime: 10s }
  - { source: silver, channel: voice, arrivals: { at: [ 20s ] }, attributes: { dept: Finance, segment: Silver, value: 5001 }, handleTime: 10s }
  - { source: odd, channel: chat, arrivals: { at: [ 40s ] }, attributes: { dept: Sales, value: 9000 }, handleTime: 10s }
routing:
  segmentation:
${segmentation.replace(/^/gm, '    ')}
  processes: { a: {}, b: {}, c: {}, rest: {} }
workforce:
  - { group: one, agents: 1 }
  - { group: two, agents: 1 }`;

/** `a | 1`: process of each rule and how many it took; then what the run warns of. */
async function hits(segmentation: string, files = {}): Promise<string[]> {
  const {rules, warnings} = await resultsOf(desk(segmentation), files);
  return [
    ...rules.map(({process, hits: count}) => `${process} ${count}`),
    ...warnings.map(({message, examples}) => `${message}: ${examples.join()}`),
  ];
}

test('the first rule that matches wins, the rest goes to otherwise, and a rule that took nothing is named', async () => {
  // 5000 is not above 5000; 9000 is not inside (5000..9000)
  expect(
    await hits(`
columns: [ channel, dept, segment, value ]
rules:
  - { if: [ '-', Finance, 'Gold, Silver', '> 5000' ], then: a }
  - { if: [ '-', Finance, '-', '-' ], then: b }
  - { if: [ chat, '-', '-', '(5000..9000)' ], then: c }
otherwise: rest`),
  ).toEqual([
    'a 1',
    'b 1',
    'c 0',
    'rest 1',
    'rules of segmentation matched no item in any replication: rule 3: chat, (5000..9000)',
  ]);
});

test('an empty cell is anything; not(…), lists, ranges with and without their ends, quotes, bare numbers', async () => {
  // the last rule names the source; what has no segment is not Gold
  expect(
    await hits(`
columns: [ source, dept, segment, value ]
rules:
  - { if: [ '', 'not(Finance)', null, '[5000..9000]' ], then: c }
  - { if: [ silver, '-', 'not(Gold)', 5001 ], then: b }
  - { if: [ '-', '"Finance"', '-', '<= 5000, >= 6000' ], then: a }
otherwise: rest`),
  ).toEqual(['c 1', 'b 1', 'a 1', 'rest 0']);
});

test('a table of its own in CSV', async () => {
  expect(
    await hits('file: rules.csv\notherwise: rest', {
      'rules.csv':
        'channel,dept,segment,value,then,group\nvoice,Finance,"Gold, Silver",> 5000,a,two\nvoice,,,,b,\n,Sales,-,>= 9000,c,\n',
    }),
  ).toEqual(['a 1', 'b 1', 'c 1', 'rest 0']);
});

test('a row may assign to a group or an agent directly, whatever the distribution says', () => {
  // the agent longest idle would be one 1 each time but the last
  expect(
    itemsOf(
      desk(`
columns: [ source ]
rules:
  - { if: [ gold ], then: { process: a, group: two } }
  - { if: [ silver ], then: { process: a, agent: two 1 } }
otherwise: rest`),
    ),
  ).toEqual([
    'gold.0 came 0: two 1 0 to 10 [group two, 0]',
    'silver.0 came 20: two 1 20 to 30 [agent two 1, 0]',
    'odd.0 came 40: one 1 40 to 50 [everyone, 0]',
  ]);
});

test('who is assigned directly is waited for', () => {
  expect(
    itemsOf(`
demand:
  - { source: a, channel: v, arrivals: { at: [ 0s, 5s ] }, handleTime: 60s }
routing:
  segmentation: { otherwise: { process: p, agent: two 1 } }
  processes: { p: {} }
workforce: [ { group: one, agents: 1 }, { group: two, agents: 1 } ]`),
  ).toEqual(['a.0 came 0: two 1 0 to 60 [agent two 1, 0]', 'a.1 came 5: two 1 60 to 120 [agent two 1, 0]']);
});

test('dates and the priority a source gives are attributes too', () => {
  expect(
    itemsOf(
      `
demand:
  - source: log
    channel: v
    replay: { file: log.csv, columns: { arrived: at, priority: prio, handleTime: effort }, attributes: { since: date } }
routing:
  segmentation:
    columns: [ priority, since ]
    rules:
      - { if: [ '> 900', '-' ], then: { process: p, group: one } }
      - { if: [ '-', '< "2026-01-01"' ], then: { process: p, group: two } }
    otherwise: { process: p, group: three }
  processes: { p: {} }
workforce: [ { group: one, agents: 1 }, { group: two, agents: 1 }, { group: three, agents: 1 } ]`,
      {
        'log.csv':
          'at,prio,effort,since\n2026-03-02T00:01,950,5,2026-02-01\n2026-03-02T00:02,,5,2025-12-31\n2026-03-02T00:03,900,5,2026-01-01\n',
      },
    ),
  ).toEqual([
    'log.0 came 60: one 1 60 to 65 [group one, 950]',
    'log.1 came 120: two 1 120 to 125 [group two, 0]',
    'log.2 came 180: three 1 180 to 185 [group three, 900]',
  ]);
});
