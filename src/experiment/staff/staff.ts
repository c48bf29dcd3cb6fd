import {metricOf} from '../../measure/fold/goals.ts';
import type {GoalSpec} from '../../scenario/scenario.ts';
import type {Loaded, Remote} from '../loaded.ts';
import {runReplication} from '../runReplication.ts';
import {Study} from '../study/study.ts';
import type {Cut} from './cuts.ts';
import {frontierOf} from './frontier.ts';
import type {StaffResults, TriedRow} from './outcome.ts';
import {type Plan, restaffed, type Staffing} from './plan.ts';
import {postsOf} from './posts.ts';
import {reachOf} from './reach.ts';
import {search} from './search.ts';
import {type SimulateOptions, simulation, type TrialStore} from './simulate.ts';
import {checkStaffable} from './staffable.ts';
import {limitOf, scaleOf} from './standing.ts';
import {squareRootStaffing} from './start.ts';
import {better, costOf, type Task} from './task.ts';
import {meets, Stopped, Trials, type Tried} from './trials.ts';
import {verified} from './verify.ts';
import {trainingsOf, worthOfAgents, worthOfTraining} from './worth.ts';

export interface StaffRequest {
  readonly loaded: Loaded;
  /** How worker threads load the scenario with a plan's people; null: this thread alone. */
  readonly remoteOf: ((plan: Plan) => Remote) | null;
  /** Of this program, for the results. */
  readonly version: string;
}

export interface StaffHooks {
  /** Threads at most, this one counted. */
  readonly workers: number;
  readonly signal?: AbortSignal | undefined;
  readonly store?: TrialStore | undefined;
  /** Replications simulated so far, what they are for, and the cheapest good cost known. */
  readonly onProgress?: ((simulations: number, phase: string, cost: number | null) => void) | undefined;
}

/** Search and `run` use other numbers: what is found is judged by luck it has not seen. */
const SEARCH_FROM = 1_000_000;
/** Replications of a staffing that is clearly good or bad. */
const FEW = 10;
/** Changes of skills whose worth is worked out. */
const MOST_TRAININGS = 12;

/**
 * The cheapest head counts within `between` that meet every goal, simulated with common random numbers: from offered
 * load and square-root staffing by cuts and integer programs to a local search, then verified by the replications that
 * `preroute run` would show. Stopped by the signal, it returns what it has. Throws InputError where there is nothing to
 * choose, and errors of the simulation.
 */
export async function staff({loaded, remoteOf, version}: StaffRequest, hooks: StaffHooks): Promise<StaffResults> {
  const {scenario} = loaded;
  checkStaffable(scenario);
  const {signal, workers, store} = hooks;
  const study = new Study({workers, signal});
  const work = new Work(loaded, {loaded, remoteOf, study, store}, hooks);
  const stopped = await ends(work.all()).finally(() => study.close());
  const {posts} = work.task;
  const {known} = work;
  const {verified: verification} = known;
  const staffing = stopped && verification === null ? work.cheapestSoFar() : known.staffing;
  const ending = stopped
    ? 'stopped'
    : known.unreachable.length > 0 || staffing === null || verification?.met === false
      ? 'out of reach'
      : 'met';
  return {
    scenario: {
      name: scenario.name,
      hash: loaded.hash,
      seed: scenario.seed,
      version,
      money: scenario.workforce.some(({between, costPerHour}) => between && costPerHour !== undefined),
    },
    posts,
    goals: scenario.goals.map(goalOf),
    ending,
    ...known,
    staffing,
    cost: staffing && costOf(posts, staffing),
    costNow: costOf(
      posts,
      posts.map(({now}) => now),
    ),
    tried: work.tried(),
    simulations: work.simulations,
  };
}

const ends = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => false,
    (error) => {
      if (error instanceof Stopped) return true;
      throw error;
    },
  );

function goalOf(goal: GoalSpec): StaffResults['goals'][number] {
  const {unit} = metricOf(goal);
  return {text: goal.text, unit: goal.onDays === undefined ? unit : 'ratio', limit: limitOf(goal)};
}

type Known = Pick<StaffResults, 'staffing' | 'verified' | 'unreachable' | 'agents' | 'training' | 'frontier'>;

/** The steps, each of which leaves what it found: who stops the work has the steps before. */
class Work {
  readonly task: Task;
  known: Known = {staffing: null, verified: null, unreachable: [], agents: [], training: [], frontier: []};
  private readonly loaded: Loaded;
  private readonly fresh: Trials;
  private readonly cuts: Cut[] = [];

  constructor(loaded: Loaded, options: SimulateOptions, {onProgress}: StaffHooks) {
    const {goals, replications} = loaded.scenario;
    const posts = postsOf(loaded.scenario);
    const simulate = simulation(options);
    const told = (trials: () => Trials) => {
      return (asked: Parameters<typeof simulate>[0]) => {
        const {staffing} = this.known;
        onProgress?.(this.simulations, trials().phase, staffing && costOf(posts, staffing));
        return simulate(asked);
      };
    };
    const few = Math.min(FEW, replications);
    const search = {goals, firstReplication: SEARCH_FROM, few, most: replications};
    const fresh = {goals, firstReplication: 0, few: 2 * replications, most: 2 * replications};
    const trials: Trials = new Trials({...search, simulate: told(() => trials)});
    this.fresh = new Trials({...fresh, simulate: told(() => this.fresh)});
    this.loaded = loaded;
    this.task = {posts, trials, floors: goals.map(() => 0), scales: goals.map(scaleOf)};
  }

  get simulations(): number {
    return this.task.trials.simulations + this.fresh.simulations;
  }

  async all(): Promise<void> {
    const {goals} = this.loaded.scenario;
    const {unreachable, floors} = await reachOf(this.task, goals);
    this.known = {...this.known, unreachable};
    const task = {...this.task, floors};
    const best = await search(task, this.start(), this.cuts, (tried) => {
      this.known = {...this.known, staffing: tried.plan.staffing};
    });
    if (best === null) return;
    const verifying = {...task, trials: this.fresh};
    const {staffing, ...verification} = await verified(verifying, best.plan.staffing);
    this.known = {...this.known, staffing, verified: verification};
    await this.worth(staffing);
    this.known = {...this.known, frontier: await frontierOf(task, goals, best, this.cuts)};
  }

  /** Where everybody who may be there is there, what all are busy with is the load. */
  private start(): Staffing {
    const {posts} = this.task;
    const everyone = restaffed(this.loaded, {staffing: posts.map(({most}) => most)});
    return squareRootStaffing(everyone, posts, runReplication(everyone, SEARCH_FROM));
  }

  private async worth(staffing: Staffing): Promise<void> {
    const {scenario} = this.loaded;
    const {posts} = this.task;
    const {fresh} = this;
    const {few} = fresh.options;
    fresh.phase = 'one agent more';
    const agents = await worthOfAgents(fresh, scenario.goals, posts, staffing, few);
    this.known = {...this.known, agents};
    fresh.phase = 'other skills';
    const trainings = trainingsOf(scenario, posts, staffing).slice(0, MOST_TRAININGS);
    const training = await worthOfTraining(fresh, scenario.goals, trainings, staffing, few);
    this.known = {...this.known, training};
  }

  /** Of what was tried and meets every goal; null where nothing does yet. */
  cheapestSoFar(): Staffing | null {
    const {task} = this;
    const best = task.trials.tried
      .filter(({plan}) => plan.staffing.every((heads, post) => heads <= task.posts[post].most))
      .reduce<Tried | null>((cheapest, tried) => better(task, cheapest, tried), null);
    return best?.plan.staffing ?? null;
  }

  tried(): TriedRow[] {
    const {posts, trials, floors} = this.task;
    return [trials, this.fresh].flatMap((of) =>
      of.tried.map((tried) => ({
        phase: tried.phase,
        staffing: tried.plan.staffing,
        trained: tried.plan.trained ?? null,
        cost: costOf(posts, tried.plan.staffing),
        replications: tried.replications,
        slack: tried.slack,
        meets: meets(tried, floors),
      })),
    );
  }
}
