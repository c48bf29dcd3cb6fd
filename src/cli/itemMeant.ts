import {nearest} from '../language/nearest.ts';
import {printable} from '../language/show.ts';
import type {LoadedScenario} from './load.ts';
import {UsageError} from './usage.ts';

/** An item as people name it, found in the scenario; whether it comes in a replication is seen when that runs. */
export interface ItemMeant {
  readonly source: number;
  readonly number: number;
  /** 0 the first call of its customer. */
  readonly redial: number;
}

/** Ids that are looked through for one like that typed. */
const MOST_LIKE = 50_000;

/**
 * `source.number`, with `#2` where its customer calls for the second time, or the id that a log gives it. Throws
 * UsageError, with the nearest name, where there is none, and where logs give the id to several.
 */
export async function itemMeant(written: string, loaded: LoadedScenario): Promise<ItemMeant> {
  const {sources} = loaded.compiled.model.names;
  const [, name = '', number = '', call = '1'] = /^(.*)\.(\d+)(?:#([1-9]\d*))?$/s.exec(written) ?? [];
  const source = sources.indexOf(name);
  if (source >= 0) return {source, number: Number(number), redial: Number(call) - 1};
  const {itemsOfId, loggedIds} = await import('../experiment/index.ts');
  const [found, ...others] = itemsOfId(loaded, written);
  if (found && others.length === 0) return {...found, redial: 0};
  if (found) {
    const all = [found, ...others].map((one) => `${sources[one.source]}.${one.number}`);
    const named = `${all.slice(0, 5).join(', ')}${all.length > 5 ? ` and ${all.length - 5} more` : ''}`;
    throw new UsageError(
      `The id ${printable(JSON.stringify(written), 60)} is given ${all.length} times: choose one of ${printable(named)}.`,
    );
  }
  const near = nearest(name === '' ? written : name, sources);
  const example = `${near ?? sources[0]}.${number === '' ? 0 : number}`;
  const like = near === undefined ? nearest(written, firstOf(loggedIds(loaded))) : undefined;
  const hint = like === undefined ? '' : ` Did you mean ${printable(like, 60)}?`;
  throw new UsageError(
    `There is no item ${printable(JSON.stringify(written), 60)}: expected source.number such as ${printable(example)}, or the id that a log gives it.${hint}`,
  );
}

function* firstOf(ids: Iterable<{readonly given: string}>): Generator<string> {
  let count = 0;
  for (const {given} of ids) {
    if (count++ >= MOST_LIKE) return;
    if (given !== '') yield given;
  }
}
