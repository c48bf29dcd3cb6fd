import type {SweepResults} from '../../experiment/index.ts';
import {cut} from '../names.ts';

const MOST_PANELS = 8;
/** Headlines that speak where nothing is promised. */
const WITHOUT_GOALS = 3;

/** Numbers that have a panel: the goals, or where there are none the first headlines. */
export function toldIn({numbers}: SweepResults): number[] {
  const goals = [...numbers.keys()].filter((index) => numbers[index].isGoal).slice(0, MOST_PANELS);
  return goals.length > 0 ? goals : [...numbers.keys()].slice(0, WITHOUT_GOALS);
}

/** The title of a panel. */
export const titled = (text: string) => ({text: cut(text, 90), fontSize: 12, offset: 6});
