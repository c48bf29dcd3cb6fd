import type {Scenario} from '../scenario/scenario.ts';
import {spanOf, stintsOf} from '../workforce/schedule/index.ts';
import type {Plan} from './plan.ts';
import {distributionOf} from './targets.ts';
import {WEEK_HOURS, type Week} from './week.ts';

/** Agents scheduled and not on a break, on average over each hour of a week; before absence and shrinkage. */
export interface StaffByHour {
  readonly groups: readonly {readonly group: string; readonly agents: Float64Array}[];
  /** Per process and channel its items come by: who of them may take an item, target by target as they widen. */
  readonly reach: readonly {
    readonly process: string;
    readonly channel: string;
    /** The one agent or group its rows assign to directly, else null. */
    readonly direct: string | null;
    readonly targets: readonly {
      readonly text: string;
      /** Groups with at least one agent in this target, on duty or not. */
      readonly groups: readonly string[];
      /** Agents of this target and those before it, in each hour. */
      readonly agents: Float64Array;
    }[];
  }[];
}

export function staffByHour(scenario: Scenario, plan: Plan, week: Week): StaffByHour {
  const {people, profiles, table} = plan;
  const byProfile = profiles.profiles.map(() => new Float64Array(WEEK_HOURS));
  const byGroup = people.groups.map(() => new Float64Array(WEEK_HOURS));
  const groupsOf = profiles.profiles.map(() => new Set<number>());
  const span = spanOf(scenario, week.edgesMs[0] ?? 0, week.edgesMs[WEEK_HOURS] ?? 0);
  people.seats.forEach((seat, agent) => {
    const {group, skillsets} = people.agents[agent];
    for (const skillset of skillsets.keys()) groupsOf[profiles.profileOf(agent, skillset)].add(group);
    for (const stint of stintsOf(scenario, seat, span)) {
      const into = [byGroup[group], byProfile[profiles.profileOf(agent, stint.skillset)]];
      addOver(week, stint, 1, into);
      for (const pause of stint.breaks) addOver(week, pause, -1, into);
    }
  });
  const seen = new Set<string>();
  const routes = table.routes.flatMap((route, index) => {
    const key = `${route.process} ${route.channel} ${route.direct?.name ?? ''} ${route.direct?.forMs ?? ''}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{route, index}];
  });
  return {
    groups: people.groups.map((group, index) => ({group, agents: byGroup[index]})),
    reach: routes.map(({route, index}) => ({
      process: plan.processes[route.process] ?? '',
      channel: plan.channels[route.channel] ?? '',
      direct: route.direct?.name ?? null,
      targets: widening(scenario, plan, index, byProfile, groupsOf),
    })),
  };
}

function widening(
  scenario: Scenario,
  {people, profiles, capacity, targets, table}: Plan,
  index: number,
  byProfile: readonly Float64Array[],
  groupsOf: readonly ReadonlySet<number>[],
): StaffByHour['reach'][number]['targets'] {
  const {process, channel, direct} = table.routes[index];
  const {start, admits} = capacity.capacity;
  const texts = [
    ...(direct ? [`${direct.kind} ${direct.name}`] : []),
    ...distributionOf(scenario, process).targets.map(({text}) => text),
  ];
  const hasRoom = profiles.profiles.map(({capacityRule}) => ((admits[start[capacityRule]] >>> channel) & 1) === 1);
  const reached = new Set<number>();
  return targets.stages[index].targets.map((target, stage) => {
    const own = [...profiles.profiles.keys()].filter((p) => hasRoom[p] && profiles.profiles[p].inTarget[target]);
    for (const profile of own) reached.add(profile);
    const agents = new Float64Array(WEEK_HOURS);
    for (const profile of reached)
      for (let hour = 0; hour < WEEK_HOURS; hour++) agents[hour] += byProfile[profile][hour];
    const groups = [...new Set(own.flatMap((profile) => [...groupsOf[profile]]))].sort((a, b) => a - b);
    return {text: texts[stage] ?? '', groups: groups.map((group) => people.groups[group] ?? ''), agents};
  });
}

function addOver(
  {edgesMs}: Week,
  {fromMs, toMs}: {readonly fromMs: number; readonly toMs: number},
  sign: number,
  into: readonly Float64Array[],
): void {
  for (let hour = 0; hour < WEEK_HOURS; hour++) {
    const [begins, ends] = [edgesMs[hour] ?? 0, edgesMs[hour + 1] ?? 0];
    const overlap = Math.min(toMs, ends) - Math.max(fromMs, begins);
    if (overlap > 0) for (const hours of into) hours[hour] += (sign * overlap) / (ends - begins);
  }
}
