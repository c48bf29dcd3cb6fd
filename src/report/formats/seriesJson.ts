import type {Results} from '../../measure/results.ts';
import {jsonLine} from './json.ts';

/**
 * `series.json`: what `summary.json` leaves out, by interval and by agent, whole and exact, so that both together are
 * the results again (`readResults`). The same numbers as the CSV files, for programs.
 */
export const seriesJson = ({schema, intervals, agents}: Results): string => jsonLine({schema, intervals, agents});
