import {lateTime} from '../../charts/lateTime.ts';
import {waitParts} from '../../charts/waitParts.ts';
import {waitPartsByInterval} from '../../charts/waitPartsByInterval.ts';
import {waits} from '../../charts/waits.ts';
import {lateTimeTable} from '../../tables/lateTime.ts';
import {waitPartsTable} from '../../tables/waitParts.ts';
import {chart, section, table} from './section.ts';

export const waiting = section({
  key: 'waiting',
  title: 'Where the waiting came from',
  parts: [
    chart(waitParts),
    chart(waitPartsByInterval),
    table(waitPartsTable),
    chart(waits),
    chart(lateTime),
    table(lateTimeTable),
  ],
});
