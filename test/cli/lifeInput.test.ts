/** Mistakes about the life of items, as a person sees them who validates his scenario: file, line, what to write. */
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {folderWith} from '../program/preroute.ts';
import {typed} from './program.ts';

const GOOD = `stages: { NEW: queued, PENDING: held, RESOLVED: completed, SOLD: completed }
demand:
  - source: cases
    channel: workitem
    handleTime: 5m
    handling:
      - { share: 20%, then: comesBack, after: 1d }
      - { share: 30%, then: complete, stage: SOLD }
    open:
      file: open.csv
      columns: { id: id, arrived: opened, status: status, owner: owner }
routing: { segmentation: { otherwise: all }, processes: { all: {} } }
workforce: [ { group: Ann, agents: 2 } ]
`;
const SNAPSHOT = 'id,opened,status,owner\n1,2026-01-04T10:00,assigned,Ann 2\n2,2026-01-04T11:00,NEW,\n';

async function validated(scenario: string, snapshot = SNAPSHOT) {
  const folder = folderWith({'scenario.yaml': scenario, 'open.csv': snapshot});
  const {code, out, err} = await typed('validate', join(folder, 'scenario.yaml'));
  return {
    code,
    text: `${out}${err}`.replaceAll(`${folder}/`, ''),
    line: `${out}${err}`.replaceAll(`${folder}/`, '').replace(/\s+/g, ' '),
  };
}

test('the scenario itself is good', async () => {
  const {code, text} = await validated(GOOD);
  expect([code, text.includes('expected')]).toEqual([0, false]);
});

const MISTAKES: readonly [name: string, scenario: string, snapshot: string, says: RegExp][] = [
  [
    'a stage that nothing reaches',
    GOOD.replace(', stage: SOLD', ''),
    SNAPSHOT,
    /^scenario\.yaml:1:\d+ .*leads to SOLD/,
  ],
  [
    'a stage that there is not',
    GOOD.replace('stage: SOLD', 'stage: SOLDT'),
    SNAPSHOT,
    /^scenario\.yaml:8:\d+ .*SOLDT.*did you mean SOLD\?/,
  ],
  [
    'a loop that never completes',
    GOOD.replace('share: 20%', 'share: 100%').replace(/ {6}- \{ share: 30%.*\n/, ''),
    SNAPSHOT,
    /^scenario\.yaml:6:\d+ .*visits without end/,
  ],
  [
    'a loop that hardly ever completes',
    GOOD.replace('share: 20%', 'share: 99.5%').replace(/ {6}- \{ share: 30%.*\n/, ''),
    SNAPSHOT,
    /200 visits/,
  ],
  [
    'a snapshot with an unknown agent',
    GOOD,
    SNAPSHOT.replace('Ann 2', 'Ann 3'),
    /^open\.csv:2:\d+ .*agent of the workforce, found "Ann 3".*did you mean Ann \d\?/,
  ],
  [
    'a snapshot with an unknown status',
    GOOD,
    SNAPSHOT.replace('NEW', 'NWE'),
    /^open\.csv:3:\d+ .*found "NWE".*did you mean NEW\?/,
  ],
  ['a snapshot that is not there', GOOD.replace('open.csv', 'opn.csv'), SNAPSHOT, /^scenario\.yaml:10:\d+ .*opn\.csv/],
];

test.each(MISTAKES)('%s', async (_, scenario, snapshot, says) => {
  const {code, text, line} = await validated(scenario, snapshot);
  expect(code).toBe(2);
  expect(line).toMatch(says);
  expect(text).not.toMatch(/\n {4}at |Error:/);
});
