/**
 * Fills of stages one on another: dark and light in turn, so that neighbours stay apart in grey; apart for the
 * colour-blind as well.
 */
export const STAGE_FILLS = [
  '#9cc7e8',
  '#0063a6',
  '#f2cf9b',
  '#b8559b',
  '#bfe3d6',
  '#00866a',
  '#d9cdf0',
  '#6b4fa0',
] as const;

/** Scale for stages in this order, bottom to top or left to right. */
export const stageScale = (names: readonly string[]) => ({
  domain: names,
  range: names.map((_, i) => STAGE_FILLS[i % STAGE_FILLS.length] ?? STAGE_FILLS[0]),
});
