import type {Highs} from 'highs';
import {type Cut, lineAt} from './cuts.ts';
import type {Staffing} from './plan.ts';
import type {Post} from './posts.ts';

/** Sum over posts of weight times head count is at least so much. */
export interface Row {
  readonly weights: readonly number[];
  readonly atLeast: number;
}

let solver: Promise<Highs> | null = null;
/** Its types speak of CommonJS, its module is none. The solver is large and only `staff` needs it. */
async function highs(): Promise<Highs> {
  solver ??= import('highs').then((module) => (module.default as unknown as () => Promise<Highs>)());
  return solver;
}

/** A goal's line is to be above `slack`. */
export const rowOf = (cut: Cut, slack: number): Row => {
  const largest = Math.max(...cut.slopes.map(Math.abs));
  const scale = largest > 0 ? 1 / largest : 1;
  const atZero = lineAt(
    cut,
    cut.slopes.map(() => 0),
  );
  return {weights: cut.slopes.map((slope) => slope * scale), atLeast: (slack - atZero) * scale};
};

/**
 * The cheapest whole head counts within the posts' bounds that satisfy every row, by HiGHS (Q. Huangfu and J. A. J.
 * Hall, Parallelizing the Dual Revised Simplex Method, Mathematical Programming Computation 10, 2018). Null: there
 * are none.
 */
export async function cheapest(posts: readonly Post[], rows: readonly Row[]): Promise<Staffing | null> {
  const text = [
    'Minimize',
    ` cost: ${sumText(posts.map(({cost}) => cost))}`,
    'Subject To',
    ...rows.map(({weights, atLeast}, index) => ` r${index}: ${sumText(weights)} >= ${written(atLeast)}`),
    'Bounds',
    ...posts.map(({least, most}, post) => ` ${least} <= x${post} <= ${most}`),
    'General',
    ` ${posts.map((_, post) => `x${post}`).join(' ')}`,
    'End',
  ].join('\n');
  const {Status, Columns} = (await highs()).solve(text, {output_flag: false, mip_rel_gap: 0});
  if (Status !== 'Optimal') return null;
  return posts.map(({least}, post) => Math.round(Columns[`x${post}`]?.Primal ?? least));
}

/** No exponents: not every reader of the format knows them. */
const written = (value: number): string => value.toFixed(9);

function sumText(weights: readonly number[]): string {
  const terms = weights.flatMap((weight, post) =>
    Math.abs(weight) < 1e-9 ? [] : [`${weight < 0 ? '-' : '+'} ${written(Math.abs(weight))} x${post}`],
  );
  return terms.length > 0 ? terms.join(' ') : '0 x0';
}
