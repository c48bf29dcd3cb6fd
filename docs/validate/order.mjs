import {table} from '../make/table.mjs';

/** Seconds by which instants of the log are uncertain: service is at times noted a little before the queue is left. */
const SLACK = 2;

const RULES = [
  ['first come, first served', {}],
  ['90 s for class 2', {2: 90}],
  ['90 s a class', {1: 90, 2: 180}],
];

/**
 * Which rule the bank followed, from its log alone: each time an agent took a caller who had waited while one of
 * another class waited whom he could have taken too (he took such calls that day), is it the one the rule puts first?
 */
export function orderTable(text) {
  const decisions = decisionsIn(rowsOf(text));
  const pairs = [
    ['1', '0'],
    ['2', '1'],
    ['2', '0'],
  ];
  const shares = (of) =>
    RULES.map(([, credit]) => `${((100 * of.filter((one) => isFirst(one, credit)).length) / of.length).toFixed(1)} %`);
  return table(
    ['taken in the order of the rule', 'decisions', ...RULES.map(([name]) => name)],
    [
      ...pairs.map(([high, low]) => {
        const of = decisions.filter(
          ({taken, left}) =>
            [taken, left]
              .map(({priority}) => priority)
              .sort()
              .join() === `${low},${high}`,
        );
        return [`class ${high} against class ${low}`, of.length.toLocaleString('en'), ...shares(of)];
      }),
      ['all', decisions.length.toLocaleString('en'), ...shares(decisions)],
    ],
  );
}

const isFirst = ({at, taken, left}, credit) => {
  const claim = ({arrived, priority}) => at - arrived + (credit[priority] ?? 0);
  return claim(taken) >= claim(left);
};

/** Callers who waited, in seconds since the first day, and who took them. */
function rowsOf(text) {
  const [header, ...lines] = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const column = (name) => header.indexOf(name);
  const clock = (time) => time.split(':').reduce((total, part) => 60 * total + Number(part), 0);
  return lines
    .filter((cells) => cells[column('outcome')] !== 'PHANTOM')
    .map((cells) => {
      const dayStart = 86_400 * Number(cells[column('date')]);
      const waited = Number(cells[column('q_time')]);
      const answered = cells[column('outcome')] === 'AGENT' && cells[column('ser_start')] !== '0:00:00';
      return {
        day: cells[column('date')],
        type: cells[column('type')],
        priority: cells[column('priority')],
        arrived: dayStart + clock(cells[column('q_start')]),
        waited,
        answered: answered ? dayStart + clock(cells[column('ser_start')]) : Number.NaN,
        agent: answered ? cells[column('server')] : '',
      };
    });
}

/** Of each other class that waited, the caller who had waited longest. */
function decisionsIn(rows) {
  const waiting = new Map();
  const taken = new Map();
  for (const row of rows) {
    if (row.waited > 0) waiting.set(row.day, [...(waiting.get(row.day) ?? []), row]);
    const key = `${row.day} ${row.agent}`;
    taken.set(key, (taken.get(key) ?? new Set()).add(row.type));
  }
  return rows
    .filter((row) => row.waited > 0 && row.agent !== '')
    .flatMap((row) => {
      const at = row.answered;
      const others = waiting
        .get(row.day)
        .filter(
          (other) =>
            other.priority !== row.priority &&
            other.arrived < at - SLACK &&
            other.arrived + other.waited > at + SLACK &&
            taken.get(`${row.day} ${row.agent}`).has(other.type),
        );
      const classes = new Set(others.map(({priority}) => priority));
      return [...classes].map((priority) => {
        const ofClass = others.filter((other) => other.priority === priority);
        const left = ofClass.reduce((oldest, other) => (other.arrived < oldest.arrived ? other : oldest));
        return {at, taken: row, left};
      });
    });
}
