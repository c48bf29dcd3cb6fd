/** Milestones as people write them, rightly and wrongly. */
import {expect, test} from 'vitest';
import {problemsOf} from '../program/rules/desk.ts';

const yaml = (milestone: string, more = '') => `
calendars: { office: { open: { mon-fri: 08:00-18:00 } } }
stages: { NEW: queued, SOLD: completed }
demand:
  - { source: cases, channel: workitem, arrivals: { at: [ 10h ] }, handleTime: 2h }
  - { source: others, channel: workitem, arrivals: { at: [ 10h ] }, handleTime: 2h }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ others ], then: other } ], otherwise: case }
  processes:
    case:
      milestones:
        - { ${milestone} }
    other: { clock: office }
workforce: [ { group: team, agents: 1 } ]
${more}`;
const told = (milestone: string, more?: string) =>
  problemsOf(yaml(milestone, more)).map(({severity, at, path, message, hint}) =>
    [
      severity === 'error' ? '' : 'warning ',
      at.line,
      ' ',
      path.replace('routing.processes.case.', ''),
      ': ',
      message,
      hint ? ` → ${hint}` : '',
    ].join(''),
  );
const GOOD = 'name: first response, when: assigned, within: 4h, clock: office';

test('what is right says nothing', () => {
  expect(told(GOOD)).toEqual([]);
  expect(
    told(
      `${GOOD}, warnAt: 80%, onWarning: { raiseBy: 10, openTargets: next }, onViolation: { reassign: other, openTargets: all }, onSuccess: { raiseBy: -5 }`,
    ),
  ).toEqual([]);
  expect(
    told('name: m, starts: NEW, when: SOLD, within: 4h, warnAt: 1h, clock: always, recurrence: sequential'),
  ).toEqual([]);
});

test('what is wrong', () => {
  const wrong: Readonly<Record<string, readonly string[]>> = {
    'no clock anywhere': told('name: m, when: assigned, within: 4h'),
    'a clock that is none': told('name: m, when: assigned, within: 4h, clock: ofice'),
    'an unknown stage': told('name: m, when: asigned, within: 4h, clock: office'),
    'a status that lasts no time': told('name: m, when: captured, within: 4h, clock: office'),
    'a start that is final': told('name: m, starts: SOLD, when: assigned, within: 4h, clock: office'),
    'no time': told('name: m, when: assigned, within: 0s, clock: office'),
    'a warning before the start': told(`${GOOD}, warnAt: 5h`),
    'a warning after the target': told(`${GOOD}, warnAt: 120%`),
    'a warning that is no time': told(`${GOOD}, warnAt: 80`),
    'an action on a warning that never comes': told(`${GOOD}, onWarning: { raiseBy: 1 }`),
    'an unknown process': told(`${GOOD}, onViolation: { reassign: othr }`),
    'its own process': told(`${GOOD}, onViolation: { reassign: case }`),
    'an action that does nothing': told(`${GOOD}, onViolation: { }`),
    'raised by nothing': told(`${GOOD}, onViolation: { raiseBy: 0 }`),
    'recurring from the arrival': told(`${GOOD}, recurrence: independent`),
    'reached as it starts': told('name: m, when: queued, within: 4h, clock: office'),
    'a day of open time': told('name: m, when: assigned, within: 1d, clock: office'),
    'what is done is done': told('name: m, when: completed, within: 4h, clock: office, onSuccess: { raiseBy: 1 }'),
    'an unknown key': told(`${GOOD}, onBreach: { raiseBy: 1 }`),
    'two of one name': told(`${GOOD} }\n        - { ${GOOD}`),
    'a goal of a milestone there is not': told(
      GOOD,
      'goals: [ { milestoneAttainment: { milestone: first respons }, atLeast: 90% } ]',
    ),
    'a goal of a milestone of another process': told(
      GOOD,
      'goals: [ { milestoneAttainment: { milestone: first response, process: other }, atLeast: 90% } ]',
    ),
  };
  expect(wrong).toMatchInlineSnapshot(`
    {
      "a clock that is none": [
        "16 milestones.m.clock: expected a known calendar, found "ofice" → did you mean office?",
      ],
      "a day of open time": [
        "warning 16 milestones.m.within: 1d on the clock office of process case is 24h of open time: from 2026-03-02 08:00 it ends 2026-03-04 12:00 → write it in hours: 24h if that is meant, or the open hours of so many days",
      ],
      "a goal of a milestone of another process": [
        "19 goals.0.milestoneAttainment.milestone: expected a known milestone, found "first response" → the scenario has no milestone",
      ],
      "a goal of a milestone there is not": [
        "19 goals.0.milestoneAttainment.milestone: expected a known milestone, found "first respons" → did you mean first response?",
      ],
      "a start that is final": [
        "16 milestones.m.starts: expected where an item stands for a time, found SOLD, which is completed → there are arrival, queued, assigned, awaiting confirmation, held, NEW",
      ],
      "a status that lasts no time": [
        "16 milestones.m.when: expected where an item stands for a time, found captured → there are queued, assigned, awaiting confirmation, held, completed, NEW, SOLD",
      ],
      "a warning after the target": [
        "16 milestones.first response.warnAt: expected a share of at most 100%, found "120%"",
      ],
      "a warning before the start": [
        "16 milestones.first response.warnAt: expected a warning within the 4h of first response, found 5h before its target → warnAt: 80%",
      ],
      "a warning that is no time": [
        "16 milestones.first response.warnAt: expected a share of the time such as 80%, or a time before the target such as 1h, found the bare number 80: write 80% or 80m",
      ],
      "an action on a warning that never comes": [
        "16 milestones.first response.onWarning: expected \`warnAt\`: first response does not warn → add warnAt: 80%",
      ],
      "an action that does nothing": [
        "16 milestones.first response.onViolation: expected raiseBy, openTargets or reassign, found none of them",
      ],
      "an unknown key": [
        "16 milestones.first response.onBreach: expected a known key, found "onBreach" → known here: name, when, within, clock, warnAt, starts, recurrence, onWarning, onViolation, onSuccess",
      ],
      "an unknown process": [
        "16 milestones.first response.onViolation.reassign: expected a known process, found "othr" → did you mean other?",
      ],
      "an unknown stage": [
        "16 milestones.m.when: expected a known status or stage, found "asigned" → did you mean assigned?",
      ],
      "its own process": [
        "16 milestones.first response.onViolation.reassign: expected another process, found case, the milestone’s own",
      ],
      "no clock anywhere": [
        "16 milestones.m: expected the key clock, found none: nor has process case a clock that m could run on → clock: office here or in the process, or clock: always (day and night)",
      ],
      "no time": [
        "16 milestones.m.within: expected a time of more than nothing, found "0s"",
      ],
      "raised by nothing": [
        "16 milestones.first response.onViolation.raiseBy: expected a number other than 0, found the number 0",
      ],
      "reached as it starts": [
        "warning 16 milestones.m.when: m is reached as soon as it starts: an item that arrives is queued",
      ],
      "recurring from the arrival": [
        "16 milestones.first response.recurrence: expected \`starts\` at a status or stage: an item arrives once, and first response recurs → starts: queued",
      ],
      "two of one name": [
        "17 milestones.1.name: expected milestones of different names, found first response twice",
      ],
      "what is done is done": [
        "warning 16 milestones.m.onSuccess: nothing can be done with an item that is completed → leave it out",
      ],
    }
  `);
});

test('what nothing leads to: a status, a stage that only other items come to', () => {
  expect(told('name: m, when: held, within: 4h, clock: office')).toEqual([
    '16 milestones.m.when: expected a status or stage that items of case come to, found held: m is never met → nothing that becomes of items of cases leads there',
  ]);
  expect(told('name: m, starts: awaiting confirmation, when: completed, within: 4h, clock: office')).toEqual([
    '16 milestones.m.starts: expected a status or stage that items of case come to, found awaiting confirmation: m never starts → nothing that becomes of items of cases leads there',
  ]);
  const handled = (source: string) =>
    problemsOf(
      yaml('name: m, when: PENDING, within: 4h, clock: office')
        .replace('NEW: queued', 'NEW: queued, PENDING: held')
        .replace(`{ source: ${source},`, `{ handling: [ { share: 9%, then: park, for: 1h } ], source: ${source},`),
    ).map(({at, path}) => `${at.line} ${path}`);
  expect(handled('cases')).toEqual([]);
  expect(handled('others')).toEqual(['16 routing.processes.case.milestones.m.when']);
  // Told of the stage alone where nothing at all reaches it.
  expect(handled('nobody')).toEqual(['7 stages.PENDING']);
});
