import type {AttributeValue, Classified, Classifier, HandedTo} from '../demand/context.ts';
import {ownText} from '../language/ownText.ts';
import type {Brought} from '../model/moves.ts';
import type {ReportClasses} from '../model/reporting.ts';
import type {PrioritySpec} from '../routing/priority/spec.ts';
import {compileDecisionTable, type DecisionTable} from '../routing/segmentation/decisionTable.ts';
import type {Outcome} from '../routing/segmentation/spec.ts';
import type {Scenario, SourceSpec} from '../scenario/scenario.ts';
import {openingOf} from './channels.ts';
import {KnownClasses} from './knownClasses.ts';
import {directOf, type RouteTable, ruleThatOpens} from './routes.ts';
import {SentRoutes} from './sentRoutes.ts';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** What the classifier itself says of an item, whatever attributes are called so. */
const ADDED: ReadonlySet<string> = new Set(['channel', 'source', 'priority']);

/** Attributes that results are split by: those that goals or `reportBy` name, each once. */
export const reportedAttributes = (scenario: Scenario): string[] => [
  ...new Set([...scenario.goals.flatMap(({of}) => (of.attribute ? [of.attribute.name] : [])), ...scenario.reportBy]),
];

/**
 * Segmentation as a function: what the decision table says of an item, as a route, and the class it is reported under.
 * Report classes are added to `classes` as they are met.
 */
export class TableClassifier implements Classifier {
  readonly #scenario: Scenario;
  readonly #table: DecisionTable;
  readonly #routes: RouteTable;
  readonly #channels: ReadonlyMap<string, number>;
  readonly #processes: readonly string[];
  readonly #sent: SentRoutes;
  readonly #outcomes: readonly Destination[];
  readonly #reported: readonly string[];
  readonly #credited: ReadonlySet<string>;
  readonly #classes: ReportClasses;
  readonly #classIds = new Map<string, number>();
  readonly #asksPriority: boolean;
  /** Per source: the rule of its own where its items are opened by others. */
  readonly #opening: readonly (number | undefined)[];
  /** By source and channel. */
  readonly #known: (KnownClasses | undefined)[] = [];
  /** Routes met, by credit, of each rule and channel. */
  readonly #routesMet: Map<number, number>[];

  constructor(
    scenario: Scenario,
    routes: RouteTable,
    channels: readonly string[],
    processes: readonly string[],
    classes: ReportClasses,
  ) {
    const {rules, otherwise} = scenario.routing.segmentation;
    this.#scenario = scenario;
    this.#table = compileDecisionTable(scenario.routing.segmentation);
    this.#routes = routes;
    this.#processes = processes;
    this.#sent = new SentRoutes(routes, channels.length);
    this.#channels = new Map(channels.map((name, index) => [name, index]));
    const opened = scenario.demand.flatMap((source) => openingOf(source) ?? []);
    const outcomes: Outcome[] = [...rules.map(({then}) => then), ...(otherwise ? [otherwise] : []), ...opened];
    this.#opening = scenario.demand.map((source) => (openingOf(source) ? ruleThatOpens(scenario, source) : undefined));
    this.#outcomes = outcomes.map((then) => destinationOf(scenario, then, processes));
    this.#reported = reportedAttributes(scenario);
    this.#credited = new Set(this.#outcomes.flatMap(({priority}) => priority?.credit?.attribute ?? []));
    this.#asksPriority = this.decides('priority');
    this.#classes = classes;
    this.#routesMet = Array.from({length: outcomes.length * channels.length}, () => new Map());
  }

  decides(attribute: string): boolean {
    return this.#table.mentions(attribute) || this.#reported.includes(attribute) || this.#credited.has(attribute);
  }

  initialFrom(rule: number): string | null {
    const attribute = this.#outcomes[rule]?.priority?.initialFrom?.attribute;
    return attribute === undefined || ADDED.has(attribute) ? null : attribute;
  }

  classify(source: number, channel: string, attributes: Attributes, priority: number): Classified {
    const channelId = this.#channels.get(channel);
    if (channelId === undefined) throw new Error(`no source of the scenario has the channel ${channel}`);
    const known = Number.isNaN(priority) || !this.#asksPriority ? this.#knownOf(source, channelId) : null;
    const met = known?.find(attributes);
    if (met) {
      // Values that only start a priority are no part of a combination.
      const initial = Number.isNaN(priority) ? initialOf(this.#outcomes[met.rule]?.priority, attributes) : priority;
      return {...met, initial};
    }
    const classified = this.#classify(source, channel, channelId, attributes, priority);
    known?.keep(attributes, classified);
    return classified;
  }

  send(source: number, brought: Brought, process: number, to: HandedTo): Pick<Classified, 'route' | 'initial'> {
    const {channel, attributes, priority} = brought;
    const destination = to.process === undefined ? process : this.#processes.indexOf(to.process);
    const {routing, demand} = this.#scenario;
    const spec = routing.priorities[routing.processes[this.#processes[destination]].priority.use];
    const all = spec?.credit ? {...attributes, channel, source: demand[source].of ?? demand[source].name} : attributes;
    return {
      route: this.#sent.routeOf(to, destination, this.#channels.get(channel) ?? -1, creditOf(spec, all)),
      initial: Number.isNaN(priority) ? initialOf(spec, attributes) : priority,
    };
  }

  #classify(source: number, channel: string, channelId: number, attributes: Attributes, priority: number): Classified {
    const all: Attributes = {
      ...attributes,
      channel,
      source: this.#scenario.demand[source]?.of ?? this.#scenario.demand[source]?.name ?? null,
      priority: Number.isNaN(priority) ? null : priority,
    };
    const rule = this.#opening[source] ?? this.#table.ruleOf(all);
    const to = this.#outcomes[rule];
    if (to === undefined) throw new Error('an item matches no rule of the decision table, and there is no `otherwise`');
    return {
      route: this.#routeOf(rule, to, channelId, creditOf(to.priority, all)),
      rule,
      reportClass: this.#classOf(source, channelId, to.process, all),
      initial: Number.isNaN(priority) ? initialOf(to.priority, all) : priority,
    };
  }

  #knownOf(source: number, channel: number): KnownClasses {
    const place = source * this.#channels.size + channel;
    let known = this.#known[place];
    if (known === undefined) {
      known = new KnownClasses(this.#decidingOf(this.#scenario.demand[source]));
      this.#known[place] = known;
    }
    return known;
  }

  #decidingOf(source: SourceSpec | undefined): string[] {
    const {columns} = this.#scenario.routing.segmentation;
    const mentioned = attributesOf(source).filter((name) => this.#table.mentions(name));
    const names = [...columns, ...mentioned, ...this.#reported, ...this.#credited];
    return [...new Set(names)].filter((name) => !ADDED.has(name));
  }

  #routeOf(rule: number, {process, direct}: Destination, channel: number, creditMs: number): number {
    const met = this.#routesMet[rule * this.#channels.size + channel];
    let route = met.get(creditMs);
    if (route === undefined) {
      route = this.#routes.idOf({process, channel, creditMs, direct});
      met.set(creditMs, route);
    }
    return route;
  }

  #classOf(source: number, channel: number, process: number, attributes: Attributes): number {
    const values = this.#reported.map((name) => String(attributes[name] ?? ''));
    const place = `${source} ${channel} ${process}`;
    const key = values.length === 0 ? place : JSON.stringify([place, values]);
    const known = this.#classIds.get(key);
    if (known !== undefined) return known;
    const classes = this.#classes;
    const id = classes.count;
    classes.source.push(source);
    classes.channel.push(channel);
    classes.process.push(process);
    classes.attributes.push(
      Object.fromEntries(this.#reported.map((name, index) => [name, ownText(values[index] ?? '')])),
    );
    classes.count++;
    this.#classIds.set(key, id);
    return id;
  }
}

interface Destination {
  readonly process: number;
  readonly direct: ReturnType<typeof directOf>;
  readonly priority: PrioritySpec | undefined;
}

function destinationOf({routing}: Scenario, then: Outcome, processes: readonly string[]): Destination {
  return {
    process: processes.indexOf(then.process),
    direct: directOf(then),
    priority: routing.priorities[routing.processes[then.process]?.priority.use ?? ''],
  };
}

function creditOf(priority: PrioritySpec | undefined, attributes: Attributes): number {
  const credit = priority?.credit;
  return credit?.values[String(attributes[credit.attribute] ?? '')] ?? 0;
}

/** Every attribute that items of a source may bring. */
function attributesOf(source: SourceSpec | undefined): string[] {
  if (source === undefined) return [];
  const {arrivals, attributes, handling = []} = source;
  const logged = 'replay' in arrivals ? arrivals.replay.attributes.map(({name}) => name) : [];
  const changed = handling.flatMap((one) => (one.kind === 'reclassify' ? Object.keys(one.set) : []));
  return [...Object.keys(attributes), ...logged, ...changed];
}

/** The attribute that holds an item's initial value; NaN where it is missing or no number. */
function initialOf(priority: PrioritySpec | undefined, attributes: Attributes): number {
  const from = priority?.initialFrom?.attribute;
  const value = from === undefined || ADDED.has(from) ? null : attributes[from];
  return typeof value === 'number' ? value : Number.NaN;
}
