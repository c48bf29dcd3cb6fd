/** Who may have had an item, in the order of columns. Closed hours: it waits, and the clock of where it waits stands still. */
export const OWNERS = [
  'frontOfficeWaiting',
  'frontOfficeHandling',
  'backOfficeWaiting',
  'backOfficeHandling',
  'customer',
  'closedHours',
] as const;
export type Owner = (typeof OWNERS)[number];
