import {keys, z} from '../../language/schema.ts';
import {date} from './time.ts';
import {week} from './week.ts';

export const calendarSchema = keys({
  open: week.describe('Opening hours by weekday: { mon-fri: 08:00-18:00, sat: [ 09:00-11:00, 11:30-13:00 ] }.'),
  closed: z
    .array(date)
    .nullish()
    .describe('Dates closed all day; holidays of the whole year are welcome. Default none.'),
}).describe('When a business is open; used by processes (`clock`, `open`) and arrivals (`during`).');

export const calendarsSchema = z.record(z.string(), calendarSchema).describe('Calendars by name.');
