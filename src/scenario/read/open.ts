import type {Path} from '../../language/problem.ts';
import {OPEN_STATUSES, type OpenStatus} from '../../model/opening.ts';
import type {ReplaySpec} from '../scenario.ts';
import type {OpenWritten} from '../schema/open.ts';
import {SETTINGS} from '../schema/settings.ts';
import type {Reading} from './reading.ts';
import {durationOf, instantOf, readReplay} from './replay.ts';

const NO_COLUMN: string[] = [];

/** A snapshot as the scenario maps it; null where it cannot be used, which is reported. */
export function readOpen(reading: Reading, path: Path, written: OpenWritten): ReplaySpec | null {
  const {arrived, age, status, owner, parent, until, remaining, ...columns} = written.columns;
  const at = (key: string) => [...path, 'columns', key];
  if ((arrived === undefined) === (age === undefined)) {
    const found = arrived === undefined ? 'neither' : 'both';
    reading.error([...path, 'columns'], `expected \`arrived\` or \`age\` among the columns, found ${found}`);
    return null;
  }
  if (parent !== undefined && columns.id === undefined)
    reading.error(at('parent'), 'expected `id` among the columns: a parent is named by its id', 'id: number');
  const replay = readReplay(reading, path, {...written, columns: {...columns, arrived: arrived ?? NO_COLUMN}});
  if (replay === null) return null;
  return {
    ...replay,
    open: {
      age: durationOf(reading, at('age'), age),
      status: status ?? [],
      statuses: {...ownWords(), ...stagesAsWords(reading), ...written.statuses},
      owner: owner ?? [],
      parent: parent ?? [],
      until: until === undefined ? null : instantOf(until),
      remaining: durationOf(reading, at('remaining'), remaining),
    },
  };
}

const ownWords = (): Record<string, OpenStatus> => Object.fromEntries(OPEN_STATUSES.map((word) => [word, word]));

/** Stages of the scenario mean their statuses, where an item that stands there is open. */
function stagesAsWords(reading: Reading): Record<string, OpenStatus> {
  const stages = reading.peek(['stages'], SETTINGS.stages) ?? {};
  return Object.fromEntries(
    Object.entries(stages).flatMap(([name, status]) => {
      const word = OPEN_STATUSES.find((one) => one === status);
      return word === undefined ? [] : [[name, word]];
    }),
  );
}
