// `node bench/waiting.mjs form sizes turns`: ns an event while so many items wait, as JSON: costs[size][turn].
import {pathToFileURL} from 'node:url';
import {cpuNs, uniform} from './measuring.mjs';

const DAY = 86_400_000;
const SPAN = 10 * DAY;
const PROCESSES = 8;
const AGENTS = 50;
const EVENTS = 40_000;
const WARM_UP = 60_000;

const dips = (i) =>
  `{ points: [[0, ${900 + i}], [2d, ${500 + i}], [6d, ${1100 + i}], [8d, ${300 + i}]], between: line }`;
const initial = (i, own) => (own ? `{ attribute: score, missing: ${100 + 10 * i} }` : 100 + 10 * i);
const line = (i, own) => `{ initial: ${initial(i, own)}, perHour: ${5 + i} }`;
const steps = (i, own) => `{ initial: ${initial(i, own)}, increment: ${5 + i}, every: 15m }`;
const share = (i) =>
  `{ points: [[0, ${100 + i}], [80%, ${420 + i}], [due, ${1200 + i}], [due+10d, ${1300 + i}]], between: line }`;

/** Curve of process i in the scenario's words; what items bring of their own; which goal is theirs. */
export const FORMS = {
  line: {text: 'line', class: 'common', curve: (i) => line(i, false)},
  steps: {text: 'steps', class: 'common', curve: (i) => steps(i, false)},
  'line-own': {text: 'line, own initial values', class: 'own', curve: (i) => line(i, true), brings: 'initial'},
  'steps-own': {text: 'steps, own initial values', class: 'own', curve: (i) => steps(i, true), brings: 'initial'},
  dips: {text: 'dip and bump in 4 pieces', class: 'own', curve: dips},
  'dips-own': {text: 'dip and bump, own initial values', class: 'own', curve: dips, brings: 'initial', adds: true},
  due: {text: 'share of the own due date', class: 'due', curve: share, brings: 'due'},
};

const names = Array.from({length: PROCESSES}, (_, i) => `p${i}`);

function filesOf({curve, brings}) {
  const attributes = `type: text${brings === 'initial' ? ', score: number' : ''}`;
  const rows = names.map((name, i) => `${i},2026-01-05T00:00:0${i},${name},10,60,2026-01-06`);
  const scenario = [
    ...['timezone: UTC', 'from: 2026-01-05', 'to: { arrivals: 1000000000 }', 'atEnd: drain', 'intervals: 1d'],
    ...['demand:', '  - source: items', '    channel: workitem', '    replay:', '      file: items.csv'],
    `      columns: { id: id, arrived: arrived, handleTime: handle${brings === 'due' ? ', due: due' : ''} }`,
    `      attributes: { ${attributes} }`,
    ...['routing:', '  segmentation:', '    columns: [type]', '    rules:'],
    ...names.map((name) => `      - { if: [${name}], then: ${name} }`),
    '    otherwise: p0',
    ...['  processes:', ...names.map((name) => `    ${name}: { sla: 10d, priority: ${name} }`)],
    ...['  priorities:', ...names.map((name, i) => `    ${name}: ${curve(i)}`)],
    ...['workforce:', `  - { group: team, agents: ${AGENTS} }`],
  ];
  return {
    'scenario.yaml': `${scenario.join('\n')}\n`,
    'items.csv': `${['id,arrived,type,score,handle,due', ...rows].join('\n')}\n`,
  };
}

/** What waits at 0, spread over ten days, and as many arrivals in any ten days after. */
class Waiting {
  constructor(size, {brings}, model) {
    this.size = size;
    this.gap = SPAN / size;
    this.brings = brings;
    this.random = uniform(size);
    this.made = 0;
    const {routes, reporting} = model;
    this.routes = names.map((_, p) => routes.process.indexOf(p));
    this.classes = names.map((_, p) => Math.max(0, reporting.classes.process.indexOf(p)));
  }

  fill(block) {
    const rows = block.arrivedMs.length;
    block.count = rows;
    for (let row = 0; row < rows; row++) {
      const number = this.made++;
      const place = number - this.size + (number < this.size ? 0 : this.random());
      const arrived = Math.round(place * this.gap);
      const p = number < this.size ? number % PROCESSES : Math.floor(this.random() * PROCESSES);
      block.arrivedMs[row] = arrived;
      block.number[row] = number;
      block.route[row] = this.routes[p];
      block.reportClass[row] = this.classes[p];
      block.handleMs[row] = Math.round(this.gap * AGENTS * (0.8 + 0.4 * this.random()));
      block.wrapUpMs[row] = 0;
      block.patienceMs[row] = Infinity;
      block.dueMs[row] = this.brings === 'due' ? arrived + DAY + Math.round(19 * DAY * this.random()) : Number.NaN;
      block.initial[row] = this.brings === 'initial' ? 100 + 10 * p + 50 * this.random() : Number.NaN;
      block.preferred[row] = -1;
      block.rule[row] = p;
    }
  }

  redial() {
    return null;
  }
}

/** The model of curves that items' own values only add to, which the language has no words for. */
function adding(model) {
  const {curves} = model;
  return {
    ...model,
    curves: {
      ...curves,
      additive: new Uint8Array(PROCESSES).fill(1),
      initial: Float64Array.from(curves.shared, ([first]) => first.value),
    },
    features: {...model.features, ownValues: true},
  };
}

async function main([name, sizes, turns]) {
  const {modelOf, Sliced} = await import('./simulate.mjs');
  const form = FORMS[name];
  const compiled = modelOf(filesOf(form));
  const model = form.adds ? adding(compiled) : compiled;
  const runs = sizes.split(',').map((size) => {
    const feed = new Waiting(Number(size), form, model);
    return new Sliced(model, [feed], {eventsPerMs: 2 / feed.gap});
  });
  for (const run of runs) run.slice(WARM_UP, cpuNs);
  const costs = runs.map(() => []);
  for (let turn = 0; turn < Number(turns); turn++)
    runs.forEach((run, i) => {
      costs[i].push(run.slice(EVENTS, cpuNs));
    });
  const waiting = runs.map(({simulation, recorder}) => simulation.arrivals - recorder.counts.completed - AGENTS);
  process.stdout.write(JSON.stringify({costs, waiting}));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
