import {parseIsoDate} from '../calendar/index.ts';
import {keyedDraws} from '../random/keyed.ts';

/** Whether an agent is absent on a date: a draw per agent-day, the same whatever span is asked for. */
export function absenceOf(
  share: number,
  seed: string,
  replication: number,
  group: string,
  key: string,
): (date: string) => boolean {
  if (share <= 0) return () => false;
  const draws = keyedDraws(seed, replication, 'absence', group, key);
  return (date) => draws.uniform(parseIsoDate(date)) < share;
}
