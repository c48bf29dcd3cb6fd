import {expect, test} from 'vitest';
import {parseTable} from '../../src/csv/table.ts';
import {changesOf} from '../../src/experiment/index.ts';
import {readScenario} from '../../src/scenario/read.ts';
import type {Scenario} from '../../src/scenario/scenario.ts';
import {textsOf} from '../scenario/texts.ts';

const DESK = `name: Desk
from: 2026-03-02
calendars:
  office: { open: { mon-fri: 08:00-18:00 } }
demand:
  - source: calls
    channel: voice
    arrivals: { perHour: 40, during: office }
    attributes: { segment: { Gold: 30%, Silver: 70% }, language: { de: 50%, fr: 50% } }
    handleTime: { lognormal: { mean: 4m, cv: 0.9 } }
    patience: { exponential: { mean: 2m } }
routing:
  segmentation:
    columns: [channel, segment, language]
    rules:
      - { if: [voice, Gold, "-"], then: gold }
      - { if: [voice, "-", de], then: german }
      - { if: [voice, "-", fr], then: french }
    otherwise: german
  processes:
    gold: { answerWithin: 20s, sla: 4h, priority: first, distribute: ladder }
    german: { answerWithin: 30s, sla: 8h, priority: later, distribute: ladder }
    french: { answerWithin: 30s, priority: later, distribute: ladder }
  priorities:
    first: { fixed: 200 }
    later: { initial: 0, increment: 1, every: 1m, max: 100 }
  distribution:
    ladder: { targets: [{ skills: Voice >= 5, for: 30s }, { skills: Voice >= 1 }] }
  capacity:
    one: { voice: { max: 1 } }
shifts:
  early: { mon-fri: 08:00-16:00, breaks: [{ at: 12:00, for: 30m }] }
  late: { mon-fri: 12:00-18:00 }
workforce:
  - { group: team, agents: { early: 6, late: 4 }, skills: { Voice: 7 }, capacity: one }
goals:
  - { serviceLevel: { process: gold }, atLeast: 80% }
`;

type Edit = readonly [from: string, to: string];

function scenario(edits: readonly Edit[] = []): Scenario {
  let text = DESK;
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`the desk has no ${from}`);
    text = text.replace(from, () => to);
  }
  return readScenario('desk.yaml', {files: textsOf({'desk.yaml': text}), parseTable}).scenario;
}
const changes = (edits: readonly Edit[] = []) =>
  changesOf(scenario(), scenario(edits)).map(({kind, text}) => `${kind}: ${text}`);

test('the same configuration, or one written otherwise, differs in nothing', () => {
  expect(changes()).toEqual([]);
  expect(
    changes([
      ['sla: 4h', 'sla: 240m'],
      ['30s }, { skills: Voice >= 1 }', '0.5m }, { skills: Voice >= 1 }'],
    ]),
  ).toEqual([]);
});

test.each([
  [
    'a rule that comes, and those after it that only move down are not told',
    [['    rules:\n', '    rules:\n      - { if: [chat, "-", "-"], then: german }\n']],
    ['added: rule 1: if channel "chat", then german'],
  ],
  [
    'a rule that goes',
    [['      - { if: [voice, "-", fr], then: french }\n', '']],
    ['removed: rule 3: if channel "voice" and language "fr", then french'],
  ],
  [
    'a rule that leads elsewhere',
    [['[voice, Gold, "-"], then: gold', '[voice, Gold, "-"], then: german']],
    ['changed: rule 1 (channel "voice" and segment "Gold" -> german): leads to german instead of gold'],
  ],
  [
    'a rule asked of others',
    [['[voice, Gold, "-"]', '[voice, Gold, de]']],
    [
      'changed: rule 1 (channel "voice" and segment "Gold" and language "de" -> gold): if channel "voice" and segment "Gold" and language "de" instead of channel "voice" and segment "Gold"',
    ],
  ],
  [
    'a rule that is asked earlier',
    [
      ['      - { if: [voice, "-", fr], then: french }\n', ''],
      ['    rules:\n', '    rules:\n      - { if: [voice, "-", fr], then: french }\n'],
    ],
    ['moved: rule 1: if channel "voice" and language "fr", then french: asked earlier, was rule 3'],
  ],
  [
    'otherwise',
    [['otherwise: german', 'otherwise: french']],
    ['changed: what no rule matches: leads to french instead of german'],
  ],
  [
    'promises',
    [['gold: { answerWithin: 20s, sla: 4h', 'gold: { answerWithin: 15s, sla: 4h, clock: office']],
    ['changed: process gold: answer within 15s instead of 20s; clock office (was not set)'],
  ],
  [
    'curves, by their values at a few ages',
    [['first: { fixed: 200 }', 'first: { fixed: 50 }']],
    [
      'changed: priority of gold: at 0s 50 instead of 200, at 2h 50 instead of 200, at 4h 50 instead of 200, at 6h 50 instead of 200',
    ],
  ],
  [
    'targets',
    [['for: 30s }, { skills: Voice >= 1 }', 'for: 45s }, { skills: Voice >= 2, for: 5m }, { groups: [team] }']],
    [
      'changed: distribution ladder: target 1 stands alone 45s instead of 30s; target 2 is Voice >= 2 instead of Voice >= 1; target 2 stands alone 5m instead of to the end; target 3 added: group team',
    ],
  ],
  [
    'limits',
    [['voice: { max: 1 }', 'voice: { max: 2 }']],
    ['changed: capacity rule one: voice at most 2 instead of 1'],
  ],
  [
    'head counts',
    [['early: 6, late: 4', 'early: 7, late: 4']],
    ['changed: group team: 7 agents on shift early instead of 6'],
  ],
  [
    'skills and cost',
    [['skills: { Voice: 7 }', 'cost: 20, skills: { Voice: 8 }']],
    ['changed: group team: skills Voice 8 instead of 7; cost an hour 20 (was not set)'],
  ],
  [
    'shifts and their breaks',
    [['08:00-16:00, breaks: [{ at: 12:00', '09:00-17:00, breaks: [{ at: 13:00']],
    [
      'changed: shift early: mon-fri 09:00-17:00 instead of 08:00-16:00; breaks 13:00 for 30m (Break) instead of 12:00 for 30m (Break)',
    ],
  ],
  [
    'calendars',
    [['mon-fri: 08:00-18:00', 'mon-sat: 08:00-18:00']],
    ['changed: calendar office: sat 08:00-18:00 instead of none'],
  ],
  [
    'demand',
    [
      ['perHour: 40', 'perHour: 50'],
      ['mean: 4m, cv: 0.9', 'mean: 5m, cv: 0.9'],
    ],
    [
      'changed: source calls: arrivals rate 50 instead of 40; handle time lognormal, mean 5m, sd 4m30s instead of lognormal, mean 4m, sd 3m36s',
    ],
  ],
  [
    'goals',
    [['atLeast: 80%', 'atLeast: 85%']],
    ['added: goal: service level of gold at least 85%', 'removed: goal: service level of gold at least 80%'],
  ],
  ['settings', [['from: 2026-03-02', 'from: 2026-03-02\nseed: 7']], ['changed: seed 7 instead of 1']],
] as const)('%s', (_, edits, expected) => {
  expect(changes(edits)).toEqual(expected);
});
