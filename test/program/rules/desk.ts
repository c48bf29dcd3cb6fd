/**
 * Small scenarios as people write them, run as the program runs them: YAML and CSV on the disk, `load`, one
 * replication. What happened comes back as lines that can be worked out by hand; times in seconds after the start.
 */
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {type LoadedScenario, type LoadRequest, load} from '../../../src/cli/load.ts';
import {AGENT, BIN, type Observer} from '../../../src/engine/observer.ts';
import {Simulation} from '../../../src/engine/simulation.ts';
import {feedsOf} from '../../../src/experiment/feeds.ts';
import {rehearse, runReplication} from '../../../src/experiment/index.ts';
import {Warnings} from '../../../src/experiment/warnings.ts';
import type {Floor} from '../../../src/floor/floor.ts';
import {TRACK} from '../../../src/floor/milestones.ts';
import {InputError, type Problem} from '../../../src/language/problem.ts';
import {ItemLog, LOG_ROWS, OUTCOME} from '../../../src/measure/itemLog.ts';
import type {Results} from '../../../src/measure/results.ts';
import {STATUS} from '../../../src/model/life.ts';
import type {Names} from '../../../src/model/model.ts';
import {dutyOf, lookDrawsOf, offerDrawsOf} from '../../../src/workforce/index.ts';
import {folderWith} from '../preroute.ts';

const DEFAULTS = 'from: 2026-03-02 # a Monday\natEnd: drain\nreplications: 1\n';
const KEY_GIVEN = (text: string) => new Set(text.split('\n').flatMap((line) => /^(\w+):/.exec(line)?.[1] ?? []));

/** The text with what it leaves out of: a Monday in UTC, one replication, drained at the end. */
export function written(yaml: string): string {
  const given = KEY_GIVEN(yaml);
  const kept = DEFAULTS.split('\n').filter((line) => !given.has(line.split(':')[0] ?? ''));
  return `${kept.join('\n')}\n${yaml}`;
}

type Files = Readonly<Record<string, string>>;
type More = Omit<LoadRequest, 'file'>;

/** Reads and compiles a scenario; files it names lie beside it and need not outlive `use`. */
export function opened<Answer>(
  yaml: string,
  files: Files,
  more: More,
  use: (loaded: LoadedScenario) => Answer,
): Answer {
  const folder = folderWith({'scenario.yaml': written(yaml), ...files});
  const at = (file: string | undefined) => (file === undefined ? undefined : join(folder, file));
  const {routing, workforce, ...rest} = more;
  const answer = use(
    load({...rest, routing: at(routing), workforce: at(workforce), file: join(folder, 'scenario.yaml')}),
  );
  const tidy = () => rmSync(folder, {recursive: true, force: true});
  if (answer instanceof Promise) answer.finally(tidy).catch(() => {});
  else tidy();
  return answer;
}

/** Everything found in a text, errors and warnings: `line: message → hint`. */
export function problemsOf(yaml: string, files: Files = {}, more: More = {}): readonly Problem[] {
  try {
    return opened(yaml, files, more, ({warnings}) => warnings);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/**
 * A line an item in order of creation: `calls.0 came 0: Ann 5 to 35 [everyone, 0]`, the brackets holding the target that
 * took it and its priority then. Two dots after a number: a redial.
 */
export function itemsOf(yaml: string, files: Files = {}, more: More = {}): string[] {
  return opened(yaml, files, more, (loaded) => {
    const log = new ItemLog();
    runReplication(loaded, 0, {log});
    return log.chunks.flatMap((chunk, k) =>
      Array.from({length: Math.min(LOG_ROWS, log.rows - k * LOG_ROWS)}, (_, i) => itemLine(chunk, i, loaded)),
    );
  });
}

type Chunk = ItemLog['chunks'][number];

function itemLine(chunk: Chunk, i: number, {compiled: {model}}: LoadedScenario): string {
  const {names, reporting} = model;
  const outcome = chunk.outcome[i];
  const process = reporting.classes.process[chunk.reportClass[i]];
  const name = `${names.sources[chunk.source[i]]}.${chunk.number[i]}${'..'.repeat(chunk.redial[i])}`;
  const due = chunk.dueMs[i] < Number.POSITIVE_INFINITY ? `, due ${seconds(chunk.dueMs[i])}` : '';
  const came = `${name} came ${seconds(chunk.arrivedMs[i])}${due}: `;
  const missed = chunk.missedOffers[i] > 0 ? `, missed ${chunk.missedOffers[i]}` : '';
  if (outcome === OUTCOME.waiting) return `${came}waiting${missed}`;
  if (outcome === OUTCOME.rejected) return `${came}rejected`;
  if (outcome === OUTCOME.abandoned) return `${came}abandoned ${seconds(chunk.endedMs[i])}${missed}`;
  const taken = `${names.agents[chunk.agent[i]]} ${seconds(chunk.answeredMs[i])}`;
  const through = chunk.stage[i] < 0 ? 'preferred' : names.targets[process][chunk.stage[i]];
  const how = `[${through}, ${rounded(chunk.priority[i])}]${missed}`;
  if (outcome === OUTCOME.inHand) return `${came}${taken} in hand ${how}`;
  const wrapped = chunk.wrapUpMs[i] > 0 ? ` wrapping to ${seconds(chunk.endedMs[i] + chunk.wrapUpMs[i])}` : '';
  return `${came}${taken} to ${seconds(chunk.endedMs[i])}${wrapped} ${how}`;
}

const seconds = (ms: number): string => String(ms / 1000);
const rounded = (value: number): number => Number(value.toFixed(6));

/** Every event of the run: what the engine told, items and agents by name. */
export function eventsOf(yaml: string, files: Files = {}): string[] {
  return opened(yaml, files, {}, (loaded) => {
    const {scenario, compiled} = loaded;
    const {model, people, profileOf} = compiled;
    const story = new Story(model.names);
    const {untilMs} = model.horizon;
    const duty = dutyOf(scenario, people, profileOf, scenario.seed, 0, 0, Number.isFinite(untilMs) ? untilMs : 0);
    const looks = model.pull ? lookDrawsOf(scenario, people, scenario.seed, 0) : null;
    const offers = model.features.ringing ? offerDrawsOf(scenario, people, scenario.seed, 0) : null;
    new Simulation(
      model,
      feedsOf(loaded, 0, null, new Warnings()),
      duty,
      offers,
      (floor) => story.of(floor),
      looks,
    ).run();
    return story.lines;
  });
}

/** Events without the states of agents. */
export const itemEventsOf = (yaml: string, files: Files = {}): string[] =>
  eventsOf(yaml, files).filter((line) => !/^[\d.]+ @/.test(line) && !/(created|closed)/.test(line));

const STANDS = Object.fromEntries(Object.entries(STATUS).map(([name, code]) => [code, name]));
const BINS = Object.fromEntries(Object.entries(BIN).map(([name, code]) => [code, name]));
const STATES = Object.fromEntries(Object.entries(AGENT).map(([name, code]) => [code, name]));

class Story implements Observer {
  readonly lines: string[] = [];
  readonly #names: Names;
  #floor: Floor | undefined;

  constructor(names: Names) {
    this.#names = names;
  }
  of(floor: Floor): this {
    this.#floor = floor;
    return this;
  }
  #add(item: number, what: string): void {
    const items = this.#floor?.items;
    if (items === undefined) throw new Error('the story has no floor');
    const name = `${this.#names.sources[items.source(item)]}.${items.number(item)}${'..'.repeat(items.redial(item))}`;
    this.lines.push(`${this.#now} ${name} ${what}`);
  }
  get #now(): string {
    return seconds(this.#floor?.clocks.nowMs ?? Number.NaN);
  }
  #agent(agent: number): string {
    return this.#names.agents[agent];
  }
  created(item: number): void {
    this.#add(item, 'created');
  }
  rejected(item: number): void {
    this.#add(item, 'rejected');
  }
  offered(item: number, agent: number): void {
    this.#add(item, `offered to ${this.#agent(agent)}`);
  }
  missed(item: number, agent: number): void {
    this.#add(item, `missed by ${this.#agent(agent)}`);
  }
  answered(item: number, agent: number, _stage: number): void {
    this.#add(item, `answered by ${this.#agent(agent)} at ${rounded(this.#floor?.priority(item) ?? Number.NaN)}`);
  }
  abandoned(item: number): void {
    this.#add(item, 'abandoned');
  }
  completed(item: number, agent: number): void {
    this.#add(item, agent < 0 ? 'completed' : `completed by ${this.#agent(agent)}`);
  }
  #milestone(track: number, what: string): void {
    const tracks = this.#floor?.milestones;
    if (!tracks) throw new Error('the story has no milestones');
    this.#add(tracks.item[track], `milestone ${tracks.row[track]} ${what}`);
  }
  readonly life = {
    milestones: {
      started: (track: number): void => {
        const tracks = this.#floor?.milestones;
        const [start, target] = [tracks?.startMs[track], tracks?.targetMs[track]];
        this.#milestone(track, `starts ${seconds(start ?? 0)} until ${seconds(target ?? 0)}`);
      },
      warned: (track: number): void => this.#milestone(track, 'warns'),
      moves: (track: number, toMs: number): void => this.#milestone(track, `until ${seconds(toMs)}`),
      violated: (track: number): void => this.#milestone(track, 'violated'),
      reached: (track: number): void => {
        const late = this.#floor?.milestones?.state[track] === TRACK.violated;
        this.#milestone(track, late ? 'reached late' : 'met');
      },
      dropped: (track: number): void => this.#milestone(track, 'dropped'),
    },
    stands: (item: number, status: number): void => this.#add(item, STANDS[status] ?? String(status)),
    canceled: (item: number, agent: number): void =>
      this.#add(item, agent < 0 ? 'canceled' : `canceled, in hand of ${this.#agent(agent)}`),
    lapses: (item: number): void => this.#add(item, 'lapses'),
    dueMoves: (item: number, toMs: number): void => this.#add(item, `due ${seconds(toMs)}`),
    handled: (item: number, agent: number): void => this.#add(item, `handled by ${this.#agent(agent)}`),
    putInBin: (item: number, agent: number, bin: number): void =>
      this.#add(item, `into the ${BINS[bin]} of ${this.#agent(agent)}`),
    leftBin: (item: number, agent: number, bin: number): void =>
      this.#add(item, `out of the ${BINS[bin]} of ${this.#agent(agent)}`),
    takenAgain: (item: number, agent: number, _stage: number): void =>
      this.#add(item, `taken again by ${this.#agent(agent)} at ${rounded(this.#floor?.priority(item) ?? Number.NaN)}`),
  };
  paused(item: number, agent: number): void {
    this.#add(item, `paused by ${this.#agent(agent)}`);
  }
  resumed(item: number, agent: number): void {
    this.#add(item, `resumed by ${this.#agent(agent)}`);
  }
  agentBecame(agent: number, state: number, held: number): void {
    this.lines.push(`${this.#now} @${this.#agent(agent)} ${STATES[state]} ${held}`);
  }
  measured(index: number): void {
    this.lines.push(`${this.#now} measured ${index}, waiting ${this.#floor?.waiting}`);
  }
  closed(): void {
    this.lines.push(`${this.#now} closed`);
  }
}

/** The whole result, as the command has it. */
export async function resultsOf(yaml: string, files: Files = {}, more: More = {}): Promise<Results> {
  const {results} = await opened(yaml, files, more, (loaded) =>
    rehearse({loaded, remote: null, version: '0'}, {workers: 1}),
  );
  if (results === null) throw new Error('the rehearsal was stopped');
  return results;
}
