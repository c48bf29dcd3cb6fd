import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {amount, estimated, percent} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** What stood at the instants of `measureAt`. */
export function probesTable(results: Results): Table | null {
  if (results.probes.length === 0) return null;
  return {
    key: 'probes',
    title: 'At the instants of measureAt',
    columns: [
      left('at', 18),
      left('process', 24),
      right('waiting', 12),
      right('busy', 8),
      right('free', 8),
      right('all busy', 10),
    ],
    rows: results.probes.flatMap((probe) =>
      Object.entries(probe.waiting).map(([process, waiting], i) => [
        i === 0 ? probe.at.replace('T', ' ') : '',
        printable(process),
        estimated(waiting, 'items'),
        i === 0 ? amount(probe.busyAgents.value) : '',
        i === 0 ? amount(probe.freeAgents.value) : '',
        i === 0 ? percent(probe.allBusy.value) : '',
      ]),
    ),
    note: 'All busy: share of replications in which no agent on duty was free.',
  };
}
