import {definitions, OF_AGENTS, OF_ITEMS, valuesOf} from './evaluate.ts';
import type {Facts} from './facts.ts';
import {fairnessOf} from './fairness.ts';
import {personalBacklog} from './fold/bins.ts';
import type {FoldContext} from './fold/context.ts';
import {findings} from './fold/findings.ts';
import {Goals} from './fold/goals.ts';
import {lateTimes} from './fold/late.ts';
import {leadResults} from './fold/leads.ts';
import {milestoneResults} from './fold/milestones.ts';
import {processFlows} from './fold/moves.ts';
import {recordedComparison} from './fold/recordedComparison.ts';
import {RecordedRows} from './fold/recordedRows.ts';
import {Replication} from './fold/replication.ts';
import type {ScopeTally} from './fold/scopeTally.ts';
import {sumRows} from './fold/scopeTally.ts';
import {Series} from './fold/series.ts';
import {stageResults} from './fold/stages.ts';
import {
  agentRows,
  balanceOf,
  mergedWarnings,
  probeRows,
  ruleRows,
  takenByRows,
  targetRows,
  waitDistribution,
} from './fold/tables.ts';
import {waitParts} from './fold/waitParts.ts';
import type {Results, Scoped, WaitDistribution} from './results.ts';
import {EVERYTHING, type ReportClass, type Scope} from './scope.ts';

export type {FoldContext} from './fold/context.ts';

/** All replications at once, in order of replication. */
export function fold(facts: readonly Facts[], context: FoldContext): Results {
  const folding = new Folding(context);
  for (const one of facts) folding.add(one);
  return folding.results();
}

/**
 * Replications folded one by one, in order; what is kept by interval is summed and let go. The same facts in the same
 * order give the same bytes, whoever ran them.
 */
export class Folding {
  private readonly context: FoldContext;
  private readonly replications: Replication[] = [];
  private readonly series: Series;
  private readonly goals: Goals;
  private readonly recorded: RecordedRows;

  constructor(context: FoldContext) {
    const {model, scenario, asked, localTime} = context;
    this.context = context;
    this.series = new Series(model, localTime);
    this.goals = new Goals(scenario.goals, asked);
    this.recorded = new RecordedRows(model, scenario.demand.some(recordsOutcome));
  }

  get count(): number {
    return this.replications.length;
  }

  add(facts: Facts): void {
    if (facts.replication !== this.replications.length)
      throw new Error(`replication ${facts.replication} was folded as number ${this.replications.length}`);
    const replication = new Replication(facts, this.context.model, this.context.asked);
    this.series.add(replication);
    this.goals.add(replication);
    this.recorded.add(replication);
    replication.release();
    this.replications.push(replication);
  }

  /** Of the replications so far; at least one. */
  results(): Results {
    const {context, replications} = this;
    if (replications.length === 0) throw new Error('there is no replication to fold');
    const {model, scenario, localTime} = context;
    const intervals = this.series.results();
    const week = this.series.weekResults();
    const personal = personalBacklog(replications, model);
    const stages = stageResults(replications, model);
    const flows = processFlows(replications, model);
    const late = lateTimes(replications, model);
    const leads = leadResults(replications, model);
    const parts = waitParts(replications, model);
    const agents = agentRows(replications, model);
    const fairness = fairnessOf(agents, model);
    const found = {
      flow: this.flow(),
      balance: balanceOf(replications),
      rules: ruleRows(replications, model, scenario),
    };
    return {
      schema: 1,
      scenario: {name: scenario.name, hash: context.hash},
      version: context.version,
      seed: scenario.seed,
      replications: replications.length,
      horizon: {
        from: localTime(0),
        to: localTime(Number.isFinite(model.horizon.untilMs) ? model.horizon.untilMs : this.lastEndMs()),
        zone: scenario.zone,
        intervalSeconds: model.reporting.intervalMs / 1000,
        days: this.days(),
        ...(model.horizon.warmUpMs > 0 && {warmUpSeconds: model.horizon.warmUpMs / 1000}),
        ...(model.horizon.coolDownMs > 0 && {coolDownSeconds: model.horizon.coolDownMs / 1000}),
      },
      promises: promisesOf(model),
      metrics: definitions(),
      flow: found.flow,
      group: this.scoped(model.names.groups, OF_AGENTS, (group) => ({group})),
      goals: this.goals.results((goal) => this.talliesOf(goal.of)),
      balance: found.balance,
      intervals,
      ...(week && {week}),
      agents,
      ...(fairness.length > 0 && {fairness}),
      ...(personal && {personal}),
      waits: this.waits(),
      ...(parts && {waitParts: parts}),
      probes: probeRows(replications, model, localTime),
      rules: found.rules,
      targets: targetRows(replications, model),
      takenBy: takenByRows(replications, model),
      ...(stages && {stages}),
      ...(flows && {processFlows: flows}),
      ...(late && {late}),
      ...(leads && {leads}),
      ...(model.life?.milestones && {milestones: milestoneResults(replications, model, model.life.milestones)}),
      recorded: recordedComparison(this.recorded, intervals.start.length, context),
      warnings: [...mergedWarnings(replications), ...findings(found, scenario.routing.segmentation.rules.length)],
    };
  }

  /** Local days of the horizon; without an end, those the runs reached. */
  private days(): string[] {
    const {dayNames, dayStartsMs} = this.context.model.reporting;
    const end = this.lastEndMs();
    return Number.isFinite(this.context.model.horizon.untilMs)
      ? [...dayNames]
      : dayNames.filter((_, day) => dayStartsMs[day] < end);
  }
  private lastEndMs(): number {
    return Math.max(...this.replications.map(({endMs}) => endMs));
  }

  private talliesOf(scope: Scope): ScopeTally[] {
    return this.replications.map((replication) => replication.tallyOf(scope));
  }
  private scoped(names: readonly string[], shown: typeof OF_ITEMS, scopeOf: (name: string) => Scope): Scoped {
    return Object.fromEntries(
      names.map((name) => [name, valuesOf(shown, this.talliesOf(scopeOf(name)), this.context.asked)]),
    );
  }

  private flow(): Results['flow'] {
    const {model, asked} = this.context;
    const classes = this.replications.flatMap((replication) => replication.classes);
    const attributes = new Map<string, Set<string>>();
    for (const it of classes)
      for (const [name, value] of Object.entries(it.attributes))
        attributes.set(name, (attributes.get(name) ?? new Set()).add(value));
    return {
      total: valuesOf([...OF_ITEMS, ...OF_AGENTS], this.talliesOf(EVERYTHING), asked),
      process: this.scoped(model.names.processes, OF_ITEMS, (process) => ({process})),
      channel: this.scoped(model.names.channels, OF_ITEMS, (channel) => ({channel})),
      source: this.scoped(model.names.sources, OF_ITEMS, (source) => ({source})),
      attribute: Object.fromEntries(
        [...attributes.keys()]
          .sort()
          .map((name) => [
            name,
            this.scoped([...(attributes.get(name) ?? [])].sort(), OF_ITEMS, (value) => ({attribute: {name, value}})),
          ]),
      ),
      processChannel: this.pairs(classes).map((pair) => ({
        ...pair,
        values: valuesOf(OF_ITEMS, this.talliesOf(pair), asked),
      })),
    };
  }

  /** Processes with the channels whose items reached them, in the model's order. */
  private pairs(classes: readonly ReportClass[]): {process: string; channel: string}[] {
    const {names, channelCount} = this.context.model;
    const met = new Set(classes.map(({process, channel}) => process * channelCount + channel));
    return [...met]
      .sort((a, b) => a - b)
      .map((key) => ({
        process: names.processes[Math.floor(key / channelCount)],
        channel: names.channels[key % channelCount],
      }));
  }

  private waits(): WaitDistribution[] {
    const classes = this.replications.flatMap((replication) => replication.classes);
    return this.pairs(classes).map(({process, channel}) => {
      const tallies = this.talliesOf({process, channel});
      const offered = tallies.reduce((sum, tally) => sum + tally.offered, 0);
      return waitDistribution(process, channel, sumRows(tallies.map((tally) => tally.waitCounts())), offered);
    });
  }
}

function promisesOf({names, processes}: FoldContext['model']): NonNullable<Results['promises']> {
  const seconds = (ms: number) => (Number.isNaN(ms) ? null : ms / 1000);
  return Object.fromEntries(
    names.processes.map((name, process) => [
      name,
      {
        answerWithinSeconds: seconds(processes.answerWithinMs[process]),
        slaSeconds: seconds(processes.slaMs[process]),
      },
    ]),
  );
}

function recordsOutcome({arrivals}: FoldContext['scenario']['demand'][number]): boolean {
  if (arrivals.kind !== 'replay') return false;
  const {outcome} = arrivals.replay.columns.recorded;
  return outcome.length > 0;
}
