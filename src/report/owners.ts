import {OWNERS, type Owner} from '../measure/life/owners.ts';

/** Who may have had an item, in words. */
export const OWNER_NAMES: Readonly<Record<Owner, string>> = {
  frontOfficeWaiting: 'front office waiting',
  frontOfficeHandling: 'front office handling',
  backOfficeWaiting: 'back office waiting',
  backOfficeHandling: 'back office handling',
  customer: 'customer',
  closedHours: 'closed hours',
};

/** Its column in files, seconds: `front_office_waiting_s`. */
export const ownerColumn = (owner: Owner): string =>
  `${owner.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_s`;

export {OWNERS, type Owner};
