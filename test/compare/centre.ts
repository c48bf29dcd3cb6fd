/** A small centre with everything that draws numbers, and variants of it, for comparisons. */
import {compile} from '../../src/compile/index.ts';
import {parseTable} from '../../src/csv/table.ts';
import {type Compared, compare, type Variant} from '../../src/experiment/index.ts';
import {readScenario} from '../../src/scenario/read.ts';
import {textsOf} from '../scenario/texts.ts';

export interface Centre {
  readonly perHour: number;
  readonly agents: number;
  readonly experts: number;
  readonly patience: string;
  readonly redials: number;
  readonly absence: number;
  readonly chatsFirst: boolean;
  readonly seed: number;
}

export const USUAL: Centre = {
  perHour: 40,
  agents: 3,
  experts: 1,
  patience: '2m',
  redials: 30,
  absence: 10,
  chatsFirst: false,
  seed: 1,
};

export const textOf = ({
  perHour,
  agents,
  experts,
  patience,
  redials,
  absence,
  chatsFirst,
  seed,
}: Centre): string => `name: Small
from: 2026-03-02
to: 6h
seed: ${seed}
reportBy: [segment]
demand:
  - source: calls
    channel: voice
    arrivals: { perHour: ${perHour} }
    attributes: { segment: { Gold: 30%, Silver: 70% } }
    handleTime: { lognormal: { mean: 4m, cv: 0.9 } }
    wrapUp: { exponential: { mean: 20s } }
    patience: { exponential: { mean: ${patience} } }
    redial: { share: ${redials}%, after: { exponential: { mean: 5m } }, atMost: 2 }
  - source: chats
    channel: chat
    arrivals: { perHour: 12 }
    attributes: { segment: Silver }
    handleTime: { exponential: { mean: 6m } }
routing:
  segmentation:
    columns: [channel]
    rules:
      - { if: [voice], then: phone }
      - { if: [chat], then: web }
  processes:
    phone: { answerWithin: 20s, priority: ${chatsFirst ? 'low' : 'high'}, distribute: ladder }
    web: { sla: 15m, priority: ${chatsFirst ? 'high' : 'low'}, distribute: ladder }
  priorities:
    high: { fixed: 200 }
    low: { initial: 0, increment: 10, every: 5m, max: 100 }
  distribution:
    ladder: { targets: [{ groups: [experts], for: 15s }, { groups: [experts, others] }] }
workforce:
  - { group: experts, agents: ${experts}, cost: 30 }
  - { group: others, agents: ${agents}, cost: 20, absence: ${absence}%, shrinkage: 5%,
      offers: { answerIn: { exponential: { mean: 4s } }, noAnswer: 5%, ringFor: 20s, thenNotReady: 1m } }
goals:
  - { serviceLevel: { process: phone }, atLeast: 80% }
  - { slaAttainment: { process: web }, atLeast: 90% }
  - { wait: { process: phone, quantile: 90% }, atMost: 60s }
  - { serviceLevel: { process: phone }, atLeast: 50%, onDays: 90% }
`;

export function variant(name: string, centre: Partial<Centre> = {}, set: readonly string[] = []): Variant {
  const files = textsOf({'scenario.yaml': textOf({...USUAL, ...centre})});
  const {scenario, hash} = readScenario('scenario.yaml', {files, parseTable, set});
  const openRows = () => {
    throw new Error('no log is replayed here');
  };
  return {name, loaded: {scenario, compiled: compile(scenario), hash, openRows}, remote: null};
}

export const compared = (
  current: Variant,
  candidates: readonly Variant[],
  maxReplications: number,
  hooks: Partial<Parameters<typeof compare>[1]> = {},
): Promise<Compared> => compare({current, candidates, version: '0', maxReplications}, {workers: 1, ...hooks});
