import {NAMED_REPORTS} from './index.ts';
import {type NamedTable, namedTable} from './table.ts';
import type {Told} from './told.ts';

/** Every report that has any row, as far as a page holds it. */
export const namedTables = (told: Told): NamedTable[] =>
  NAMED_REPORTS.flatMap((report) => namedTable(report, report.rows(told)) ?? []);
