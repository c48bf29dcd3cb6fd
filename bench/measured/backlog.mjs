// Cost of an event while so many work items wait.
import {fileURLToPath} from 'node:url';
import {lineChart} from '../lineChart.mjs';
import {number, ratios, shown, spread, table, timed} from '../measuring.mjs';
import {FORMS} from '../waiting.mjs';

const SIZES = [100, 1_000, 10_000, 100_000, 1_000_000];
const BASE = 1_000;
const CLASSES = {
  common: {goal: 'curves common to a process', limit: 1.5},
  own: {goal: 'values of the items’ own, or dips', limit: 3},
  due: {goal: 'due dates of their own', limit: 4},
};

export const backlog = {
  name: 'backlog',
  parts: Object.keys(FORMS),
  title: 'Cost of an event against the backlog',
  text: `Work items of 8 processes wait, up to ten days old, their priorities growing by the curve named; 50 agents are
always busy, so that every completion has the best of all that wait chosen, and every arrival waits: half of the events
are arrivals, half completions. Arrivals are evenly spaced and handle times vary by a fifth, so that the backlog stays
what it is. The engine with its recorder on compiled scenarios, all sizes of a form in one process, in turns: a slice of
${number(40_000)} events of each, again and again. ns of CPU an event; ratios to 1,000 waiting are of slices of the same
turn. (Own initial values on a curve with dips the language does not have: its compiled model is given them.)`,

  async measure({parts, rounds = 7, small, say}) {
    const sizes = small ? SIZES.slice(0, 4) : SIZES;
    const forms = {};
    for (const form of parts) {
      say(`${form}: ${sizes.length} sizes, ${rounds} turns`);
      const program = fileURLToPath(new URL('../waiting.mjs', import.meta.url));
      const {stdout} = await timed(process.execPath, [program, form, sizes.join(','), String(rounds)]);
      const {costs, waiting} = JSON.parse(stdout);
      const base = costs[sizes.indexOf(BASE)];
      forms[form] = sizes.map((size, i) => ({
        size,
        waiting: waiting[i],
        ns: spread(costs[i]),
        ratio: spread(ratios(costs[i], base)),
      }));
    }
    return {rounds, forms};
  },

  tables({forms}) {
    const sizes = Object.values(forms)[0].map(({size}) => size);
    const heads = ['curve', ...sizes.map((size) => number(size)), `${number(sizes.at(-1))} ÷ ${number(BASE)}`];
    const rows = Object.entries(forms).map(([form, cells]) => [
      FORMS[form].text,
      ...cells.map(({ns}) => number(ns.median)),
      shown(cells.at(-1).ratio, 2),
    ]);
    return [table(heads, rows)];
  },

  goals({forms}) {
    return Object.entries(forms).map(([form, cells]) => {
      const {size, ratio} = cells.at(-1);
      const {goal, limit} = CLASSES[FORMS[form].class];
      return {
        goal: `${FORMS[form].text} (${goal}): an event with ${number(size)} waiting, to one with ${number(BASE)}`,
        limit: `at most ${limit}`,
        value: shown(ratio, 2),
        met: ratio.median <= limit,
      };
    });
  },

  charts: ({forms}, theme) => [
    {
      name: 'performance-backlog',
      alt: 'ns of CPU an event against the number of waiting items, a line a form of curve',
      spec: lineChart(
        {
          title: 'Cost of an event against the backlog',
          sizes: SIZES,
          sizeTitle: 'items waiting',
          lines: Object.entries(forms).map(([form, cells]) => ({
            name: FORMS[form].text,
            points: cells.map(({size, ns}) => [size, ns.median]),
          })),
        },
        theme,
      ),
    },
  ],
};
