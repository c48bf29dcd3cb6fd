export {dutyOf} from './duty.ts';
export {lookDrawsOf} from './looks.ts';
export {offerDrawsOf, rings} from './offers.ts';
export {type People, peopleOf, type Seat, sizeOf} from './people.ts';
export {plainGroup} from './plainGroup.ts';
export {type StaffedHours, staffedHours} from './staffedHours.ts';
export {type PresenceOptions, presenceFrom} from './tables/presence.ts';
export {type RosterOptions, rosterFrom} from './tables/roster.ts';
export type {CsvTable} from './tables/rows.ts';
