import {CONFIG, INK, WIDTH} from '../theme.ts';
import type {ChartSpec} from './chart.ts';

export interface StackPanel {
  readonly name: string;
  /** Said under the name. */
  readonly notes?: readonly string[];
  readonly layer: readonly Record<string, unknown>[];
}

/** Panels one above the other on a common axis, each with its name; the legend, if any, stands on top. */
export function stacked(
  title: string,
  subtitle: readonly string[],
  panels: readonly StackPanel[],
  height: number,
  resolve: Record<string, unknown> = {},
): ChartSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {text: title, ...(subtitle.length > 0 ? {subtitle} : {})},
    vconcat: panels.map(({name, notes = [], layer}) => ({
      title: {
        text: name,
        fontSize: 12,
        color: INK,
        offset: 6,
        ...(notes.length > 0
          ? {subtitle: notes, subtitleFontSize: 10, subtitlePadding: 3, subtitleLineHeight: 13}
          : {}),
      },
      width: WIDTH,
      height,
      layer,
    })),
    spacing: 16,
    bounds: 'full',
    resolve,
    config: CONFIG,
  };
}

/** Tall panels where there are few, low ones where there are many. */
export const panelHeight = (panels: number): number => (panels <= 1 ? 240 : panels <= 3 ? 150 : panels <= 5 ? 110 : 84);
