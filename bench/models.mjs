// The three canonical workloads as compiled models with feeds of their own, for measuring the engine apart from the
// reading of scenarios and the drawing of named streams. Draws are those of the ceiling programs: xoshiro128++.
import {readFileSync} from 'node:fs';

/** xoshiro128++ (Blackman and Vigna), its state in a typed array. */
class Stream {
  constructor(seed) {
    this.state = new Int32Array(4);
    let x = seed >>> 0;
    for (let i = 0; i < 4; i++) {
      x = (x + 0x9e3779b9) | 0;
      let z = x;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      this.state[i] = z ^ (z >>> 16);
    }
  }
  next() {
    const s = this.state;
    const a = s[0];
    const b = s[1];
    let c = s[2];
    let d = s[3];
    let r = (a + d) | 0;
    r = (((r << 7) | (r >>> 25)) + a) | 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    s[1] = b ^ c;
    s[0] = a ^ d;
    s[2] = c ^ t;
    s[3] = (d << 11) | (d >>> 21);
    return ((r >>> 0) + 0.5) * 2.3283064365386963e-10;
  }
  exponential(mean) {
    return -mean * Math.log(this.next());
  }
}

/** Items of classes in shares, arriving at the instants `gap` gives from the last one on. */
class Arrivals {
  constructor(seed, classes, nextArrival) {
    this.gaps = new Stream(seed * 1000 + 1);
    this.draws = new Stream(seed * 1000 + 2);
    this.classes = classes;
    this.nextArrival = nextArrival;
    this.at = -0; // a double from the start
    this.number = 0;
  }
  fill(block) {
    const rows = block.arrivedMs.length;
    block.count = rows;
    for (let row = 0; row < rows; row++) {
      this.at = this.nextArrival(this.at, this.gaps);
      let k = 0;
      if (this.classes.length > 1) {
        for (let x = this.draws.next(); k < this.classes.length - 1 && x >= this.classes[k].share; k++) {
          x -= this.classes[k].share;
        }
      }
      const of = this.classes[k];
      block.arrivedMs[row] = this.at;
      block.number[row] = this.number++;
      block.route[row] = of.route;
      block.reportClass[row] = of.route;
      block.handleMs[row] = Math.floor(this.draws.exponential(of.handleMs) + 0.5);
      block.wrapUpMs[row] = 0;
      block.patienceMs[row] = of.patienceMs > 0 ? Math.floor(this.draws.exponential(of.patienceMs) + 0.5) : Infinity;
      block.dueMs[row] = Number.NaN;
      block.initial[row] = of.initial
        ? of.initial[0] + (of.initial[1] - of.initial[0]) * this.draws.next()
        : Number.NaN;
      block.preferred[row] = -1;
      block.rule[row] = 0;
    }
  }
  redial() {
    return null;
  }
}

const poisson = (meanGapMs) => (at, gaps) => at + Math.floor(gaps.exponential(meanGapMs) + 0.5);

/** Rates per ms, one an interval, repeated for ever: by inversion of the cumulated rate. */
const piecewise = (rates, widthMs) => (from, gaps) => {
  let at = from;
  for (let e = gaps.exponential(1); ; ) {
    const i = Math.floor(at / widthMs);
    const rate = rates[i % rates.length];
    const end = (i + 1) * widthMs;
    if (rate > 0) {
      if (at + e / rate < end) return Math.floor(at + e / rate + 0.5);
      e -= rate * (end - at);
    }
    at = end;
  }
};

const flat = (value) => [{fromMs: 0, value, slopePerMs: 0, periodMs: 0}];
const glide = (value, perMs) => [{fromMs: 0, value, slopePerMs: perMs, periodMs: 0}];

/** A model from a few lists: routes are one process each. */
function model({arrivals, channels, routes, capacity, groups, rules, sources}) {
  const profileCount = groups.length;
  const maxStages = Math.max(...routes.map((route) => route.stages.length));
  const union = new Int32Array(routes.length * maxStages);
  const own = new Int32Array(routes.length * maxStages);
  const opensMs = new Float64Array(routes.length * maxStages);
  routes.forEach((route, r) => {
    route.stages.forEach((stage, s) => {
      opensMs[r * maxStages + s] = stage.ms;
      for (const profile of stage.profiles) {
        own[r * maxStages + s] |= 1 << profile;
        for (let later = s; later < route.stages.length; later++) union[r * maxStages + later] |= 1 << profile;
      }
    });
  });
  const agents = groups.flatMap((count, group) => new Array(count).fill(group));
  const perRoute = (value) => Int32Array.from(routes, value);
  const names = (count, kind) => Array.from({length: count}, (_, i) => `${kind} ${i}`);
  return {
    horizon: {
      untilMs: Infinity,
      arrivals,
      warmUpMs: 0,
      coolDownMs: 0,
      drains: true,
      measureAtMs: new Float64Array(0),
    },
    clocks: [{open: null}],
    channelCount: channels.length,
    sources: {
      count: sources,
      channel: new Int32Array(sources),
      slowdown: new Float64Array(sources),
      concurrent: new Uint8Array(sources),
      redialShare: new Float64Array(sources),
      redialAtMost: new Int32Array(sources),
    },
    processes: {
      count: routes.length,
      clock: new Int32Array(routes.length),
      slaMs: new Float64Array(routes.length).fill(Number.NaN),
      answerWithinMs: Float64Array.from(routes, (route) => route.withinMs),
      openClock: new Int32Array(routes.length),
      rejectsWhenClosed: new Uint8Array(routes.length),
    },
    routes: {
      count: routes.length,
      process: perRoute((_, r) => r),
      channel: perRoute((route) => route.channel),
      creditMs: new Float64Array(routes.length),
    },
    curves: {
      shared: routes.map((route) => route.curve),
      additive: new Uint8Array(routes.length).fill(1),
      initial: Float64Array.from(routes, (route) => route.curve[0].value),
      ownCurve: () => {
        throw new Error('no item brings a curve');
      },
    },
    eligibility: {
      profileCount,
      words: 1,
      maxStages,
      stageCount: perRoute((route) => route.stages.length),
      opensShare: new Float64Array(routes.length * maxStages),
      opensMs,
      own,
      union,
      prefersInner: new Uint8Array(routes.length),
      restarts: new Uint8Array(routes.length),
      preferredShare: new Float64Array(routes.length),
      preferredMs: new Float64Array(routes.length),
      skipsAway: new Uint8Array(routes.length),
      usesPreferred: new Uint8Array(routes.length),
    },
    capacity,
    selection: {rules: [rules], ruleOf: new Int32Array(routes.length), skillLevel: new Float64Array(0)},
    roster: {
      agentCount: agents.length,
      groupCount: groups.length,
      group: Int32Array.from(agents),
      numberInGroup: new Int32Array(agents.length),
      capacityRule: new Int32Array(agents.length),
      profile: Int32Array.from(agents),
      profileSpeed: new Float64Array(profileCount).fill(1),
      offers: groups.map(() => ({rings: false, noAnswerShare: 0, ringForMs: 0, notReadyMs: 0, takesOthers: false})),
      costPerHour: new Float64Array(groups.length).fill(Number.NaN),
    },
    reporting: {
      intervalMs: 1_800_000,
      dayStartsMs: new Float64Array(1),
      dayNames: ['2026-01-01'],
      classes: {
        count: routes.length,
        source: routes.map(() => 0),
        channel: routes.map((route) => route.channel),
        process: routes.map((_, r) => r),
        attributes: routes.map(() => ({})),
      },
    },
    names: {
      sources: names(sources, 'source'),
      channels,
      processes: names(routes.length, 'process'),
      groups: names(groups.length, 'group'),
      agents: names(agents.length, 'agent'),
      skills: [],
      reasons: [],
      targets: routes.map((route) => route.stages.map((_, s) => `target ${s}`)),
      rules: ['otherwise'],
    },
    features: {
      preferred: false,
      ringing: false,
      retiming: false,
      holdBack: capacity.heldFor.some((mask) => mask !== 0),
      ownValues: routes.some((route) => route.ownInitial),
      duty: false,
      redial: false,
    },
  };
}

const spec = (name) =>
  JSON.parse(readFileSync(new URL(`../../shared/benchmark/spec/${name}.json`, import.meta.url), 'utf8'));

/** One queue, 100 agents, abandonment. */
export function w1(arrivals, seed, {compileCapacity, ONE_AT_A_TIME}) {
  const withRoutes = [{channel: 0, curve: flat(0), stages: [{ms: 0, profiles: [0]}], withinMs: 20e3}];
  const classes = [{route: 0, share: 1, handleMs: 240e3, patienceMs: 120e3}];
  return {
    model: model({
      arrivals,
      channels: ['voice'],
      routes: withRoutes,
      capacity: compileCapacity([ONE_AT_A_TIME], ['voice']),
      groups: [100],
      rules: ['longest-idle'],
      sources: 1,
    }),
    feeds: [new Arrivals(seed, classes, poisson(240e3 / 95))],
  };
}

/** Twelve call types, twenty skill groups, priorities, timed overflow. */
export function w2(arrivals, seed, {compileCapacity, ONE_AT_A_TIME}) {
  const S = spec('w2');
  const types = Array.from({length: S.T}, (_, t) => t);
  const routes = types.map((t) => ({
    channel: 0,
    curve: flat(4 - S.priority[t]),
    withinMs: 20e3,
    stages: [0, 30, 60].map((delay) => ({
      ms: delay * 1000,
      profiles: S.delay.flatMap((row, group) => (row[t] === delay ? [group] : [])),
    })),
  }));
  return {
    model: model({
      arrivals,
      channels: ['voice'],
      routes,
      capacity: compileCapacity([ONE_AT_A_TIME], ['voice']),
      groups: new Array(S.G).fill(S.agentsPerGroup),
      rules: ['longest-idle'],
      sources: S.T,
    }),
    feeds: types.map((t) => {
      const of = [{route: t, share: 1, handleMs: S.aht[t] * 1000, patienceMs: S.patience[t] * 1000}];
      return new Arrivals(seed * 100 + t, of, poisson(1000 / S.lambda_[t]));
    }),
  };
}

/** Calls, chats and ageing work items blended on shared capacity, held back for calls. */
export function w3(arrivals, seed, {compileCapacity}) {
  const S = spec('w3');
  const channels = ['call', 'chat', 'work'];
  const channelOf = [0, 1, 2, 2, 2];
  const withinS = [20, 60, 3600, 3600, 3600];
  const blended = {
    name: 'units',
    channels: Object.fromEntries(
      channels.map((channel, c) => [channel, {max: [1, 3, 2][c], notWhile: [], interruptedBy: []}]),
    ),
    units: {total: 6, weights: {call: 6, chat: 2, work: 3}},
    holdBackFor: ['call'],
    afterHold: 'agents',
  };
  const routes = S.types.map((type, i) => ({
    channel: channelOf[i],
    curve: glide(i < 2 ? type.baseLo : 0, type.growth / 1000),
    withinMs: withinS[i] * 1000,
    ownInitial: i >= 2,
    stages: [{ms: 0, profiles: [0, 1, 2].filter((group) => type.groups[group])}],
  }));
  const classes = S.types.map((type, i) => ({
    route: i,
    share: type.share,
    handleMs: type.aht * 1000,
    patienceMs: type.pat * 1000,
    initial: i >= 2 ? [type.baseLo, type.baseHi] : null,
  }));
  const rates = S.ratePerSecHalfHour.map((rate) => rate / 1000);
  return {
    model: model({
      arrivals,
      channels,
      routes,
      capacity: compileCapacity([blended], channels),
      groups: S.agents,
      rules: ['most-available', 'longest-idle'],
      sources: 1,
    }),
    feeds: [new Arrivals(seed, classes, piecewise(rates, 1_800_000))],
  };
}

/** Presence where everybody is always there: no rows. */
export const NO_DUTY = {
  duty: {first: new Int32Array(1), fromMs: new Float64Array(0), toMs: new Float64Array(0), profile: new Int32Array(0)},
  rests: {
    first: new Int32Array(1),
    fromMs: new Float64Array(0),
    toMs: new Float64Array(0),
    reason: new Int32Array(0),
    endsOnTime: new Uint8Array(0),
  },
  paidMs: new Float64Array(0),
};
