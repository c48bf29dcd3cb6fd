import {channelsOf} from '../../compile/channels.ts';
import type {Scenario} from '../scenario.ts';

/** Processes segmentation may assign, with the channels by which their items may come (more than may really be). */
export function channelsByProcess(scenario: Scenario): Map<string, Set<string>> {
  const {rules, otherwise, columns} = scenario.routing.segmentation;
  const all = new Set(scenario.demand.flatMap((source) => channelsOf(source.channel)));
  const found = new Map<string, Set<string>>();
  const add = (process: string, channels: Iterable<string>) => {
    const known = found.get(process) ?? new Set();
    for (const channel of channels) known.add(channel);
    found.set(process, known);
  };
  const column = columns.indexOf('channel');
  for (const {cells, then} of rules)
    add(
      then.process,
      [...all].filter((channel) => mayBe(cells[column], channel)),
    );
  if (otherwise) add(otherwise.process, all);
  return found;
}

/** Whether a cell of the channel's column leaves room for a channel; anything but a list of words does. */
function mayBe(cell: string | undefined, channel: string): boolean {
  if (cell === undefined || cell === '-' || !/^"[^"]*"(?:\s*,\s*"[^"]*")*$/.test(cell)) return true;
  return cell.split(',').some((word) => word.trim() === JSON.stringify(channel));
}
