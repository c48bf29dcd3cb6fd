import {type Fit, type Observations, shareAboveIn, survivalOf} from '../../fitting/index.ts';
import {lawText} from './lawText.ts';
import type {Fitted, Twin, TwinSource} from './twin.ts';

const MOST_PANELS = 8;
const BINS = 40;
const CURVE_POINTS = 120;
const SECOND_MS = 1000;
/** Times beyond are few and would make the rest narrow. */
const SHOWN = 0.98;

/** Observed and fitted share of an interval; of survival the share above its beginning. Seconds. */
interface Point {
  readonly from: number;
  readonly to: number;
  readonly observed: number;
  readonly fitted: number;
}

/** What the charts of the fits show, in seconds: the sources with most contacts, handle times and patience. */
export function fitPictures({sources}: Twin) {
  const largest = new Set(
    [...sources].sort((a, b) => b.stream.arrivedMs.length - a.stream.arrivedMs.length).slice(0, MOST_PANELS),
  );
  const shown = sources.filter((source) => largest.has(source));
  const panels = (of: (source: TwinSource) => Fitted | null, pointsOf: (fitted: Fitted) => readonly Point[]) =>
    shown.flatMap((source) => {
      const fitted = of(source);
      if (fitted === null || fitted.isPooled || fitted.fit.name === 'constant') return [];
      const {fit} = fitted;
      return [{name: `${source.name}: ${fit.name}`, law: lawText(fit).slice(1, -1), points: pointsOf(fitted)}];
    });
  const all = [
    {
      key: 'fit-handle-time',
      title: 'Handle times and the laws fitted to them',
      subtitle: 'Least BIC among six families that keep mean and spread',
      kind: 'times' as const,
      panels: panels(({handleTime}) => handleTime, histogram),
    },
    {
      key: 'fit-patience',
      title: 'Patience and the laws fitted to it',
      subtitle: 'Kaplan and Meier: who was answered would have waited longer',
      kind: 'survival' as const,
      panels: panels(({patience}) => patience, survival),
    },
  ];
  return all.filter(({panels: own}) => own.length > 0);
}

function histogram({observations: {values}, fit}: Fitted): Point[] {
  const sorted = values.filter((value) => value >= 0).sort((a, b) => a - b);
  const most = sorted[Math.floor(SHOWN * (sorted.length - 1))];
  const width = Math.max(SECOND_MS, Math.ceil(most / BINS / SECOND_MS) * SECOND_MS);
  const counts = new Float64Array(Math.ceil((most + 1) / width));
  for (const value of sorted) if (value / width < counts.length) counts[Math.floor(value / width)]++;
  return [...counts].map((count, i) => ({
    from: (i * width) / SECOND_MS,
    to: ((i + 1) * width) / SECOND_MS,
    observed: count / sorted.length,
    fitted: (i === 0 ? fit.zeroShare : 0) + (1 - fit.zeroShare) * between(fit, i * width, (i + 1) * width),
  }));
}

/** Written values are whole seconds: those of a bin lie half a second lower. */
const between = ({law}: Fit, from: number, to: number) =>
  law.between(Math.max(0, from - SECOND_MS / 2), to - SECOND_MS / 2);

/** Up to the last who hung up: beyond nothing is known. */
function survival({observations, fit}: {readonly observations: Observations; readonly fit: Fit}): Point[] {
  const steps = survivalOf(observations);
  const most = steps.at(-1)?.at ?? 0;
  return Array.from({length: CURVE_POINTS + 1}, (_, i) => {
    const at = (i * most) / CURVE_POINTS;
    return {
      from: at / SECOND_MS,
      to: at / SECOND_MS,
      observed: shareAboveIn(steps, at),
      fitted: (1 - fit.zeroShare) * fit.law.above(at),
    };
  });
}
