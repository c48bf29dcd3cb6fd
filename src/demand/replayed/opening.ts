import type {TimestampParser} from '../../calendar/index.ts';
import {nearest} from '../../language/nearest.ts';
import {shown} from '../../language/show.ts';
import {OPEN_STATUSES, OPENING} from '../../model/opening.ts';
import type {ReplaySpec, SourceSpec} from '../../scenario/scenario.ts';
import {BadRow} from './badRow.ts';
import type {Cells, Columns} from './columns.ts';
import {durationOf} from './durations.ts';
import {instantOf} from './instants.ts';

/** Where a row of a snapshot says that its item stands. */
export interface Opening {
  /** Of OPENING. */
  readonly status: number;
  /** Agent by name, '' none. */
  readonly owner: string;
  /** Id of the row that waits for it, '' none. */
  readonly parent: string;
  /** When that ends, epoch ms; NaN where the row does not say. */
  readonly untilEpochMs: number;
  /** Effort that is left, ms; NaN where the row does not say. */
  readonly remainingMs: number;
}

/** Reads where the items of a snapshot stand; null for a log. Throws BadRow where a row cannot be meant. */
export function openingOf(
  {name, handling = []}: SourceSpec,
  replay: ReplaySpec,
  columns: Columns,
  parse: TimestampParser,
  path: string,
): ((cells: Cells) => Opening) | null {
  const {open} = replay;
  if (open === undefined) return null;
  const at = (key: string) => `${path}.columns.${key}`;
  const statusOf = columns.text(open.status, at('status'));
  const ownerOf = columns.text(open.owner, at('owner'));
  const parentOf = columns.text(open.parent, at('parent'));
  const untilOf = open.until ? instantOf(open.until, columns, parse, at('until'), 'end') : () => Number.NaN;
  const remainingOf = durationOf(open.remaining, columns, parse, at('remaining'), 'remaining effort');
  const waits = handling.some(({kind}) => kind === 'pending');
  return (cells) => {
    const opening = {
      status: codeOf(statusOf(cells), open.statuses),
      owner: ownerOf(cells),
      parent: parentOf(cells),
      untilEpochMs: untilOf(cells),
      remainingMs: remainingOf(cells),
    };
    const {status, owner, untilEpochMs} = opening;
    if (owner === '' && (status === OPENING.assigned || status === OPENING.parked))
      throw new BadRow(`${OPEN_STATUSES[status]}, and no owner`);
    if (Number.isNaN(untilEpochMs) && status === OPENING.held) throw new BadRow('held, and not until when');
    if (Number.isNaN(untilEpochMs) && status === OPENING.pending && !waits)
      throw new BadRow(`pending, not until when, and no outcome of ${name} says how long customers take`);
    return opening;
  };
}

function codeOf(text: string, statuses: Readonly<Record<string, (typeof OPEN_STATUSES)[number]>>): number {
  if (text === '') return OPENING.queued;
  const word = Object.hasOwn(statuses, text) ? statuses[text] : undefined;
  if (word !== undefined) return OPEN_STATUSES.indexOf(word);
  const similar = nearest(text, Object.keys(statuses));
  throw new BadRow(
    `status ${shown(text)} is not known${similar ? ` (${shown(similar)} is)` : ''}: name it under statuses`,
  );
}
