/**
 * Of the numbers that come out for an unchanged scenario and seed. Raise it with every change that moves any of them:
 * baselines of another version cannot be compared. `test/measure/resultsVersion.test.ts` notices.
 */
export const RESULTS_VERSION = 1;
