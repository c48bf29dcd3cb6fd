/** What a centre written by hand draws: its items, who is on duty, how offers end. */
import {type ArrivalBlock, BLOCK_ROWS, type Feed} from '../../src/model/arrivals.ts';
import {COMMAND, type Commands} from '../../src/model/commands.ts';
import type {Duty, OfferDraws} from '../../src/model/roster.ts';
import {
  type AgentDuty,
  type CentreSpec,
  type CommandSpec,
  groupOfAgents,
  type ItemSpec,
  type OpenedSpec,
} from './centre.ts';

export function feedsOf(spec: CentreSpec): Feed[] {
  return spec.sources.map((source) => {
    let next = 0;
    return {
      fill(block: ArrivalBlock): void {
        block.count = 0;
        while (next < source.items.length && block.count < BLOCK_ROWS) {
          fillRow(block, block.count++, source.items[next], next);
          next++;
        }
      },
      ...(source.life ? {life: source.life.draws} : {}),
      ...(source.commands ? {commands: commandsOf(source.commands, source.stops ?? false)} : {}),
      ...(source.opened ? {opened: openedOf(source.opened)} : {}),
      ...(source.life?.moves ? {moves: source.life.moves} : {}),
      redial: (number, attempt) => source.redial?.draw(number, attempt) ?? null,
    };
  });
}

function commandsOf(commands: readonly CommandSpec[], stops: boolean): Commands {
  return {
    count: commands.length,
    atMs: Float64Array.from(commands, ({at}) => at),
    number: Float64Array.from(commands, ({number}) => number),
    kind: Uint8Array.from(commands, ({what}) => COMMAND[what]),
    stops,
    refused() {},
  };
}

const openedOf =
  ({route, handleMs, wrapUpMs}: OpenedSpec): NonNullable<Feed['opened']> =>
  (number) => ({
    route,
    rule: 0,
    reportClass: 0,
    initial: Number.NaN,
    brought: {channel: '', attributes: {}, priority: Number.NaN},
    handleMs: handleMs(number),
    wrapUpMs: wrapUpMs(number),
  });

function fillRow(block: ArrivalBlock, row: number, item: ItemSpec, number: number): void {
  block.arrivedMs[row] = item.at;
  block.number[row] = number;
  block.route[row] = item.route ?? 0;
  block.reportClass[row] = 0;
  block.handleMs[row] = item.handle ?? 100;
  block.wrapUpMs[row] = item.wrapUp ?? 0;
  block.patienceMs[row] = item.patience ?? Infinity;
  block.dueMs[row] = item.due ?? Number.NaN;
  block.initial[row] = item.initial ?? Number.NaN;
  block.preferred[row] = item.preferred ?? -1;
  block.activeMs[row] = item.active ?? Number.NaN;
  block.rule[row] = 0;
  block.brought[row] = {channel: '', attributes: {}, priority: item.initial ?? Number.NaN};
}

export function dutyOf(spec: CentreSpec): Duty {
  const agents = spec.duty ?? groupOfAgents(spec).map((): AgentDuty => ({spells: []}));
  const groupOf = groupOfAgents(spec);
  const spells = agents.map((agent) => agent.spells);
  const rests = agents.map((agent) => agent.rests ?? []);
  const profileOf = (agent: number): number => spec.groups[groupOf[agent]].profile ?? groupOf[agent];
  return {
    duty: {
      first: firstRows(spells),
      fromMs: Float64Array.from(spells.flat(), (spell) => spell.from),
      toMs: Float64Array.from(spells.flat(), (spell) => spell.to),
      profile: Int32Array.from(spells.flatMap((rows, agent) => rows.map((spell) => spell.profile ?? profileOf(agent)))),
    },
    rests: {
      first: firstRows(rests),
      fromMs: Float64Array.from(rests.flat(), (rest) => rest.from),
      toMs: Float64Array.from(rests.flat(), (rest) => rest.to),
      reason: new Int32Array(rests.flat().length),
      endsOnTime: Uint8Array.from(rests.flat(), (rest) => (rest.onTime ? 1 : 0)),
    },
    paidMs: new Float64Array(0),
  };
}

function firstRows(rows: readonly (readonly unknown[])[]): Int32Array {
  const first = new Int32Array(rows.length + 1);
  rows.forEach((of, i) => {
    first[i + 1] = first[i] + of.length;
  });
  return first;
}

export function offerDrawsOf(spec: CentreSpec): OfferDraws | null {
  if (!spec.groups.some((group) => group.offers)) return null;
  const drawn = {missed: false, ringMs: 0, notReadyMs: 0};
  return {
    draw(group, source, number, _redial, agent, offer): void {
      const offers = spec.groups[group].offers;
      drawn.missed = offers?.missed?.(source, number, offer, agent) ?? false;
      drawn.ringMs = (drawn.missed ? (offers?.missedAfterMs ?? offers?.ringMs) : offers?.ringMs) ?? 0;
      drawn.notReadyMs = offers?.notReadyMs ?? 0;
    },
    get missed() {
      return drawn.missed;
    },
    get ringMs() {
      return drawn.ringMs;
    },
    get notReadyMs() {
      return drawn.notReadyMs;
    },
  };
}
