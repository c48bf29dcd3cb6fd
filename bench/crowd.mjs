// `node bench/crowd.mjs agents:profiles,… turns`: ns an event with so many agents, as JSON: costs[size][turn].
import {cpuNs, uniform} from './measuring.mjs';
import {modelOf, Sliced} from './simulate.mjs';

const PROCESSES = 24;
const CHANNELS = ['voice', 'chat', 'workitem'];
const LOAD = 0.7;
const HANDLE_MS = 240_000;
const PATIENCE_MS = 300_000;
const EVENTS = 40_000;
const WARM_UP = 100_000;

const processes = Array.from({length: PROCESSES}, (_, i) => ({name: `p${i}`, channel: CHANNELS[i % 3]}));

function filesOf(agents, profiles) {
  const scenario = [
    ...[
      'timezone: UTC',
      'from: 2026-01-05',
      'to: { arrivals: 1000000000 }',
      'atEnd: drain',
      'intervals: 1h',
      'demand:',
    ],
    ...processes.map(
      ({name, channel}) =>
        `  - { source: ${name}, channel: ${channel}, arrivals: { perHour: 1 }, attributes: { type: ${name} }, handleTime: 4m }`,
    ),
    ...['routing:', '  segmentation:', '    columns: [type]', '    rules:'],
    ...processes.map(({name}) => `      - { if: [${name}], then: ${name} }`),
    '  processes:',
    ...processes.map(({name}) => `    ${name}: { answerWithin: 20s, priority: ${name}, distribute: ${name} }`),
    '  priorities:',
    ...processes.map(({name}, i) => `    ${name}: { initial: ${100 + i}, perSecond: ${1 + (i % 5)} }`),
    '  distribution:',
    ...processes.map(
      ({name}, i) =>
        `    ${name}: { targets: [{ skills: s${i} >= 9, for: 30s }, { skills: s${i} >= 7, for: 30s }, { everyone: true }], agent: longest-idle }`,
    ),
    '  capacity:',
    '    blended:',
    '      voice: { max: 1, notWhile: [{ chat: 1 }, { workitem: 1 }] }',
    '      chat: { max: 3, notWhile: [{ voice: 1 }] }',
    '      workitem: { max: 2, notWhile: [{ voice: 1 }] }',
    ...['workforce:', '  - { roster: agents.csv, capacity: blended }'],
  ];
  return {'scenario.yaml': `${scenario.join('\n')}\n`, 'agents.csv': rosterOf(agents, profiles)};
}

/** Of each skill every level 0 to 9 is held by a tenth of the profiles, which tenth is drawn. */
function rosterOf(agents, profiles) {
  const random = uniform(profiles);
  const levels = processes.map(() => shuffled(profiles, random).map((rank) => Math.floor((10 * rank) / profiles)));
  const rows = Array.from({length: agents}, (_, a) => {
    const own = levels.map((of) => of[a % profiles]);
    return `agent ${a},all,,${own.join(',')}`;
  });
  return `${['name,group,shift', ...processes.map((_, i) => `s${i}`)].join(',')}\n${rows.join('\n')}\n`;
}

function shuffled(count, random) {
  const numbers = Array.from({length: count}, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [numbers[i], numbers[j]] = [numbers[j], numbers[i]];
  }
  return numbers;
}

/** Poisson arrivals of one process; exponential handle times and patience. */
class Crowd {
  constructor(process, gapMs, model) {
    this.gapMs = gapMs;
    this.random = uniform(process + 1);
    this.at = 0;
    this.made = 0;
    this.rule = process;
    this.route = model.routes.process.indexOf(process);
    this.class = Math.max(0, model.reporting.classes.process.indexOf(process));
  }

  exponential(mean) {
    return -mean * Math.log(this.random());
  }

  fill(block) {
    const rows = block.arrivedMs.length;
    block.count = rows;
    for (let row = 0; row < rows; row++) {
      this.at += this.exponential(this.gapMs);
      block.arrivedMs[row] = Math.round(this.at);
      block.number[row] = this.made++;
      block.route[row] = this.route;
      block.reportClass[row] = this.class;
      block.handleMs[row] = Math.round(this.exponential(HANDLE_MS));
      block.wrapUpMs[row] = 0;
      block.patienceMs[row] = Math.round(this.exponential(PATIENCE_MS));
      block.dueMs[row] = Number.NaN;
      block.initial[row] = Number.NaN;
      block.preferred[row] = -1;
      block.rule[row] = this.rule;
    }
  }

  redial() {
    return null;
  }
}

const [sizes, turns] = process.argv.slice(2);
const runs = sizes.split(',').map((size) => {
  const [agents, kinds] = size.split(':').map(Number);
  const model = modelOf(filesOf(agents, kinds));
  const gapMs = HANDLE_MS / (agents * LOAD);
  const feeds = processes.map((_, process) => new Crowd(process, gapMs * PROCESSES, model));
  return {profiles: model.eligibility.profileCount, run: new Sliced(model, feeds, {eventsPerMs: 2 / gapMs})};
});
for (const {run} of runs) run.slice(WARM_UP, cpuNs);
const costs = runs.map(() => []);
for (let turn = 0; turn < Number(turns); turn++)
  runs.forEach(({run}, i) => {
    costs[i].push(run.slice(EVENTS, cpuNs));
  });
process.stdout.write(JSON.stringify({costs, profiles: runs.map(({profiles}) => profiles)}));
