import {lateTime} from '../../charts/lateTime.ts';
import {waits} from '../../charts/waits.ts';
import {lateTimeTable} from '../../tables/lateTime.ts';
import {chart, section, table} from './section.ts';

export const waiting = section({
  key: 'waiting',
  title: 'Where the waiting came from',
  parts: [chart(waits), chart(lateTime), table(lateTimeTable)],
});
