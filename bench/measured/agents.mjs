// Cost of an event against the number of agents and of distinct skill profiles.
import {fileURLToPath} from 'node:url';
import {lineChart} from '../lineChart.mjs';
import {number, ratios, shown, spread, table, timed} from '../measuring.mjs';

/** Agents and how many kinds of them there are; the third size is what the ratios are to. */
const ALIKE = [
  [10, 10],
  [100, 100],
  [1_000, 200],
  [10_000, 200],
];
const DISTINCT = [
  [100, 100],
  [2_000, 2_000],
  [10_000, 10_000],
];
const GROUPS = {alike: ALIKE, distinct: DISTINCT};
const GOALS = [
  {part: 'alike', agents: 10_000, limit: 3},
  {part: 'distinct', agents: 2_000, limit: 10},
];

export const agents = {
  name: 'agents',
  parts: Object.keys(GROUPS),
  title: 'Cost of an event against the number of agents',
  text: `24 processes of three channels, three targets each that open 30 s apart and reach about 10, 30 and 100 % of the
skill profiles; an agent has one call, or up to three chats, or two work items; of those able the one idle longest; load
is the same at all sizes (0.7 items offered an agent), callers hang up. First with at most 200 distinct profiles, then
with agents all different. The engine with its recorder on compiled scenarios, all sizes in one process, in turns: a slice
of ${number(40_000)} arrivals and completions of each, again and again. ns of CPU an event, the opening of targets and
hanging up included in it; ratios are to 100 agents of the same turn.`,

  async measure({parts, rounds = 7, small, say}) {
    const measured = {};
    for (const part of parts) {
      const sizes = small ? GROUPS[part].slice(0, -1) : GROUPS[part];
      say(`${part}: ${sizes.length} sizes, ${rounds} turns`);
      const program = fileURLToPath(new URL('../crowd.mjs', import.meta.url));
      const words = sizes.map(([count, profiles]) => `${count}:${profiles}`).join(',');
      const {stdout} = await timed(process.execPath, [program, words, String(rounds)]);
      const {costs, profiles} = JSON.parse(stdout);
      const base = costs[sizes.findIndex(([count]) => count === 100)];
      measured[part] = sizes.map(([count], i) => ({
        agents: count,
        profiles: profiles[i],
        ns: spread(costs[i]),
        ratio: spread(ratios(costs[i], base)),
      }));
    }
    return {rounds, measured};
  },

  tables({measured}) {
    const rows = Object.values(measured).flatMap((cells) =>
      cells.map((cell) => [number(cell.agents), number(cell.profiles), shown(cell.ns), shown(cell.ratio, 2)]),
    );
    return [table(['agents', 'distinct profiles', 'ns an event', 'to 100 agents'], rows)];
  },

  goals: ({measured}) =>
    GOALS.flatMap(({part, agents: count, limit}) =>
      (measured[part] ?? [])
        .filter((cell) => cell.agents === count)
        .map(({ratio, profiles}) => ({
          goal: `${number(count)} agents of ${number(profiles)} profiles: an event, to one with 100 agents`,
          limit: `at most ${limit}`,
          value: shown(ratio, 2),
          met: ratio.median <= limit,
        })),
    ),

  charts: ({measured}, theme) => [
    {
      name: 'performance-agents',
      alt: 'ns of CPU an event against the number of agents, with 200 profiles and with agents all different',
      spec: lineChart(
        {
          title: 'Cost of an event against the number of agents',
          sizes: [10, 100, 1_000, 10_000],
          sizeTitle: 'agents',
          lines: Object.entries(measured).map(([part, cells]) => ({
            name: part === 'alike' ? 'at most 200 profiles' : 'all different',
            points: cells.map(({agents: count, ns}) => [count, ns.median]),
          })),
        },
        theme,
      ),
    },
  ],
};
