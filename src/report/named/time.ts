import type {Told} from './told.ts';

/** Every zone's days begin on a quarter of an hour. */
const QUARTER_MS = 900_000;

/** ISO local date of an instant; days are looked up once a quarter of an hour. */
export function localDayOf({localTime}: Told): (ms: number) => string {
  const days = new Map<number, string>();
  return (ms) => {
    const quarter = Math.floor(ms / QUARTER_MS);
    const known = days.get(quarter);
    if (known !== undefined) return known;
    const day = localTime(quarter * QUARTER_MS).slice(0, 'yyyy-mm-dd'.length);
    days.set(quarter, day);
    return day;
  };
}

/** ISO local date-time to the second; empty where it did not happen. */
export const localSecond = ({localTime}: Told, ms: number): string =>
  Number.isFinite(ms) ? localTime(ms).slice(0, 'yyyy-mm-ddThh:mm:ss'.length) : '';
