import {table} from '../make/table.mjs';

const seconds = (value) => (value === null ? '–' : `${value.toFixed(1)} s`);
const percent = (value) => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);
const count = (value) => value.toLocaleString('en');
/** Simulated beside recorded. */
const pair = (format, simulated, recorded) => `${format(simulated)} / ${format(recorded)}`;
const PAIR = 'simulated / recorded';

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** Pearson's, of intervals (hours or days) in which both say something. */
function correlation(rows) {
  const mean = (of) => sum(rows.map(of)) / rows.length;
  const [x, y] = [mean(({recorded}) => recorded), mean(({simulated}) => simulated)];
  const products = (f, g) => sum(rows.map((row) => f(row) * g(row)));
  const dx = ({recorded}) => recorded - x;
  const dy = ({simulated}) => simulated - y;
  return products(dx, dy) / Math.sqrt(products(dx, dx) * products(dy, dy));
}

/** Mean waits of hours with at least `least` contacts. */
const hours = ({recorded}, least = 10) =>
  recorded.byInterval
    .filter(({recordedOffered, recordedMeanWaitSeconds: wait}) => recordedOffered >= least && wait !== null)
    .map((row) => ({
      start: row.start,
      offered: row.recordedOffered,
      recorded: row.recordedMeanWaitSeconds,
      simulated: row.simulatedMeanWaitSeconds,
    }));

function days(results) {
  const found = new Map();
  for (const row of hours(results, 1)) {
    const date = row.start.slice(0, 10);
    const day = found.get(date) ?? {date, offered: 0, recorded: 0, simulated: 0};
    day.offered += row.offered;
    day.recorded += row.offered * row.recorded;
    day.simulated += row.offered * row.simulated;
    found.set(date, day);
  }
  return [...found.values()].map((day) => ({
    ...day,
    recorded: day.recorded / day.offered,
    simulated: day.simulated / day.offered,
  }));
}

/** `runs`: what each is called, and its summary. */
export const totals = (runs) =>
  table(
    [PAIR, 'contacts', 'mean wait', 'median', '90 %', 'within 20 s', 'abandoned', 'correlation by hour', 'by day'],
    runs.map(([name, results]) => {
      const [{offered, simulated, recorded}] = results.recorded.rows;
      const quantile = (i) => pair(seconds, simulated.waitQuantilesSeconds[i], recorded.waitQuantilesSeconds[i]);
      return [
        name,
        count(offered),
        pair(seconds, simulated.meanWaitSeconds, recorded.meanWaitSeconds),
        quantile(0),
        quantile(1),
        pair(percent, simulated.within, recorded.within),
        pair(percent, simulated.abandonment, recorded.abandonment),
        correlation(hours(results)).toFixed(3),
        correlation(days(results)).toFixed(3),
      ];
    }),
  );

const processes = ({recorded}, least) =>
  recorded.rows.filter(({scope, offered}) => scope.startsWith('process ') && offered >= least);
const nameOf = (scope) => scope.replace('process ', '');

/** Every process of enough contacts; of several `runs` the mean wait and the abandonment of each. */
export function byProcess(results, least, runs) {
  const rows = processes(results, least);
  if (!runs)
    return table(
      [PAIR, 'contacts', 'mean wait', 'within 20 s', 'abandoned'],
      rows.map(({scope, offered, simulated, recorded}) => [
        nameOf(scope),
        count(offered),
        pair(seconds, simulated.meanWaitSeconds, recorded.meanWaitSeconds),
        pair(percent, simulated.within, recorded.within),
        pair(percent, simulated.abandonment, recorded.abandonment),
      ]),
    );
  const figures = [
    ['wait', seconds, (of) => of.meanWaitSeconds],
    ['abandoned', percent, (of) => of.abandonment],
  ];
  return table(
    ['type', 'contacts', ...figures.flatMap(([what]) => [`${what}, recorded`, ...runs.map(([name]) => name)])],
    rows.map(({scope, offered, recorded}) => [
      nameOf(scope),
      count(offered),
      ...figures.flatMap(([, format, figure]) => [
        format(figure(recorded)),
        ...runs.map(([, run]) => format(figure(run.recorded.rows.find((row) => row.scope === scope).simulated))),
      ]),
    ]),
  );
}

/** By hour of the day. */
export const byHour = (results) =>
  table(
    [PAIR, 'contacts', 'mean wait', 'within 20 s', 'abandoned'],
    results.recorded.byHourOfDay.map((row) => {
      const at = `T${String(row.hour).padStart(2, '0')}`;
      const offered = sum(
        results.recorded.byInterval.filter(({start}) => start.includes(at)).map((one) => one.recordedOffered),
      );
      return [
        `${at.slice(1)}:00`,
        count(offered),
        pair(seconds, row.simulatedMeanWaitSeconds, row.recordedMeanWaitSeconds),
        pair(percent, row.simulatedWithin, row.recordedWithin),
        pair(percent, row.simulatedAbandonment, row.recordedAbandonment),
      ];
    }),
  );

export const byDay = (results) =>
  table(
    ['day', 'contacts', `mean wait, ${PAIR}`],
    days(results).map(({date, offered, simulated, recorded}) => [
      date,
      count(offered),
      pair(seconds, simulated, recorded),
    ]),
  );
