import {printable} from '../../language/show.ts';
import type {ProcessFlow, Results} from '../../measure/results.ts';
import {amount, percent, span} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** Time in each stage, of all processes; null where items have no life after handling. */
export function stagesTable({stages}: Results): Table | null {
  if (stages === undefined) return null;
  const {names, rows} = stages;
  const sums = names.map(({stage, status, final}) => {
    const of = rows.filter((row) => row.stage === stage);
    const sum = (column: (row: (typeof rows)[number]) => number) => of.reduce((total, row) => total + column(row), 0);
    const [entered, gone, seconds] = [sum((row) => row.entered), sum((row) => row.left), sum((row) => row.seconds)];
    return {stage, status, final, entered, gone, seconds};
  });
  return {
    key: 'stages',
    title: 'Stages: how often, and for how long',
    columns: [
      left('stage', 24),
      left('status', 24),
      right('entered', 10),
      right('there\nat end', 10),
      right('mean stay', 12),
    ],
    rows: sums
      .filter(({entered}) => entered > 0)
      .map(({stage, status, final, entered, gone, seconds}) => [
        printable(stage),
        status,
        amount(entered),
        amount(entered - gone),
        final ? '' : span(gone > 0 ? seconds / gone : null),
      ]),
    note: 'Of items that arrived in the counted time; a stay is from entering a stage to leaving it.',
  };
}

/** Where items went from each stage, process by process: the flow chart in words. */
export function flowsTable({stages}: Results): Table | null {
  if (stages === undefined || stages.flows.length === 0) return null;
  const {flows} = stages;
  return {
    key: 'flows',
    title: 'Flow between stages',
    columns: [left('process', 22), left('from', 20), left('to', 20), right('items', 9), right('share', 9)],
    rows: flows.map(({process, from, to, items}) => {
      const all = flows.reduce((sum, one) => sum + (one.process === process && one.from === from ? one.items : 0), 0);
      return [printable(process), printable(from), printable(to), amount(items), percent(items / all)];
    }),
    note: 'Share: of what left the stage.',
  };
}

/** How an item comes into another process, in words. */
const MOVE_NAMES: Readonly<Record<ProcessFlow['by'], string>> = {
  transfer: 'transfer',
  reclassify: 'reclassify',
  milestone: 'milestone',
  workOrder: 'work order',
  reply: 'reply',
};

/** From process to process; null where no item went. */
export function processFlowsTable({processFlows}: Results): Table | null {
  if (processFlows === undefined) return null;
  return {
    key: 'process-flow',
    title: 'Flow between processes',
    columns: [left('from', 22), left('to', 22), left('by', 14), right('items', 12), right('share', 10)],
    rows: processFlows.map(({from, to, by, items}) => {
      const all = processFlows.reduce((sum, one) => sum + (one.from === from ? one.items : 0), 0);
      return [printable(from), printable(to), MOVE_NAMES[by], amount(items), percent(items / all)];
    }),
    note: 'Of items that arrived in the counted time. Share: of what left the process so. A work order and a reply are items of their own: the one that opened them waits. From a process to itself: handed to a group or an agent.',
  };
}
