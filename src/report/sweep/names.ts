import type {Axis, Standing} from '../../experiment/index.ts';

/** The end of each path, as much of it as tells them apart. */
export function axisNames(axes: readonly Axis[]): string[] {
  for (let words = 1; words < 12; words++) {
    const names = axes.map(({path}) => path.split('.').slice(-words).join('.'));
    if (new Set(names).size === names.length && words >= Math.min(2, longest(axes))) return names;
  }
  return axes.map(({path}) => path);
}
const longest = (axes: readonly Axis[]): number => Math.max(...axes.map(({path}) => path.split('.').length));

/** In words, for tables. */
export const STANDING: Readonly<Record<Standing, string>> = {
  met: 'met',
  undecided: 'undecided',
  missed: 'missed',
  none: '–',
};
