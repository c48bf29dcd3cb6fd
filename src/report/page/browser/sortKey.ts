const SECONDS: Readonly<Record<string, number>> = {w: 604_800, d: 86_400, h: 3600, m: 60, s: 1, ms: 0.001};

/** What a cell is sorted by: an amount (`1,234`, `83.7% ±1.2`, `57.6 (7.7%)`), a duration (`1m27s`) in seconds, or its text. */
export function sortKey(text: string): number | string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '–' || trimmed === '-') return '';
  const spans = [...trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[wdhms])(?![a-z])/g)];
  if (spans.length > 0 && spans.map(([whole]) => whole).join('') === trimmed.replace(/\s|±.*$/g, ''))
    return spans.reduce((sum, [, amount, unit = '']) => sum + Number(amount) * (SECONDS[unit] ?? 0), 0);
  const [number] = /^[-−]?[\d,]+(?:\.\d+)?/.exec(trimmed) ?? [];
  const rest = number === undefined ? '' : trimmed.slice(number.length);
  if (number !== undefined && /^\s*(%|±|\(|$|[a-z]+$)/.test(rest))
    return Number(number.replaceAll(',', '').replace('−', '-'));
  return trimmed;
}
