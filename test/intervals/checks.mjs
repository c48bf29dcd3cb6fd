const CHECKS = 1000;

/**
 * Checks of what lies exactly at the limit, each over replications drawn from a pool: the pool's own ratio is then what
 * is true. Whatever they decide is wrong of a goal a hair on the other side; undecided is right.
 */
export async function checksAtTheLimit(product, [few, many]) {
  const [{judge}, {intervalOf, intervalOfDifference}, {looksOf}, {streamOf}] = await Promise.all([
    product('experiment/check/judge.js'),
    product('experiment/check/interval.js'),
    product('statistics/index.js'),
    product('random/streams.js'),
  ]);
  const ratioOf = (rows) => {
    const [above, below] = rows.reduce(([a, b], [n, d]) => [a + n, b + d], [0, 0]);
    return above / below;
  };
  const measure = (rest) => ({unit: 'ratio', params: {}, scope: {}, onDays: false, goals: [0], ...rest});
  const run = async (what, size, limit, kind, intervalAt) => {
    const counts = {kept: 0, broken: 0, undecided: 0};
    let replications = 0;
    for (let k = 0; k < CHECKS; k++) {
      const stream = streamOf(what, k);
      const drawn = [];
      const runTo = async (n) => {
        while (drawn.length < n) drawn.push(Math.floor(size * stream()));
        return 'there';
      };
      const claim = {kind, measure: measure({}), limit, looks: looksOf(20, 320)};
      const evidence = (_, n, confidence) => ({
        interval: intervalAt(drawn.slice(0, n), confidence),
        count: 0,
        beside: null,
      });
      const [judged] = await judge([claim], 0.95, runTo, evidence);
      counts[judged.verdict]++;
      replications += judged.replications / CHECKS;
    }
    return {what, checks: CHECKS, ...counts, wrong: (counts.kept + counts.broken) / CHECKS, replications};
  };
  const goal = (what, pool, kind, rest = {}) =>
    run(what, pool.length, {kind, value: ratioOf(pool)}, 'goal', (drawn, confidence) =>
      intervalOf(
        measure(rest),
        drawn.map((at) => pool[at]),
        confidence,
        null,
      ),
    );
  const days = daysOf(streamOf('days'), 20_000);
  return [
    await goal('service level', few.serviceLevel, 'atLeast'),
    await goal('mean wait', few.wait, 'atMost', {unit: 'seconds'}),
    await goal('share of days, 98 % of 5 a replication', days, 'atLeast', {onDays: true}),
    await run(
      'service level beside a baseline',
      few.serviceLevel.length,
      {kind: 'atLeast', value: ratioOf(many.serviceLevel) - ratioOf(few.serviceLevel)},
      'baseline',
      (drawn, confidence) =>
        intervalOfDifference(
          drawn.map((at) => many.serviceLevel[at]),
          drawn.map((at) => few.serviceLevel[at]),
          confidence,
        ),
    ),
  ];
}

/** Days met of 5 a replication, each with probability 98 %. */
function daysOf(stream, count) {
  return Array.from({length: count}, () => [Array.from({length: 5}, stream).filter((draw) => draw < 0.98).length, 5]);
}
