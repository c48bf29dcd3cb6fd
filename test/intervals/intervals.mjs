/**
 * Of experiments of so many replications each, the share whose interval holds the true value. `nominal`: the intervals of
 * shares, which must hold it about as often as they say. Mean waits of a few short hours are so skewed that Student's
 * interval does so less often; that of `check` takes the skewness into account.
 */
export async function covered(product, [few, many], [truthOfFew, truthOfMany], {experiments, replications}) {
  const {ratioEstimate, pairedDifference, skewedRatio} = await product('statistics/index.js');
  const part = (rows, k) => rows.slice(k * replications, (k + 1) * replications);
  const share = (what, truth, nominal, endsOf) => {
    let [held, width] = [0, 0];
    for (let k = 0; k < experiments; k++) {
      const {low, high} = endsOf(k);
      if (low <= truth && truth <= high) held++;
      width += (high - low) / 2 / experiments;
    }
    return {what, truth, halfWidth: width, nominal, covered: held / experiments};
  };
  const around = ({value, halfWidth}) => ({low: value - halfWidth, high: value + halfWidth});
  const names = {
    serviceLevel: 'service level',
    delayed: 'share delayed',
    wait: 'mean wait, s',
  };
  const rows = Object.entries(names).flatMap(([name, label]) => {
    const nominal = name !== 'wait';
    return [
      share(`${label}, 3 agents`, truthOfFew[name], nominal, (k) => around(ratioEstimate(part(few[name], k)))),
      share(`${label}, 4 agents less 3`, truthOfMany[name] - truthOfFew[name], nominal, (k) =>
        around(pairedDifference(part(many[name], k), part(few[name], k))),
      ),
    ];
  });
  const skewed = share('mean wait, s, 3 agents, as check has it', truthOfFew.wait, false, (k) =>
    skewedRatio(part(few.wait, k), 0.95),
  );
  return [...rows, skewed];
}
