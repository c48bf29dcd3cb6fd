import type {TransferRow} from '../../model/life.ts';
import type {TransferSpec} from '../../scenario/handling/transfer.ts';
import type {OutcomeContext} from './outcome.ts';

export const transfer = ({keepsPlace}: TransferSpec, {at, span}: OutcomeContext): TransferRow => ({
  kind: 'transfer',
  outcome: at,
  keepsPlace,
  afterSpan: span('transfer after'),
});
