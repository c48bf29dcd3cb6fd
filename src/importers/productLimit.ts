/** A time that was seen whole, or of which is only known that it was at least so long. */
export interface Seen {
  readonly value: number;
  readonly isWhole: boolean;
}

/**
 * Mean of those times that do not exceed `limit`, from times some of which were only seen in part: by the product-limit
 * estimate of their distribution (E. L. Kaplan and P. Meier, 1958). 0 where none was seen whole.
 */
export function meanBelow(seen: readonly Seen[], limit: number): number {
  const inOrder = [...seen].sort((a, b) => a.value - b.value || Number(b.isWhole) - Number(a.isWhole));
  let longer = 1;
  let sum = 0;
  for (const [before, {value, isWhole}] of inOrder.entries()) {
    if (value > limit) break;
    if (!isWhole) continue;
    const share = longer / (inOrder.length - before);
    sum += share * value;
    longer -= share;
  }
  return longer === 1 ? 0 : sum / (1 - longer);
}
