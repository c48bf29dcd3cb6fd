/** Observations, perhaps seen only in part: how long something took, or that it took at least so long. In one unit. */
export interface Observations {
  readonly values: readonly number[];
  /** False where only "at least `value`" is known. Absent: all were seen whole. */
  readonly isWhole?: readonly boolean[];
}

/** Values from one edge up to another, seen whole; edges between the values a log can write. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Cases of which only is known that the value is above `at`. */
export interface Censored {
  readonly at: number;
  readonly count: number;
}

/**
 * Observations grouped as a likelihood needs them. Logs are written in whole seconds, so a value stands for an interval,
 * and its likelihood is a probability: no law can gain without bound by sitting on a value that is written often.
 */
export interface Sample {
  readonly cells: readonly Cell[];
  readonly censored: readonly Censored[];
  /** Seen whole and above 0; seen in part; exactly 0. */
  readonly whole: number;
  readonly cut: number;
  readonly zeros: number;
  /** Step between values that can be written: 1, 1000 or 60 000 in ms. */
  readonly step: number;
  /** Of the values seen whole and above 0: mean, standard deviation and least and greatest. */
  readonly mean: number;
  readonly sd: number;
  readonly least: number;
  readonly most: number;
}

/** Relative width of a cell: what is lost by grouping is of the order of its square. */
const WIDTH = 0.03;
const STEPS = [60_000, 1000];

/** Groups observations; negative ones and those that are no number are passed over. Values in ms, or numbers in steps of 1. */
export function sampleOf({values, isWhole}: Observations): Sample {
  const step = stepOf(values);
  const counts = new Map<number, number>();
  const cut = new Map<number, {sum: number; count: number}>();
  let [whole, zeros, seenInPart, sum, squares, least, most] = [0, 0, 0, 0, 0, Number.POSITIVE_INFINITY, 0];
  for (const [i, value] of values.entries()) {
    if (!(value >= 0)) continue;
    if (isWhole && !isWhole[i]) {
      seenInPart++;
      const key = cellNumber(value, step);
      const one = cut.get(key) ?? {sum: 0, count: 0};
      one.sum += value;
      one.count++;
      cut.set(key, one);
    } else if (value === 0) zeros++;
    else {
      whole++;
      sum += value;
      squares += value * value;
      least = Math.min(least, value);
      most = Math.max(most, value);
      const key = cellNumber(value, step);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const mean = whole === 0 ? 0 : sum / whole;
  return {
    cells: [...counts]
      .sort(([a], [b]) => a - b)
      .map(([number, count]) => ({from: EDGES[number] * step, to: EDGES[number + 1] * step, count})),
    censored: [...cut.values()].map((one) => ({at: one.sum / one.count, count: one.count})).sort((a, b) => a.at - b.at),
    whole,
    cut: seenInPart,
    zeros,
    step,
    mean,
    sd: whole === 0 || least === most ? 0 : Math.sqrt(Math.max(0, squares / whole - mean * mean)),
    least: whole === 0 ? 0 : least,
    most,
  };
}

/** The same with zeros as values like others, too short to be written otherwise. */
export function withZeros(sample: Sample): Sample {
  const {zeros, whole, mean, sd, step} = sample;
  if (zeros === 0) return sample;
  const all = whole + zeros;
  const allMean = (whole * mean) / all;
  return {
    ...sample,
    cells: [{from: 0, to: EDGES[1] * step, count: zeros}, ...sample.cells],
    whole: all,
    zeros: 0,
    mean: allMean,
    sd: Math.sqrt((whole * (sd * sd + mean * mean)) / all - allMean * allMean),
    least: 0,
  };
}

/** The coarsest step all values are written in. */
function stepOf(values: readonly number[]): number {
  return STEPS.find((step) => values.every((value) => !(value >= 0) || value % step === 0)) ?? 1;
}

/** Edges of cells in steps, half-way between values that can be written; the first cell is of what is written as 0. */
const EDGES = edges();

function edges(): number[] {
  const all = [0];
  for (let edge = 0.5; edge < 1e12; edge += Math.max(1, Math.round(edge * WIDTH))) all.push(edge);
  return all;
}

/** Number of the cell a value lies in. */
function cellNumber(value: number, step: number): number {
  const steps = value / step;
  let low = 0;
  let high = EDGES.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (EDGES[middle] <= steps) low = middle;
    else high = middle;
  }
  return low;
}
