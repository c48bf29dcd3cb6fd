/** Work far above what its agents could do, where the later visits of items and what they open make it so. */
import {expect, test} from 'vitest';
import {problemsOf} from '../program/rules/desk.ts';

/** Twelve items an hour of four minutes for one agent, who is busy for 80 % of his time with their first visits. */
const desk = (handling: string, more = '') => `
to: 10h
demand:
  - source: cases
    channel: workitem
    arrivals: { perHour: 12 }
    handleTime: 4m
    ${more}
    handling: [ ${handling} ]
routing:
  segmentation: { otherwise: front }
  processes: { front: { distribute: front }, back: { distribute: back } }
  distribution: { front: { targets: [ { groups: [ Ann ] } ] }, back: { targets: [ { groups: [ Bob ] } ] } }
workforce: [ { group: Ann, agents: 1 }, { group: Bob, agents: 1 } ]
`;
const told = (handling: string, more?: string) =>
  problemsOf(desk(handling, more)).flatMap(({path, message}) => {
    const times = / is ([\d.]+) times what/.exec(message)?.[1];
    return times === undefined ? [] : [`${path} ${times}`];
  });

test('what comes back is work again', () => {
  // 0.8 ÷ (1 − 0.2) is not far above; 0.8 ÷ (1 − 0.5) is
  expect(told('{ share: 20%, then: comesBack, after: 1h }')).toEqual([]);
  expect(told('{ share: 50%, then: comesBack, after: 1h }')).toEqual(['demand.cases.arrivals 1.6']);
  expect(told('{ share: 50%, then: pending, reply: 1h }')).toEqual(['demand.cases.arrivals 1.6']);
  expect(told('{ share: 50%, then: pending, reply: 1h, closeAfter: 1h }')).toEqual([]);
});

test('what is parked goes on with the same work, unless each visit has its own', () => {
  expect(told('{ share: 50%, then: park, for: 1h }')).toEqual([]);
  expect(told('{ share: 50%, then: park, for: 1h, left: anew }')).toEqual(['demand.cases.arrivals 1.6']);
});

test('leads that convert do not come back', () => {
  const lead = 'kind: lead\n    conversion: { share: 80% }';
  expect(told('{ share: 50%, then: comesBack, after: 1h }', lead)).toEqual([]);
});

test('what is opened is work of those who do it, finishing of those who wait', () => {
  const order = (handle: string, finish: string) =>
    told(`{ share: 50%, then: workOrder, open: back, handleTime: ${handle}, finish: ${finish} }`);
  expect(order('5m', 'none')).toEqual([]);
  // 6 an hour of 15 minutes
  expect(order('15m', 'none')).toEqual(['demand.cases.handling.0.handleTime 1.5']);
  // 12 an hour of 4 minutes, and 6 of 6
  expect(order('5m', '6m')).toEqual(['demand.cases.arrivals 1.4']);
});
