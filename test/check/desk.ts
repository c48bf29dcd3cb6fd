import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {type Outcome, typed} from '../cli/program.ts';

/** One morning of two queues and three agents; service level of calls some 80 %. */
export const DESK = `name: Desk & <morning>
from: 2026-03-02
to: 2026-03-02T04:00
seed: 5
replications: 10
demand:
  - { source: line, channel: voice, arrivals: { perHour: 20 }, handleTime: { exponential: { mean: 3m } } }
  - { source: box, channel: email, arrivals: { perHour: 6 }, handleTime: { exponential: { mean: 4m } } }
routing:
  segmentation:
    columns: [channel]
    rules: [{ if: [voice], then: calls }]
    otherwise: mail
  processes:
    calls: { answerWithin: 30s, priority: { use: high } }
    mail: { sla: 2h, priority: { use: low } }
  priorities:
    high: { fixed: 10 }
    low: { fixed: 0 }
workforce:
  - { group: agents, agents: 3 }
goals:
  - { serviceLevel: { process: calls }, atLeast: 50% }
`;

/** A folder of files, by relative path. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'preroute-check-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** `preroute check`, in this process, of one desk. */
export const check = (...words: string[]): Promise<Outcome> => typed('check', '--workers', '1', ...words);
export const baseline = (...words: string[]): Promise<Outcome> => typed('baseline', '--workers', '1', ...words);
export const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
