import {parseTable} from '../../src/csv/table.ts';
import {InputError, type Problem} from '../../src/language/problem.ts';
import {type TextFiles, UnreadableFile} from '../../src/scenario/files.ts';
import {type ReadOptions, readScenario, type ScenarioRead} from '../../src/scenario/read.ts';

/** Texts by path, as a disk would give them. Paths are relative, with folders. */
export function textsOf(texts: Readonly<Record<string, string>>): TextFiles {
  return {
    read(path) {
      const text = texts[path];
      if (text === undefined) throw new UnreadableFile(path, 'missing');
      return text;
    },
    resolve: (from, written) => [...from.split('/').slice(0, -1), written].join('/'),
    exists: (path) => path in texts,
    header: (path, separator) => (texts[path] ?? '').split('\n')[0]?.split(separator ?? ',') ?? [],
  };
}

export const ONE_QUEUE = `name: One queue
timezone: Europe/Madrid
from: 2026-03-02
to: 2026-03-03
calendars:
  office: { open: { mon-fri: 08:00-20:00 } }
demand:
  - source: line
    channel: voice
    arrivals: { perHour: 60, during: office }
    attributes: { segment: { Gold: 20%, Silver: 80% }, value: { uniform: { min: 0, max: 9000 } } }
    handleTime: { lognormal: { mean: 4m, cv: 0.9 } }
    patience: { exponential: { mean: 3m } }
routing:
  segmentation:
    columns: [channel, segment]
    rules:
      - { if: [voice, Gold], then: gold }
    otherwise: calls
  processes:
    calls: { answerWithin: 20s, sla: 8h, clock: office, priority: aging, distribute: phones }
    gold: { answerWithin: 20s, sla: 4h, clock: office, priority: { use: aging, from: 50 }, distribute: phones }
  priorities:
    aging: { initial: 0, increment: 1, every: 1m, max: 100 }
  distribution:
    phones: { targets: [ { skills: Voice >= 5, for: 30s }, { skills: Voice >= 1 } ] }
  capacity:
    one: { voice: { max: 1 } }
shifts:
  early: { mon-fri: 08:00-16:00 }
  late: { mon-fri: 12:00-20:00, breaks: [ { at: 14:00, for: 30m } ] }
workforce:
  - { group: team, agents: { early: 6, late: 6 }, skills: { Voice: 7 }, capacity: one }
goals:
  - { serviceLevel: { channel: voice }, atLeast: 80% }
`;

export const ENTRY = 'centre/scenario.yaml';

export function read(text: string, more: Partial<ReadOptions> & {texts?: Record<string, string>} = {}): ScenarioRead {
  const {texts, ...options} = more;
  return readScenario(ENTRY, {files: textsOf({[ENTRY]: text, ...texts}), parseTable, ...options});
}

/** The base scenario with one text in it replaced, which must be there. */
export function changed(from: string, to: string, base = ONE_QUEUE): string {
  if (!base.includes(from)) throw new Error(`the scenario has no ${from}`);
  return base.replace(from, () => to);
}

/** Everything found in a text: errors and warnings. */
export function problemsOf(text: string, more: Parameters<typeof read>[1] = {}): readonly Problem[] {
  try {
    return read(text, more).warnings;
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}
