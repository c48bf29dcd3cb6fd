import type {NamedReport} from './report.ts';

/** In the folder of a run. */
export const namedPath = ({key}: NamedReport): string => `reports/${key}.csv`;
export const parquetPath = ({key}: NamedReport): string => `reports/${key}.parquet`;
