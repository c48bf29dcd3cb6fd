// Peak memory of long runs: generated items, and a log that is replayed as it is read.
import {createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {finished} from 'node:stream/promises';
import {here, number, prerouteRun, table, uniform} from '../measuring.mjs';

const FEW = 1_000_000;
const MANY = 10_000_000;
/** Of the many: in as many hours by as many agents, or in ten times the hours. Tables by interval are as long as the hours. */
const DENSER = [
  ...['demand.calls.arrivals.perHour=14250', 'demand.calls.handleTime.exponential.mean=24s'],
  'demand.calls.patience.exponential.mean=12s',
];
const GENERATED = [
  {what: 'generated', items: FEW, changes: []},
  {what: 'generated, in the same days', items: MANY, changes: DENSER},
  {what: 'generated, in ten times the days', items: MANY, changes: []},
];
const GENERATED_MB = 300;
/** Growth from one million to ten that counts as growing with the items. */
const GROWTH = 1.1;
const LOG_MB = {small: [5, 20], usual: [50, 250], full: [100, 1024]};
const LOG_LIMIT_MB = 400;

export const memory = {
  name: 'memory',
  parts: ['generated', 'replayed'],
  title: 'Memory',
  text: `Peak resident memory of \`preroute run --charts none\`, one replication, one thread, as the operating system counts
it. *Generated*: W1 with so many arrivals. Results are kept by interval, so that memory grows with the days that are
rehearsed, a few hundred bytes an interval; whether it grows with the number of items shows in as many days, calls coming ten
times as often and being handled ten times as fast. *Replayed*: a log in order of arrival, some 100 characters a row as exports
have them, with handle times, outcomes and waits to compare with; it is read as the clock reaches it. (\`--full\` replays a
gigabyte.)`,

  async measure({parts, small, full, say}) {
    const out = mkdtempSync(join(tmpdir(), 'preroute-bench-'));
    try {
      const generated = [];
      for (const {what, items, changes} of parts.includes('generated') ? GENERATED : []) {
        const count = small ? items / 20 : items;
        say(`${number(count)} items ${what}`);
        const words = [
          ...[`to.arrivals=${count}`, ...changes].flatMap((change) => ['--set', change]),
          '--charts',
          'none',
          '--workers',
          1,
          '--out',
          join(out, 'report'),
        ];
        generated.push({what, items: count, ...figuresOf(await prerouteRun(here('workloads/w1.yaml'), ...words))});
      }
      const replayed = [];
      const sizes = LOG_MB[small ? 'small' : full ? 'full' : 'usual'];
      for (const megabytes of parts.includes('replayed') ? sizes : []) {
        say(`a log of ${megabytes} MB replayed`);
        replayed.push(await replayOf(out, megabytes));
      }
      return {generated, replayed};
    } finally {
      rmSync(out, {recursive: true, force: true});
    }
  },

  tables({generated, replayed}) {
    const row =
      (what) =>
      ({items, peakMb, cpuMs}) => [what, number(items), number(peakMb), number(cpuMs / 1000, 1)];
    const rows = [
      ...generated.map((each) => row(each.what ?? 'generated')(each)),
      ...replayed.map((each) => row(`replayed, ${number(each.logMb)} MB`)(each)),
    ];
    return [table(['run', 'items', 'peak memory, MB', 'CPU, s'], rows)];
  },

  goals({generated, replayed}) {
    const [few, many] = generated;
    const largest = replayed.at(-1);
    return [
      ...(many
        ? [
            {
              goal: `Peak memory of ${number(many.items)} items generated, and as much as of ${number(few.items)}`,
              limit: `under ${GENERATED_MB} MB`,
              value: `${number(many.peakMb)} MB, ${number(many.peakMb / few.peakMb, 2)} times`,
              met: generated.every(({peakMb}) => peakMb < GENERATED_MB) && many.peakMb < GROWTH * few.peakMb,
            },
          ]
        : []),
      ...(largest
        ? [
            {
              goal: `Peak memory of a log of ${number(largest.logMb)} MB replayed`,
              limit: `under ${LOG_LIMIT_MB} MB`,
              value: `${number(largest.peakMb)} MB`,
              met: largest.peakMb < LOG_LIMIT_MB,
            },
          ]
        : []),
    ];
  },

  charts: () => [],
};

const figuresOf = ({cpuMs, wallMs, peakMb}) => ({cpuMs, wallMs, peakMb});

/** A horizon of so many days: as long as the log. */
const scenarioOf = (days) => `name: Long log
timezone: UTC
from: 2026-01-05
to: ${days}d
replications: 1
demand:
  - source: log
    channel: voice
    replay:
      file: log.csv
      sorted: true
      columns:
        id: id
        arrived: arrived
        handleTime: handle_s
        recorded: { wait: wait_s, outcome: outcome, abandoned: [abandoned] }
      attributes: { topic: text }
    patience: { exponential: { mean: 2m } }
routing:
  segmentation:
    columns: [topic]
    rules:
      - { if: [orders], then: orders }
    otherwise: rest
  processes:
    orders: { answerWithin: 20s }
    rest: { answerWithin: 60s }
workforce:
  - { group: team, agents: 100 }
`;

async function replayOf(dir, megabytes) {
  const log = join(dir, 'log.csv');
  const {rows: items, days} = await writeLog(log, megabytes * 1e6);
  writeFileSync(join(dir, 'scenario.yaml'), scenarioOf(days));
  const words = ['--charts', 'none', '--workers', 1, '--out', join(dir, 'report')];
  const run = await prerouteRun(join(dir, 'scenario.yaml'), ...words);
  return {items, logMb: Math.round(statSync(log).size / 1e6), ...figuresOf(run)};
}

const START = Date.UTC(2026, 0, 5);
const TOPICS = ['orders', 'billing', 'returns', 'delivery'];

/** Rows until the file has so many bytes; 1,425 an hour. How many they are, over how many days. */
async function writeLog(path, bytes) {
  const random = uniform(1);
  const file = createWriteStream(path);
  file.write('id,arrived,topic,handle_s,wait_s,outcome,agent,remark\n');
  let [at, rows, written] = [START, 0, 0];
  while (written < bytes) {
    let chunk = '';
    for (let i = 0; i < 10_000; i++, rows++) {
      at += Math.round(-(3_600_000 / 1425) * Math.log(random()));
      const gone = random() < 0.03;
      const handle = gone ? 1 : 1 + Math.round(-240 * Math.log(random()));
      const wait = Math.round(20 * random());
      const instant = new Date(at).toISOString().slice(0, 19);
      chunk += `${1_000_000 + rows},${instant},${TOPICS[rows % 4]},${handle},${wait},${gone ? 'abandoned' : 'answered'},agent ${rows % 100},transferred to nobody; noted\n`;
    }
    written += chunk.length;
    if (!file.write(chunk)) await new Promise((resolve) => file.once('drain', resolve));
  }
  file.end();
  await finished(file);
  return {rows, days: Math.ceil((at - START) / 86_400_000)};
}
