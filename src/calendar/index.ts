export {BusinessClock} from './businessClock.ts';
export {DAY_MS, isoDate, parseIsoDate, weekdayOf} from './civil.ts';
export {dayIndexOf, instantOn, localDays} from './localDays.ts';
export {epochOf, formatLocal, type InstantRead, localDateOf} from './localTime.ts';
export {CALENDAR_TIME, clockOf, type OpeningHours} from './openIntervals.ts';
export {formatTimeOfDay, parseTimeOfDay} from './timeOfDay.ts';
export {type TimestampParser, timestampFormatProblem, timestampParser} from './timestamps.ts';
export {isZone, zoneNames} from './zone.ts';
