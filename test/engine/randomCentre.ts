/** Random small centres on a coarse grid of time, so that ties abound and every rule meets every other. */
import type {OwnValues} from '../../src/model/curves.ts';
import type {AgentCriterion} from '../../src/model/selection.ts';
import type {CapacitySpec} from '../../src/routing/capacity/spec.ts';
import type {AgentDuty, CentreSpec, GroupSpec, ItemSpec, ProcessSpec, RouteSpec, SourceSpec, Wish} from './centre.ts';
import {Dice} from './dice.ts';
import {dueCurve, randomCurve, randomPriority} from './randomCurves.ts';
import {type Around, printedAs, randomLives, randomOpened} from './randomLives.ts';
import {randomMilestones} from './randomMilestones.ts';

const RULES: readonly (readonly AgentCriterion[])[] = [
  ['longest-idle'],
  ['longest-idle'],
  ['least-active', 'longest-idle'],
  ['most-available', 'longest-idle'],
  ['least-active'],
  ['best-skilled', 'longest-idle'],
  ['longest-idle', 'most-available'],
  ['least-occupied', 'longest-idle'],
  ['best-skilled', 'least-occupied'],
  ['random'],
  ['least-active', 'random'],
];

/** The centre of a seed; `items`: a source has so many at least, and up to three times as many. */
export function randomCentre(seed: number, items = 20): CentreSpec {
  const dice = new Dice(seed);
  const grid = dice.chance(0.5) ? 1024 : 64;
  const channels = Array.from({length: 1 + dice.int(3)}, (_, i) => `c${i}`);
  const profiles = 1 + dice.int(4);
  const capacity = dice.chance(0.2) ? undefined : randomCapacity(dice, channels);
  const own = dice.chance(0.4);
  const lives = dice.chance(0.4);
  const processes = Array.from({length: 1 + dice.int(3)}, () => ({
    ...randomProcess(dice, own),
    ...(lives && dice.chance(0.8) ? {confirmMs: dice.int(10) * 512} : {}),
  }));
  const usesPreferred = dice.chance(0.4);
  const commands = lives && dice.chance(0.3);
  const activates = lives && dice.chance(0.3);
  const skills = Array.from({length: profiles}, () => ({a: dice.int(4), b: dice.int(3)}));
  const routes = Array.from({length: 1 + dice.int(4)}, () =>
    randomRoute(dice, processes.length, channels.length, profiles, usesPreferred),
  );
  const ordinary = 1 + dice.int(2);
  const opened = lives && dice.chance(0.4) ? Array.from({length: 1 + dice.int(2)}, (_, i) => ordinary + i) : [];
  // What is opened comes on top.
  const least = opened.length > 0 ? Math.ceil(items / 3) : items;
  const routesOf = processes.map((_, process) =>
    [...routes.keys()].filter((route) => routes[route].process === process),
  );
  const later = new Dice(seed + 7e8);
  const loyal = lives && later.chance(0.15);
  const around: Around = {
    loyal,
    later,
    grid,
    processes: processes.length,
    routes: routes.length,
    routesOf,
    opened,
    own,
  };
  const life = lives ? randomLives(dice, around) : null;
  const groups = Array.from({length: profiles}, (_, profile) => randomGroup(dice, profile, capacity?.length ?? 1));
  const agents = groups.reduce((sum, group) => sum + (group.count ?? 1), 0);
  const horizon = dice.chance(0.3) ? {untilMs: 40 * 1024, drains: dice.chance(0.5)} : {};
  const last = dice.chance(0.15) ? {arrivals: 10 + dice.int(30), drains: dice.chance(0.5)} : {};
  // Dice of their own: what came before stays what it was.
  const expires = (5 + later.int(30)) * 1024;
  const milestones = new Dice(seed + 5e8);
  const reached = [...routesOf.keys()].filter((process) => routesOf[process].length > 0);
  return {
    channels,
    ...(lives && milestones.chance(0.4) ? {milestones: randomMilestones(milestones, processes.length, reached)} : {}),
    ...(capacity ? {capacity} : {}),
    clocks: [
      [
        [-30 * 1024, -10 * 1024],
        [0, 20 * 1024],
        [30 * 1024, 50 * 1024],
        [80 * 1024, 1e9],
      ],
      [[-1e9, expires]],
    ],
    processes: processes.map((process) =>
      process.openClock === undefined && later.chance(0.05) ? {...process, openClock: 2, rejects: true} : process,
    ),
    routes,
    groups,
    skills,
    ...(dice.chance(0.2) ? {speeds: Array.from({length: profiles}, () => dice.one([0.5, 1, 2, 1.25]))} : {}),
    sources: [
      ...Array.from({length: ordinary}, () =>
        withCommands(
          commands,
          dice,
          randomSource(dice, grid, routes, agents, own, usesPreferred, least, activates ? later : null),
        ),
      ),
      ...opened.map(() => ({items: [], concurrent: dice.chance(0.5), opened: randomOpened(dice, around)})),
    ].map((source, s) => ({...source, ...(life ? {life: life(s)} : {}), ...(later.chance(0.5) ? {stops: true} : {})})),
    ...(dice.chance(loyal ? 0.9 : 0.4)
      ? {duty: goingHome(loyal, dutyOfGroups(dice, groups, profiles, capacity?.length ?? 1))}
      : {}),
    ...horizon,
    ...last,
    ...(dice.chance(0.2) ? {measureAtMs: [5 * 1024, 20 * 1024]} : {}),
  };
}

function randomCapacity(dice: Dice, channels: readonly string[]): CapacitySpec[] {
  const afterHold = dice.one(['agents', 'items'] as const);
  const holds = dice.chance(0.35) ? [dice.one(channels)] : [];
  const interrupts = dice.chance(0.3);
  return Array.from({length: 1 + dice.int(2)}, (_, index) => ({
    name: `rule ${index}`,
    channels: Object.fromEntries(
      channels.map((channel, c) => [
        channel,
        {
          max: 1 + dice.int(3),
          notWhile: dice.chance(0.3) ? [{[dice.one(channels)]: 1 + dice.int(2)}] : [],
          interruptedBy: interrupts && c > 0 && dice.chance(0.6) ? [channels[dice.int(c)]] : [],
        },
      ]),
    ),
    units: dice.chance(0.5)
      ? {total: 6, weights: Object.fromEntries(channels.map((channel) => [channel, dice.one([1, 2, 3, 6])]))}
      : null,
    holdBackFor: dice.chance(0.8) ? holds : [],
    afterHold,
  }));
}

function randomProcess(dice: Dice, own: boolean): ProcessSpec {
  const curve = randomCurve(dice);
  const sla = dice.chance(0.6) ? (1 + dice.int(30)) * 1024 : undefined;
  const form = dice.int(3);
  if (dice.chance(0.5)) {
    const written = randomPriority(dice);
    return {
      written,
      ...(written.fixed === undefined && dice.chance(0.3) ? {bounds: {from: dice.int(10), to: 20 + dice.int(20)}} : {}),
      ...(sla === undefined ? {} : {slaMs: sla}),
      ...(dice.chance(0.3) ? {clock: 1} : {}),
    };
  }
  return {
    curve,
    ...(sla === undefined ? {} : {slaMs: sla}),
    ...(dice.chance(0.3) ? {clock: 1} : {}),
    ...(dice.chance(0.15) ? {openClock: 1, rejects: dice.chance(0.7)} : {}),
    ...(own && dice.chance(0.7)
      ? {
          own: printedAs(`dueCurve from ${curve[0].value} by ${sla ?? 8192} in form ${form}`, (values: OwnValues) =>
            dueCurve(values, curve[0].value, sla ?? 8192, form),
          ),
        }
      : {}),
  };
}

function randomRoute(dice: Dice, processes: number, channels: number, profiles: number, preferred: boolean): RouteSpec {
  let ms = 0;
  const shares = dice.chance(0.3);
  return {
    process: dice.int(processes),
    channel: dice.int(channels),
    ...(dice.chance(0.25) ? {creditMs: dice.int(6) * 1024} : {}),
    targets: Array.from({length: 1 + dice.int(3)}, (_, stage) => {
      if (stage > 0) ms += dice.int(5) * 1024;
      const wants = dice.chance(0.4) ? {wants: randomWishes(dice)} : {};
      return {profiles: dice.some(profiles), ...wants, ms: shares ? 0 : ms, share: shares ? stage * 0.25 : 0};
    }),
    inner: dice.chance(0.5),
    restarts: dice.chance(0.3),
    restartsAfter: dice.chance(0.3),
    ...(preferred && dice.chance(0.7)
      ? {preferred: {ms: dice.int(4) * 1024, share: dice.one([0, 0, 0.1]), skip: dice.chance(0.5)}}
      : {}),
    rule: dice.one(RULES),
    levels: Array.from({length: 3}, () => Array.from({length: profiles}, () => dice.int(3))),
  };
}

function randomWishes(dice: Dice): Wish[][] {
  return Array.from({length: 1 + dice.int(2)}, () =>
    Array.from({length: 1 + dice.int(2)}, () => [
      dice.one(['a', 'b']),
      dice.one(['>', '>=', '>=', '<', '='] as const),
      dice.int(3),
    ]),
  );
}

function randomGroup(dice: Dice, profile: number, rules: number): GroupSpec {
  const share = dice.one([0, 0.3, 0.6]);
  const salt = dice.int(1000);
  const rings = {
    ringMs: dice.int(4) * 512,
    missed: printedAs(
      `a share of ${share}, salt ${salt}`,
      (source: number, number: number, offer: number, agent: number) =>
        new Dice(salt + source * 7919 + (number % 997) * 104729 + offer * 1299709 + agent * 15485863).chance(share),
    ),
    missedAfterMs: 512 + dice.int(4) * 512,
    notReadyMs: dice.int(4) * 1024,
    takesOthers: dice.chance(0.5),
  };
  return {profile, count: 1 + dice.int(2), capacity: dice.int(rules), ...(dice.chance(0.3) ? {offers: rings} : {})};
}

function withCommands(has: boolean, dice: Dice, source: SourceSpec): SourceSpec {
  if (!has) return source;
  const commands = Array.from({length: 10 + dice.int(30)}, () => ({
    at: dice.int(80) * 512,
    number: dice.int(source.items.length),
    what: dice.one(['hold', 'hold', 'resume', 'cancel', 'restart', 'update'] as const),
  }));
  return {...source, commands: commands.sort((a, b) => a.at - b.at)};
}

function randomSource(
  dice: Dice,
  grid: number,
  routes: readonly RouteSpec[],
  agents: number,
  own: boolean,
  preferred: boolean,
  least: number,
  activates: Dice | null,
): SourceSpec {
  const backlog = dice.chance(0.2);
  let at = backlog ? -20 * 1024 : 0;
  const redials = dice.chance(0.25);
  const salt = dice.int(1000);
  const wraps = dice.chance(0.4);
  const items = Array.from({length: least + dice.int(2 * least)}, (): ItemSpec => {
    at += dice.int(dice.chance(0.2) ? 6 : 2) * grid;
    return {
      at,
      route: dice.int(routes.length),
      handle: (1 + dice.int(12)) * grid,
      ...(wraps && dice.chance(0.6) ? {wrapUp: dice.int(5) * grid} : {}),
      ...(dice.chance(0.4) ? {patience: dice.int(30) * grid + (at < 0 ? 20 * 1024 : 0)} : {}),
      ...(own && dice.chance(0.5) ? {due: at + (dice.int(40) - 5) * 1024} : {}),
      ...(own && dice.chance(0.4) ? {initial: dice.int(20)} : {}),
      ...(preferred && dice.chance(0.5) ? {preferred: dice.int(agents)} : {}),
      ...(activates && dice.chance(0.3) ? {active: activates.chance(0.1) ? -Infinity : at + dice.int(20) * 1024} : {}),
    };
  });
  return {
    items,
    concurrent: dice.chance(0.5),
    slowdown: dice.one([0, 0.25, 0.5]),
    ...(redials
      ? {
          redial: {
            atMost: 1 + dice.int(2),
            draw: printedAs(`grid ${grid}, salt ${salt}`, (number: number, attempt: number) => {
              const own = new Dice(salt + number * 31 + attempt * 977);
              if (own.chance(0.3)) return null;
              return {
                afterMs: own.int(8) * grid,
                handleMs: (1 + own.int(12)) * grid,
                wrapUpMs: own.int(2) * grid,
                patienceMs: own.int(20) * grid,
              };
            }),
          },
        }
      : {}),
  };
}

/** All but one go home for good after their first spell. */
function goingHome(they: boolean, duty: AgentDuty[]): AgentDuty[] {
  if (!they) return duty;
  return duty.map((of, agent) =>
    agent === 0 ? {spells: [{from: 0, to: Infinity}]} : {...of, spells: of.spells.slice(0, 1)},
  );
}

function dutyOfGroups(dice: Dice, groups: readonly GroupSpec[], profiles: number, rules: number): AgentDuty[] {
  return groups.flatMap((group) =>
    Array.from({length: group.count ?? 1}, () => randomDuty(dice, group.profile ?? 0, rules === 1 ? profiles : 0)),
  );
}

/** `profiles`: those a spell may bring, 0 where profiles of other groups have other capacity rules. */
function randomDuty(dice: Dice, profile: number, profiles: number): AgentDuty {
  let at = dice.chance(0.7) ? -1024 : dice.int(10) * 1024;
  const spells = Array.from({length: dice.int(5)}, () => {
    const from = at;
    const to = from + (4 + dice.int(20)) * 1024;
    at = to + (dice.chance(0.4) ? 0 : dice.int(10) * 1024);
    return {from, to, profile: profiles > 0 && dice.chance(0.3) ? dice.int(profiles) : profile};
  });
  const rests = spells.flatMap(({from, to}) => {
    const length = (to - from) / 1024;
    const start = from + dice.int(length) * 1024;
    if (dice.chance(0.4)) return [];
    const first = {from: start, to: Math.min(to, start + (1 + dice.int(4)) * 1024), onTime: dice.chance(0.5)};
    const second = {from: first.to + 1024, to: first.to + 2048, onTime: dice.chance(0.5)};
    return second.to <= to && dice.chance(0.5) ? [first, second] : [first];
  });
  return {spells, rests};
}
