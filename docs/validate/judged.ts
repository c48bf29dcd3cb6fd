/** Every figure of every case kept, with the verdict that all of them together allow. */
import type {ComparedFigure} from '../../test/reference/caseRun.ts';
import type {ExactCase, SimulatedCase} from '../../test/reference/cases.ts';
import {FAMILY_WISE, rejectedByHolm, type Verdict, verdictOf} from '../../test/reference/judge.ts';
import type {Kept, Kinds} from '../../test/reference/store.ts';
import {normalOf} from '../../test/reference/student.ts';

export interface JudgedFigure extends ComparedFigure {
  readonly verdict: Verdict;
  /** The standardized error as a normal deviate: Student's t of few replications has longer tails. Null: never varies. */
  readonly z: number | null;
}
export interface JudgedCase {
  readonly it: ExactCase | SimulatedCase;
  readonly result: Kept<Kinds['reference']>;
  readonly figures: readonly JudgedFigure[];
}

export function judgedCases(
  models: readonly (ExactCase | SimulatedCase)[],
  resultOf: (id: string) => Kept<Kinds['reference']> | undefined,
): JudgedCase[] {
  const cases = models.flatMap((it) => {
    const result = resultOf(it.id);
    return result ? [{it, result}] : [];
  });
  const rejected = rejectedByHolm(
    cases.flatMap(({result}) => result.figures.map(({p}) => p)),
    FAMILY_WISE,
  );
  let at = 0;
  return cases.map(({it, result}) => ({
    it,
    result,
    figures: result.figures.map((figure) => {
      const {t, p, value, expected, halfWidth, expectedHalfWidth} = figure;
      const width = Math.hypot(halfWidth, expectedHalfWidth);
      const verdict = verdictOf(rejected[at++] ?? false, expected, value - expected, width);
      return {...figure, verdict, z: t === null ? null : Math.sign(t) * normalOf(p)};
    }),
  }));
}
