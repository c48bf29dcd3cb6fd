import type {Results} from '../../measure/results.ts';
import {jsonText} from './json.ts';

/**
 * `summary.json`: all results but the series (those are CSV files) as one document, `schema` its version. Durations in
 * seconds, ratios 0 to 1, every estimate with its 95 % half width, every metric with its definition. Keys stand in the
 * order of the contract, so the same results give the same bytes.
 */
export function summaryJson(results: Results): string {
  const {intervals: _series, agents: _agents, ...summary} = results;
  return jsonText(summary);
}
