/** A desk in which nothing is to be found, changed a line at a time. */
import {compile} from '../../src/compile/index.ts';
import {parseTable} from '../../src/csv/table.ts';
import {type LintInput, type LintOptions, type LintResult, lint} from '../../src/lint/lint.ts';
import {readScenario} from '../../src/scenario/read.ts';
import {textsOf} from '../scenario/texts.ts';

export const DESK = `name: Desk
timezone: Europe/Madrid
from: 2026-03-02
to: 2026-03-16
calendars:
  office: { open: { mon-fri: 08:00-18:00 } }
demand:
  - source: line
    channel: voice
    arrivals: { perHour: 20, during: office }
    attributes: { segment: { Gold: 20%, Silver: 80% } }
    handleTime: 4m
    patience: { exponential: { mean: 3m } }
  - source: mail
    channel: email
    arrivals: { perHour: 10, during: office }
    attributes: { segment: { Gold: 50%, Silver: 50% }, value: { uniform: { min: 0, max: 9000 } } }
    handleTime: 6m
routing:
  segmentation:
    columns: [channel, segment, value]
    rules:
      - { if: [voice, "-", "-"], then: calls }
      - { if: [email, Gold, "-"], then: gold }
      - { if: [email, Silver, "> 5000"], then: large }
    otherwise: mails
  processes:
    calls: { answerWithin: 60s, priority: calls, distribute: phones }
    gold: { sla: 8h, clock: office, priority: mails, distribute: desk }
    large: { sla: 10h, clock: office, priority: mails, distribute: desk }
    mails: { sla: 20h, clock: office, priority: mails, distribute: desk }
  priorities:
    calls: { initial: 500, increment: 1, every: 1s }
    mails: { initial: 100, atSla: 900 }
  distribution:
    phones: { targets: [{ skills: Voice >= 5, for: 30s }, { skills: Voice >= 1 }] }
    desk: { targets: [{ groups: [team] }] }
  capacity:
    blended: { voice: { max: 1, notWhile: [{ email: 2 }] }, email: { max: 2, notWhile: [{ voice: 1 }] } }
shifts:
  day: { mon-fri: 08:00-18:00 }
workforce:
  - { group: team, agents: { day: 6 }, skills: { Voice: 7 }, capacity: blended }
  - { group: novices, agents: { day: 2 }, skills: { Voice: 2 }, capacity: blended }
goals:
  - { serviceLevel: { process: calls }, atLeast: 80% }
  - { abandonment: { process: calls }, atMost: 5% }
`;

export type Change = readonly [from: string, to: string];

/** The desk with these texts in place of those, each of which must be there. */
export function changed(...changes: readonly Change[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the desk has no ${from}`);
    return text.replace(from, to);
  }, DESK);
}

export function inputOf(text: string, more: Readonly<Record<string, string>> = {}): LintInput {
  const files = textsOf({'desk.yaml': text, ...more});
  const {scenario, warnings, parts} = readScenario('desk.yaml', {files, parseTable, tolerant: true});
  const compiled = compile(scenario);
  return {scenario, compiled, warnings: [...warnings, ...compiled.warnings], texts: parts};
}

export interface Linted extends LintResult {
  readonly input: LintInput;
}

export function linted(text: string, options: LintOptions = {}, more: Readonly<Record<string, string>> = {}): Linted {
  const input = inputOf(text, more);
  return {...lint(input, options), input};
}
