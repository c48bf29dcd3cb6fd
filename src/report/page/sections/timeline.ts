import {backlog} from '../../charts/backlog.ts';
import {recordedByHour} from '../../charts/recordedByHour.ts';
import {recordedByInterval} from '../../charts/recordedByInterval.ts';
import {recordedByScope} from '../../charts/recordedByScope.ts';
import {serviceLevel} from '../../charts/serviceLevel.ts';
import {slaAttainment} from '../../charts/slaAttainment.ts';
import {volumes} from '../../charts/volumes.ts';
import {weekHeatMap} from '../../charts/weekHeatMap.ts';
import {probesTable} from '../../tables/probes.ts';
import {chart, section, table} from './section.ts';

export const timeline = section({
  key: 'timeline',
  title: 'Timeline',
  parts: [
    chart(serviceLevel),
    chart(slaAttainment),
    chart(volumes),
    chart(backlog),
    chart(weekHeatMap),
    chart(recordedByHour),
    chart(recordedByInterval),
    chart(recordedByScope),
    table(probesTable),
  ],
});
