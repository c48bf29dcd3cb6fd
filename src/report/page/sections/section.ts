import type {Results} from '../../../measure/results.ts';
import type {Chart} from '../../charts/chart.ts';
import type {Table} from '../../tables/table.ts';

/** One question a reader brings, and what answers it: sentences, charts and tables in the order they are read. */
export interface Section {
  /** Anchor in the page. */
  readonly key: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

/** Of what the results have nothing for, nothing is shown; a section of nothing is left out. */
export type Part =
  | {
      readonly kind: 'table';
      readonly of: (results: Results) => Table | null;
      /** A class for a row, by its cells. */
      readonly mark?: (row: readonly string[]) => string;
    }
  | {readonly kind: 'chart'; readonly key: string}
  | {readonly kind: 'text'; readonly html: Text}
  | {readonly kind: 'named'};

/** Markup, every text in it made safe; `command` is what was typed. */
type Text = (results: Results, command: string | null) => string;

export const section = (it: Section): Section => it;
export const table = (of: (results: Results) => Table | null, mark?: (row: readonly string[]) => string): Part => ({
  kind: 'table',
  of,
  ...(mark && {mark}),
});
export const chart = ({key}: Chart): Part => ({kind: 'chart', key});
/** Every named report. */
export const named: Part = {kind: 'named'};
export const text = (html: Text): Part => ({kind: 'text', html});
