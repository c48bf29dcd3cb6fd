import type {MarkDoneRow} from '../../model/life.ts';

export const markDone = (): MarkDoneRow => ({kind: 'markDone'});
