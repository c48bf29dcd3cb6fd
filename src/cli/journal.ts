import {join} from 'node:path';
import {epochOf, localDateOf} from '../calendar/index.ts';
import type {Part} from '../journal/index.ts';
import {parseDuration} from '../language/duration.ts';
import {printable} from '../language/show.ts';
import type {Interrupt} from './interrupt.ts';
import {itemMeant} from './itemMeant.ts';
import type {LoadedScenario} from './load.ts';
import {text} from './scenarioOptions.ts';
import type {Terminal} from './terminal.ts';
import {UsageError} from './usage.ts';

export const JOURNAL_FILES = ['journal.jsonl', 'journal.txt'] as const;

export const JOURNAL_OPTIONS = {
  journal: {
    type: 'string',
    describe: 'Write journal.txt and journal.jsonl too: every decision of the first replication, or of the one named',
    coerce: whichReplication,
  },
  item: text('item', 'Only what concerns this item in the journal: source.number, or its id in a log'),
  from: text('from', 'The journal from here on: a local time, or a duration after the start'),
  to: text('to', 'The journal up to here'),
} as const;

export interface JournalValues {
  /** The replication, from 1. */
  readonly journal?: number | undefined;
  readonly item?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function whichReplication(value: unknown): number | undefined {
  if (value === undefined || value === false) return undefined;
  const number = Number(value);
  if (!Array.isArray(value) && Number.isSafeInteger(number) && number >= 1) return number;
  throw new UsageError(
    Array.isArray(value)
      ? `--journal is given ${value.length} times: give it once.`
      : `--journal expects the number of a replication, or nothing, found ${printable(JSON.stringify(value), 40)}.`,
  );
}

/** What is to be told, once the scenario is known. */
export interface JournalPlan {
  /** From 1. */
  readonly replication: number;
  readonly part: Part;
  /** As typed, for messages. */
  readonly item: string | undefined;
}

/** What the options ask for; null: no journal. Throws UsageError for what cannot be meant. */
export async function journalPlan(
  values: JournalValues & {readonly json?: boolean | undefined; readonly out?: string | undefined},
  loaded: LoadedScenario,
): Promise<JournalPlan | null> {
  const {journal, item, from, to} = values;
  if (journal === undefined) {
    const stray = (['item', 'from', 'to'] as const).find((option) => values[option] !== undefined);
    if (stray !== undefined) throw new UsageError(`--${stray} says what the journal is to tell: add --journal.`);
    return null;
  }
  if (values.json && values.out === undefined)
    throw new UsageError('--journal writes files: with --json, name their folder with --out.');
  const {replications} = loaded.scenario;
  if (journal > replications)
    throw new UsageError(`--journal ${journal}: the scenario has ${replications} replications.`);
  const fromMs = instant('from', from, loaded);
  const toMs = instant('to', to, loaded);
  if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs)
    throw new UsageError(`--to ${printable(String(to), 40)} is not after --from ${printable(String(from), 40)}.`);
  const asked = item === undefined ? undefined : await itemMeant(item, loaded);
  return {
    replication: journal,
    item,
    part: {
      ...(asked !== undefined && {item: asked}),
      ...(fromMs !== undefined && {fromMs}),
      ...(toMs !== undefined && {toMs}),
    },
  };
}

/** Ms since the start. */
function instant(option: string, written: string | undefined, {scenario}: LoadedScenario): number | undefined {
  if (written === undefined) return undefined;
  const duration = parseDuration(written);
  if (duration !== null) return duration;
  const {zone, fromEpochMs} = scenario;
  const isTime = /^\d{1,2}:\d{2}/.test(written);
  const read = epochOf(isTime ? `${localDateOf(fromEpochMs, zone)} ${written}` : written, zone);
  if (read.ok) return read.epochMs - fromEpochMs;
  throw new UsageError(
    `--${option} expects a local time such as 08:30 or 2026-03-02T08:30, or a duration after the start such as 2h, found ${printable(JSON.stringify(written), 40)}.`,
  );
}

/** Lines from which on somebody should know that there are many. */
const MANY_LINES = 100_000;

/**
 * Writes both files into the folder, which is there, and says how many events they tell; null when stopped. Throws
 * UsageError where the item asked for never comes.
 */
export async function writeJournal(
  plan: JournalPlan,
  loaded: LoadedScenario,
  dir: string,
  signal: ReturnType<Interrupt['next']>,
  terminal: Terminal,
): Promise<number | null> {
  const [{journalOf}, {growingFile}, {JournalText}] = await Promise.all([
    import('../experiment/index.ts'),
    import('../files/index.ts'),
    import('../report/text/journal.ts'),
  ]);
  const [json, readable] = JOURNAL_FILES.map((path) => growingFile(join(dir, path)));
  if (json === undefined || readable === undefined) return null;
  const said = new JournalText();
  let events = 0;
  let whole = false;
  try {
    const {complete, met} = await journalOf(
      {
        loaded,
        replication: plan.replication - 1,
        part: plan.part,
        write: (event) => {
          events++;
          json.write(`${JSON.stringify(event)}\n`);
          readable.write(said.of(event));
        },
      },
      async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return !signal.aborted;
      },
    );
    if (!complete) return null;
    if (!met)
      throw new UsageError(
        `Item ${printable(JSON.stringify(plan.item), 60)} does not come in replication ${plan.replication}.`,
      );
    json.close();
    readable.close();
    whole = true;
  } finally {
    if (!whole) {
      json.discard();
      readable.discard();
    }
  }
  if (events > MANY_LINES)
    terminal.err(
      `The journal tells ${events.toLocaleString('en')} events: --item, --from and --to choose among them.\n`,
    );
  return events;
}
