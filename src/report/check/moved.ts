import {type Baseline, ratiosOfKept, type ScenarioBaseline} from '../../experiment/index.ts';
import {printable} from '../../language/show.ts';
import {type Estimate, ratioEstimate} from '../../statistics/index.ts';
import {quantity} from '../quantities.ts';
import {paragraph, SUMMARY_WIDTH} from '../text/lines.ts';
import type {Style} from '../text/style.ts';

/** The most that is told of one scenario; the diff of the file has the rest. */
const MOST = 20;

/** What a new baseline says otherwise than the one before: by scenario, what moved most first. */
export function movedText(before: Baseline | null, after: Baseline, style: Style): string {
  if (before === null) return '';
  const paths = [...new Set([...Object.keys(before.scenarios), ...Object.keys(after.scenarios)])].sort();
  const version = before.results === after.results ? [] : [`results version ${before.results} is now ${after.results}`];
  const lines = paths.flatMap((path) => {
    const [old, now] = [before.scenarios[path], after.scenarios[path]];
    if (old === now) return [];
    const told = now === undefined ? ['is gone'] : old === undefined ? ['is new'] : movedLines(old, now);
    return [style.heading(printable(path)), ...told.flatMap((line) => paragraph('  ', line, SUMMARY_WIDTH, 4))];
  });
  return `${[...version, ...lines].join('\n')}\n\n`;
}

function movedLines(before: ScenarioBaseline, after: ScenarioBaseline): string[] {
  const parts = Object.keys(after.hashes).filter((part) => after.hashes[part] !== before.hashes[part]);
  const moved = Object.entries(after.measures).flatMap(([key, kept]) => {
    const old = before.measures[key];
    if (old === undefined) return [];
    const [was, is] = [ratioEstimate(ratiosOfKept(old)), ratioEstimate(ratiosOfKept(kept))];
    const [from, to] = [quantity(was.value, kept.unit), quantity(is.value, kept.unit)];
    return from === to ? [] : [{text: printable(`${key}: ${from} is now ${to}`), size: sizeOf(was, is)}];
  });
  moved.sort((a, b) => b.size - a.size);
  return [
    ...(before.seed === after.seed ? [] : [`seed ${before.seed} is now ${after.seed}`]),
    ...(parts.length === 0 ? [] : [`changed: ${parts.join(', ')}`]),
    ...moved.slice(0, MOST).map(({text}) => text),
    ...(moved.length > MOST ? [`and ${moved.length - MOST} more`] : []),
    ...(moved.length === 0 ? ['nothing moved'] : []),
  ];
}

/** In half widths, so that shares and times can be put in one order. */
const sizeOf = (was: Estimate, is: Estimate): number =>
  Math.abs((is.value ?? 0) - (was.value ?? 0)) / ((was.halfWidth ?? 0) + (is.halfWidth ?? 0) || 1e-12);
