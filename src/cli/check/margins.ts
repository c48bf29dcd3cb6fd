import {type Margin, marginForms, parseMargin} from '../../experiment/index.ts';
import {nearest} from '../../language/nearest.ts';
import {printable} from '../../language/show.ts';
import {definitions} from '../../measure/evaluate.ts';
import {UsageError} from '../usage.ts';

/** Margins as `--margin` or a baseline gives them, by metric. Throws UsageError for what is none. */
export function marginsOf(given: Readonly<Record<string, string>>): Map<string, Margin> {
  const known = definitions();
  return new Map(
    Object.entries(given).map(([metric, text]) => {
      const definition = known[metric];
      if (definition === undefined) {
        const near = nearest(metric, Object.keys(known));
        throw new UsageError(
          `--margin expects a metric, found ${printable(metric, 40)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
        );
      }
      if (definition.better === 'neither')
        throw new UsageError(`--margin: neither more nor less of ${metric} is better, so it is never worse.`);
      const margin = parseMargin(text, definition.unit);
      if (margin !== null) return [metric, margin];
      throw new UsageError(
        `--margin ${metric} expects ${marginForms(definition.unit)}, found ${printable(JSON.stringify(text), 40)}.`,
      );
    }),
  );
}
