// Writes w2.yaml and w3.yaml from their definitions: `node bench/workloads/make.mjs`.
import {writeFileSync} from 'node:fs';

const write = (name, lines) => writeFileSync(new URL(name, import.meta.url), `${lines.join('\n')}\n`);
const head = (name, arrivals, note) => [
  `# ${note}`,
  '# Made by make.mjs.',
  `name: ${name}`,
  'timezone: UTC',
  'from: 2026-01-05',
  `to: { arrivals: ${arrivals} }`,
  'atEnd: drain',
  'seed: 1',
  'replications: 1',
];

// W2: 12 call types, 20 groups of 15 agents; primary skills at once, secondary groups after 30 s, tertiary after 60 s.
const TYPES = 12;
const GROUPS = 20;
const primary = (g, t) => [0, 1, 4, 7].slice(0, 2 + (g % 3)).some((o) => (5 * g + o) % TYPES === t);
const delay = (g, t) => (primary(g, t) ? 0 : g % 4 === t % 4 ? 30 : g % 4 === (t + 2) % 4 ? 60 : -1);
const types = Array.from({length: TYPES}, (_, t) => t);
const groupsAt = (t, after) =>
  Array.from({length: GROUPS}, (_, g) => g)
    .filter((g) => delay(g, t) === after)
    .map((g) => `g${g}`)
    .join(', ');
const target = (t, after, stays) => `{ groups: [${groupsAt(t, after)}]${stays ? ', for: 30s' : ''} }`;
write('w2.yaml', [
  ...head('W2', 500000, 'W2 "skills": 12 call types, 20 skill groups, three priorities, overflow after 30 s and 60 s.'),
  'demand:',
  ...types.map(
    (t) =>
      `  - { source: t${t}, channel: voice, arrivals: { perHour: ${((288 * (1 + (t % 4))) / 30 / (180 + 20 * t)) * 3600} }, attributes: { type: t${t} }, handleTime: { exponential: { mean: ${180 + 20 * t}s } }, patience: { exponential: { mean: ${90 + 10 * t}s } } }`,
  ),
  'routing:',
  '  segmentation:',
  '    columns: [type]',
  '    rules:',
  ...types.map((t) => `      - { if: [t${t}], then: t${t} }`),
  '    otherwise: t0',
  '  processes:',
  ...types.map((t) => `    t${t}: { answerWithin: 20s, priority: p${1 + (t % 3)}, distribute: d${t} }`),
  '  priorities:',
  ...[1, 2, 3].map((p) => `    p${p}: { initial: ${4 - p} }`),
  '  distribution:',
  ...types.map(
    (t) =>
      `    d${t}: { targets: [${target(t, 0, true)}, ${target(t, 30, true)}, ${target(t, 60, false)}], prefer: any, agent: longest-idle }`,
  ),
  'workforce:',
  ...Array.from({length: GROUPS}, (_, g) => `  - { group: g${g}, agents: 15 }`),
]);

// W3: calls, chats and ageing work items on shared units; calls first, and nobody starts anything else while one waits.
const weights = Array.from({length: 48}, (_, i) =>
  i < 16 || i >= 40 ? 0 : 0.4 + Math.sin((Math.PI * (i - 16 + 0.5)) / 24),
);
const sum = weights.reduce((a, b) => a + b, 0);
const classes = [
  {
    name: 'call',
    share: 0.3,
    channel: 'voice',
    handle: 240,
    patience: 120,
    within: 20,
    who: '[A, B, C]',
    priority: '{ initial: 1000 }',
  },
  {
    name: 'chat',
    share: 0.4,
    channel: 'chat',
    handle: 480,
    patience: 300,
    within: 60,
    who: '[B, C]',
    priority: '{ initial: 60, perSecond: 0.1 }',
  },
  ...[
    ['A', 0.01],
    ['B', 0.02],
    ['C', 0.05],
  ].map(([k, growth]) => ({
    name: `work${k}`,
    share: 0.1,
    channel: 'workitem',
    handle: 600,
    within: 3600,
    who: '[A, B]',
    priority: `{ initial: { attribute: score, missing: 0 }, perSecond: ${growth} }`,
  })),
];
const rates = (share) => weights.map((w) => Number(((30000 * share * w) / sum).toFixed(9))).join(', ');
write('w3.yaml', [
  ...head('W3', 300000, 'W3 "blended": calls, chats and ageing work items on six units an agent, held back for calls.'),
  'demand:',
  ...classes.map(
    (c) =>
      `  - { source: ${c.name}, channel: ${c.channel}, arrivals: { perInterval: { interval: 30m, counts: { daily: [${rates(c.share)}] } } }, attributes: { type: ${c.name}${c.channel === 'workitem' ? ', score: { uniform: { min: 0, max: 50 } }' : ''} }, handleTime: { exponential: { mean: ${c.handle}s } }${c.patience ? `, patience: { exponential: { mean: ${c.patience}s } }` : ''} }`,
  ),
  'routing:',
  '  segmentation:',
  '    columns: [type]',
  '    rules:',
  ...classes.map((c) => `      - { if: [${c.name}], then: ${c.name} }`),
  '  processes:',
  ...classes.map((c) => `    ${c.name}: { answerWithin: ${c.within}s, priority: ${c.name}, distribute: ${c.name} }`),
  '  priorities:',
  ...classes.map((c) => `    ${c.name}: ${c.priority}`),
  '  distribution:',
  ...classes.map((c) => `    ${c.name}: { targets: [{ groups: ${c.who} }], agent: [most-available, longest-idle] }`),
  '  capacity:',
  '    six: { total: 6, weights: { voice: 6, chat: 2, workitem: 3 }, holdBackFor: [voice], afterHold: agents }',
  'workforce:',
  ...[
    ['A', 80],
    ['B', 60],
    ['C', 60],
  ].map(([g, n]) => `  - { group: ${g}, agents: ${n}, capacity: six }`),
]);
