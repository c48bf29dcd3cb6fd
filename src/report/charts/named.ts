import {nearest} from '../../language/nearest.ts';
import type {Chart} from './chart.ts';

/** `serviceLevelByInterval` and `Service level by interval` as `service-level-by-interval`. */
const slug = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * The chart that is meant: by its key, or by how its title begins, in any spelling. Otherwise the key that is nearest,
 * if one is near.
 */
export function chartNamed(
  charts: readonly Chart[],
  name: string,
): {readonly chart: Chart} | {readonly chart: null; readonly near: string | undefined} {
  const wanted = slug(name);
  const begun = charts.filter(({title}) => `${slug(title)}-`.startsWith(`${wanted}-`));
  const chart = charts.find(({key}) => key === wanted) ?? (begun.length === 1 ? begun[0] : undefined);
  if (chart) return {chart};
  const names = new Map(
    charts.flatMap(
      ({key, title}) =>
        [
          [key, key],
          [slug(title), key],
        ] as const,
    ),
  );
  const near = nearest(wanted, names.keys());
  return {chart: null, near: near === undefined ? undefined : names.get(near)};
}
