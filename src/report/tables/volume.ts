import type {Results} from '../../measure/results.ts';
import {amount, estimated, percent} from '../quantities.ts';
import {scopeRows} from './scopes.ts';
import {left, right, type Table} from './table.ts';

/** What came in, what was answered, and whether the promises were kept. */
export function volumeTable(results: Results): Table {
  return {
    key: 'volume',
    title: 'Volume and promises',
    columns: [
      left('process', 16),
      left('channel', 9),
      right('offered', 8),
      right('answered', 9),
      right('abandoned', 14),
      right('service\nlevel', 12),
      right('SLA\nattainment', 12),
    ],
    rows: scopeRows(results).map(({name, channel, values}) => {
      const abandoned = values.abandoned?.value ?? null;
      return [
        name,
        channel,
        amount(values.offered?.value ?? null),
        amount(values.answered?.value ?? null),
        abandoned ? `${amount(abandoned)} (${percent(values.abandonment?.value ?? null)})` : amount(abandoned),
        estimated(values.serviceLevel, 'ratio'),
        estimated(values.slaAttainment, 'ratio'),
      ];
    }),
    note: 'Service level: answered within the promised time ÷ offered. SLA attainment: completed by the due date ÷ due.',
  };
}
