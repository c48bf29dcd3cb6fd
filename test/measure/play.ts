/** Plays events to a recorder by hand, as the engine would tell them, so that every tally is known. */
import {BusinessClock} from '../../src/calendar/index.ts';
import {compile} from '../../src/compile/index.ts';
import type {AgentState} from '../../src/engine/observer.ts';
import {ITEM, Items} from '../../src/floor/items.ts';
import {askedBy} from '../../src/measure/asked.ts';
import type {Facts} from '../../src/measure/facts.ts';
import {factsOf} from '../../src/measure/factsOf.ts';
import {fold} from '../../src/measure/fold.ts';
import {ItemLog} from '../../src/measure/itemLog.ts';
import {Recorded} from '../../src/measure/recorded.ts';
import {Recorder} from '../../src/measure/recorder.ts';
import type {Results} from '../../src/measure/results.ts';
import type {Scenario} from '../../src/scenario/scenario.ts';

export const SECOND = 1000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;

export interface Arrival {
  readonly source?: number;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly arrivedMs?: number;
  readonly dueMs?: number;
  readonly redial?: number;
  readonly wrapUpMs?: number;
}

export class Play {
  readonly scenario: Scenario;
  readonly compiled: ReturnType<typeof compile>;
  readonly items = new Items();
  readonly recorder: Recorder;
  readonly recorded: Recorded;
  readonly log = new ItemLog();
  replication = 0;
  private created = 0;
  private readonly clocks = {nowMs: -0};
  private priority = 0;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.compiled = compile(scenario);
    const {model} = this.compiled;
    const clocks = model.clocks.map((clock) => new BusinessClock(clock));
    this.recorder = new Recorder({
      model,
      asked: askedBy(scenario.goals),
      log: this.log,
      dueAfter: (process, arrivedMs, allowedMs) => {
        const clock = clocks[model.processes.clock[process]];
        return clock.wallOf(clock.at(arrivedMs) + allowedMs);
      },
    });
    this.recorder.watch({
      items: this.items,
      clocks: this.clocks,
      profiles: model.roster.profile,
      priorityOf: () => this.priority,
    });
    this.recorded = new Recorded(model);
  }

  /** The recorder, at an instant. */
  at(ms: number): Recorder {
    this.clocks.nowMs = ms;
    return this.recorder;
  }

  classOf(arrival: Arrival = {}) {
    const source = arrival.source ?? 0;
    const {channel} = this.scenario.demand[source];
    const name = 'name' in channel ? channel.name : '';
    return this.compiled.classifier.classify(source, name, arrival.attributes ?? {}, Number.NaN);
  }

  arrive(at: number, arrival: Arrival = {}): number {
    const {items} = this;
    const item = items.create();
    const {reportClass, route, rule} = this.classOf(arrival);
    items.setStatus(item, ITEM.waiting);
    items.setSerial(item, this.created++);
    items.setReportClass(item, reportClass);
    items.setRoute(item, route);
    items.setRule(item, rule);
    items.setSource(item, arrival.source ?? 0);
    items.setNumber(item, items.serial(item));
    items.setRedial(item, arrival.redial ?? 0);
    items.setArrivedMs(item, arrival.arrivedMs ?? at);
    items.setDueMs(item, arrival.dueMs ?? Infinity);
    items.setWrapUpMs(item, arrival.wrapUpMs ?? 0);
    items.setAnsweredMs(item, Number.NaN);
    this.at(at).created(item);
    return item;
  }
  reject(item: number, at: number): void {
    this.at(at).rejected(item);
    this.items.release(item);
  }
  answer(item: number, at: number, agent = 0, stage = 0, priority = 0): void {
    this.priority = priority;
    this.items.setStatus(item, ITEM.working);
    this.items.setAnsweredMs(item, at);
    this.at(at).answered(item, agent, stage);
  }
  complete(item: number, at: number, agent = 0): void {
    this.at(at).completed(item, agent);
    this.items.release(item);
  }
  abandon(item: number, at: number): void {
    this.at(at).abandoned(item);
    this.items.release(item);
  }
  become(agent: number, state: AgentState, held: number, at: number): void {
    this.at(at).agentBecame(agent, state, held);
  }

  facts(endMs: number, paidMs = new Float64Array(0)): Facts {
    this.at(endMs).closed();
    return factsOf(this.recorder, this.replication, paidMs, this.recorded.rows > 0 ? this.recorded : null, []);
  }
  results(endMs: number, paidMs?: Float64Array<ArrayBuffer>): Results {
    return this.fold([this.facts(endMs, paidMs)]);
  }
  fold(facts: readonly Facts[]): Results {
    return fold(facts, {
      model: this.compiled.model,
      scenario: this.scenario,
      asked: askedBy(this.scenario.goals),
      hash: 'hash',
      version: '0',
      localTime: (ms) => new Date(this.scenario.fromEpochMs + ms).toISOString().slice(0, 19),
    });
  }
}
