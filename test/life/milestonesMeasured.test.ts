/** What is told of milestones at the end: counted by hand, by process and by day of the target. */
import {expect, test} from 'vitest';
import {localTimeOf, runReplication} from '../../src/experiment/index.ts';
import {ItemLog} from '../../src/measure/itemLog.ts';
import {occurrencesCsv} from '../../src/report/formats/occurrencesCsv.ts';
import {opened, resultsOf} from '../program/rules/desk.ts';

/** Cases at 10:00, 11:00, 12:00 and 16:00, of which the only agent, there from 12:30 to 18:00, does each in 2 h. */
const YAML = `
to: 2026-03-04
atEnd: cut
calendars: { office: { open: { mon-fri: 08:00-18:00 } } }
demand:
  - { source: cases, channel: workitem, arrivals: { at: [ 10h, 11h, 12h, 16h ] }, handleTime: 2h }
  - { source: others, channel: workitem, arrivals: { at: [ 47h ] }, handleTime: 2h }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ others ], then: other } ], otherwise: case }
  processes:
    case:
      clock: office
      milestones:
        - { name: first response, when: assigned, within: 4h, warnAt: 1h }
        - { name: resolution, when: completed, within: 6h }
    other: { milestones: [ { name: first response, when: assigned, within: 3h, clock: always } ] }
shifts: { day: { mon-fri: 12:30-18:00 } }
workforce: [ { group: team, agents: 1, shift: day } ]
goals:
  - { milestoneAttainment: { milestone: first response, process: case }, atLeast: 50% }
  - { milestoneAttainment: { process: case }, atLeast: 40% }
  - { milestoneAttainment: { milestone: first response, process: case }, atLeast: 60%, onDays: 100% }
  - { milestoneAttainment: { process: other }, atLeast: 10% }
`;

test('met, violated, open and how much time was left, by milestone and day', async () => {
  const {milestones, goals} = await resultsOf(YAML);
  const half = {value: 0.5, halfWidth: null};
  const days = [
    {day: '2026-03-02', started: 3, met: 2, violated: 1, open: 0},
    {day: '2026-03-03', started: 1, met: 0, violated: 1, open: 0},
  ];
  const four = {started: 4, met: 2, violated: 2, open: 0, withdrawn: 0, late: 2, missed: 0, overdue: 0, days};
  expect(milestones).toEqual([
    // to be taken by 14:00, 15:00, 16:00 and Tuesday 10:00: at 12:30, at 14:30, at 16:30 and on Tuesday at 12:30
    {
      ...four,
      process: 'case',
      milestone: 'first response',
      warned: 3,
      attainment: half,
      metLeftSeconds: 3600,
      openLeftSeconds: null,
      lateSeconds: 5400,
    },
    // to be done by 16:00, 17:00, 18:00 and Tuesday 12:00: two hours after; the third when the clock stands still
    {
      ...four,
      process: 'case',
      milestone: 'resolution',
      warned: 0,
      attainment: half,
      metLeftSeconds: 3600,
      openLeftSeconds: null,
      lateSeconds: 4500,
    },
    // nobody is there; its target is after the end
    {
      ...four,
      process: 'other',
      milestone: 'first response',
      warned: 0,
      started: 1,
      met: 0,
      violated: 0,
      late: 0,
      open: 1,
      attainment: {value: null, halfWidth: null},
      metLeftSeconds: null,
      openLeftSeconds: 7200,
      lateSeconds: null,
      days: [],
    },
  ]);
  expect(goals.map(({text, estimate, judged, verdict}) => [text, estimate.value, judged, verdict])).toEqual([
    ['milestone attainment of first response of case at least 50%', 0.5, 4, 'met'],
    ['milestone attainment of case at least 40%', 0.5, 8, 'met'],
    ['milestone attainment of first response of case at least 60% on 100% of days', 0.5, 2, 'missed'],
    ['milestone attainment of other at least 10%', null, 0, 'nothing to judge'],
  ]);
});

test('occurrences.csv: a line an occurrence, when it warned, was violated and ended, and what was left', () => {
  const lines = opened(YAML, {}, {}, (loaded) => {
    const log = new ItemLog();
    runReplication(loaded, 0, {log});
    const {model} = loaded.compiled;
    return [...occurrencesCsv(log, model, {localTime: localTimeOf(loaded), idOf: () => ''})].join('').split('\n');
  });
  expect(lines).toEqual([
    'source,number,id,redial,process,milestone,occurrence,target,outcome,start_s,target_s,warned_s,violated_s,ended_s,left_s',
    'cases,0,,0,case,first response,1,2026-03-02T14:00:00,met,36000,50400,,,45000,5400',
    'cases,0,,0,case,resolution,1,2026-03-02T16:00:00,met,36000,57600,,,52200,5400',
    'cases,1,,0,case,first response,1,2026-03-02T15:00:00,met,39600,54000,50400,,52200,1800',
    'cases,1,,0,case,resolution,1,2026-03-02T17:00:00,met,39600,61200,,,59400,1800',
    'cases,2,,0,case,first response,1,2026-03-02T16:00:00,late,43200,57600,54000,57600,59400,-1800',
    'cases,2,,0,case,resolution,1,2026-03-02T18:00:00,late,43200,64800,,64800,66600,0',
    'cases,3,,0,case,first response,1,2026-03-03T10:00:00,late,57600,122400,118800,122400,131400,-9000',
    'cases,3,,0,case,resolution,1,2026-03-03T12:00:00,late,57600,129600,,129600,138600,-9000',
    'others,0,,0,other,first response,1,2026-03-04T02:00:00,open,169200,180000,,,,7200',
    '',
  ]);
});
