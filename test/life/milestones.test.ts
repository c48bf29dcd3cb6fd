/** Milestones by hand: when they start, warn, are violated and reached, and what is done then. */
import {describe, expect, test} from 'vitest';
import {itemEventsOf} from '../program/rules/desk.ts';
import {journalText} from '../program/rules/told.ts';

interface Desk {
  readonly milestones: string;
  readonly demand: readonly string[];
  readonly more?: string;
  readonly process?: string;
  readonly others?: string;
  readonly routing?: string;
  readonly workforce?: string;
  readonly rules?: string;
}

const yaml = ({
  milestones,
  demand,
  more = '',
  process = '',
  others = '',
  routing = '',
  workforce,
  rules = '',
}: Desk) => `
${more}
demand:
${demand.join('\n')}
routing:
  segmentation: { columns: [ source ], rules: [ ${rules} ], otherwise: case }
  processes:
    case: { ${process} milestones: [ { ${milestones} } ] }
${others}
${routing}
workforce: [ ${workforce ?? '{ group: team, agents: 1 }'} ]
`;
const source = (name: string, at: string, handle: string, more = '') =>
  `  - { source: ${name}, channel: workitem, arrivals: { at: [ ${at} ] }, handleTime: ${handle}${more} }`;
/** Where items stand is left out. */
const story = (desk: Desk) => itemEventsOf(yaml(desk)).filter((line) => !/ (queued|assigned|held)$/.test(line));
const ofMilestones = (desk: Desk) => story(desk).filter((line) => /milestone|abandoned/.test(line));

/** The agent is in hand with it from 0 on. */
const BLOCKER = {rules: '{ if: [ blocker ], then: others }', others: '    others: { }'};
const blocker = (handle: string) => source('blocker', '0s', handle);
const FIRST = 'name: first response, when: assigned, clock: always, within: 100s';

describe('first response', () => {
  test('met; met after its warning; violated, raised over what came before it, and reached late', () => {
    const lines = story({
      ...BLOCKER,
      milestones: `${FIRST}, warnAt: 80%, onViolation: { raiseBy: 10 }`,
      demand: [blocker('100s'), source('a', '10s, 20s, 21s', '30s')],
      others: '    others: { }',
    });
    expect(lines).toEqual([
      '0 blocker.0 answered by team 1 at 0',
      '10 a.0 milestone 0 starts 10 until 110',
      '20 a.1 milestone 0 starts 20 until 120',
      '21 a.2 milestone 0 starts 21 until 121',
      '90 a.0 milestone 0 warns',
      '100 blocker.0 completed by team 1',
      '100 a.0 answered by team 1 at 0',
      '100 a.0 milestone 0 met',
      '100 a.1 milestone 0 warns',
      '101 a.2 milestone 0 warns',
      '120 a.1 milestone 0 violated',
      '121 a.2 milestone 0 violated',
      '130 a.0 completed by team 1',
      '130 a.1 answered by team 1 at 10',
      '130 a.1 milestone 0 reached late',
      '160 a.1 completed by team 1',
      '160 a.2 answered by team 1 at 10',
      '160 a.2 milestone 0 reached late',
      '190 a.2 completed by team 1',
    ]);
  });

  test('what is raised overtakes what is older and has no milestone', () => {
    const lines = story({
      ...BLOCKER,
      milestones: `${FIRST}, onViolation: { raiseBy: 10 }`,
      demand: [blocker('150s'), source('old', '5s', '30s'), source('a', '10s', '30s')],
      rules: '{ if: [ blocker ], then: others }, { if: [ old ], then: others }',
    }).filter((line) => line.includes('answered'));
    expect(lines).toEqual([
      '0 blocker.0 answered by team 1 at 0',
      '150 a.0 answered by team 1 at 10',
      '180 old.0 answered by team 1 at 0',
    ]);
  });

  test('taken at the very instant of its target: met; at that of its warning: no warning', () => {
    const answeredAt = (handle: string) =>
      ofMilestones({
        ...BLOCKER,
        milestones: `${FIRST}, warnAt: 80%, onWarning: { raiseBy: 1 }`,
        demand: [blocker(handle), source('a', '0s', '30s')],
      }).slice(1);
    expect(answeredAt('100s')).toEqual(['80 a.0 milestone 0 warns', '100 a.0 milestone 0 met']);
    expect(answeredAt('80s')).toEqual(['80 a.0 milestone 0 met']);
    expect(answeredAt('100001ms')).toEqual([
      '80 a.0 milestone 0 warns',
      '100 a.0 milestone 0 violated',
      '100.001 a.0 milestone 0 reached late',
    ]);
  });
});

test('the journal says it in words', async () => {
  const lines = await journalText(
    yaml({
      ...BLOCKER,
      milestones: `${FIRST.replace('first response', 'reply')}, warnAt: 80%, onViolation: { raiseBy: 10 }`,
      demand: [blocker('100s'), source('a', '10s, 20s', '30s')],
    }),
  );
  expect(lines.filter((line) => line.includes('reply'))).toEqual([
    '00:01:30.000  a.0: reply warns, 20s left (target 00:01:50)',
    '00:01:40.000  a.0: reply is reached in time, 10s left (target 00:01:50)',
    '00:01:40.000  a.1: reply warns, 20s left (target 00:02:00)',
    '00:02:00.000  a.1: reply is violated (target 00:02:00)',
    '00:02:10.000  a.1: reply is reached too late, 10s late (target 00:02:00)',
  ]);
});
