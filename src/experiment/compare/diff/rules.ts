import type {DecisionTableSpec, Outcome, RuleSpec} from '../../../routing/segmentation/spec.ts';
import type {Change} from './change.ts';

/** Rules of segmentation: added, removed, with other conditions, leading elsewhere, or asked earlier or later. */
export function ruleChanges(before: DecisionTableSpec, after: DecisionTableSpec): Change[] {
  const [old, now] = [before, after].map((table) => table.rules.map((rule, index) => new Placed(table, rule, index)));
  const same = pairs(old, now, (a, b) => a.text === b.text);
  const redirected = pairs(left(old, same, 0), left(now, same, 1), (a, b) => a.condition === b.condition);
  const known = [...same, ...redirected];
  const reworded = pairs(left(old, known, 0), left(now, known, 1), (a, b) => a.leadsTo === b.leadsTo);
  const all = [...known, ...reworded];
  const stays = inOrder(same);
  return [
    ...left(now, all, 1).map((rule): Change => ({part: 'rules', kind: 'added', text: rule.told})),
    ...left(old, all, 0).map((rule): Change => ({part: 'rules', kind: 'removed', text: rule.told})),
    ...redirected.map(
      ([a, b]): Change => ({
        part: 'rules',
        kind: 'changed',
        text: `${b.named}: leads to ${b.leadsTo} instead of ${a.leadsTo}`,
      }),
    ),
    ...reworded.map(
      ([a, b]): Change => ({
        part: 'rules',
        kind: 'changed',
        text: `${b.named}: if ${b.condition} instead of ${a.condition}`,
      }),
    ),
    ...same
      .filter((pair) => !stays.has(pair))
      .map(
        ([a, b]): Change => ({
          part: 'rules',
          kind: 'moved',
          text: `${b.told}: asked ${b.index < a.index ? 'earlier' : 'later'}, was rule ${a.index + 1}`,
        }),
      ),
    ...otherwiseChange(before.otherwise, after.otherwise),
  ];
}

/** A rule where it stands. */
class Placed {
  readonly index: number;
  readonly condition: string;
  readonly leadsTo: string;

  constructor({columns}: DecisionTableSpec, {cells, then}: RuleSpec, index: number) {
    this.index = index;
    this.leadsTo = outcomeText(then);
    this.condition =
      columns
        .flatMap((column, k) => (cells[k] === '-' || cells[k] === undefined ? [] : [`${column} ${cells[k]}`]))
        .join(' and ') || 'anything';
  }
  get text(): string {
    return `${this.condition} -> ${this.leadsTo}`;
  }
  get named(): string {
    return `rule ${this.index + 1} (${this.text})`;
  }
  get told(): string {
    return `rule ${this.index + 1}: if ${this.condition}, then ${this.leadsTo}`;
  }
}

type Pair = readonly [before: Placed, after: Placed];

/** Each rule with the first on the other side that is alike and not taken. */
function pairs(old: readonly Placed[], now: readonly Placed[], alike: (a: Placed, b: Placed) => boolean): Pair[] {
  const free = new Set(now);
  return old.flatMap((a): Pair[] => {
    const b = [...free].find((one) => alike(a, one));
    if (b === undefined) return [];
    free.delete(b);
    return [[a, b]];
  });
}

const left = (rules: readonly Placed[], taken: readonly Pair[], side: 0 | 1): Placed[] =>
  rules.filter((rule) => !taken.some((pair) => pair[side] === rule));

/** Of pairs in their old order, the most that are in order now as well: the others were moved. */
function inOrder(same: readonly Pair[]): ReadonlySet<Pair> {
  const longest: Pair[][] = [];
  for (const pair of same) {
    const before = longest.filter((run) => (run.at(-1)?.[1].index ?? -1) < pair[1].index);
    const best = before.reduce<Pair[]>((most, run) => (run.length > most.length ? run : most), []);
    longest.push([...best, pair]);
  }
  return new Set(longest.reduce<Pair[]>((most, run) => (run.length > most.length ? run : most), []));
}

function otherwiseChange(before: Outcome | null, after: Outcome | null): Change[] {
  const [old, now] = [before, after].map((outcome) => (outcome === null ? 'nothing' : outcomeText(outcome)));
  if (old === now) return [];
  return [{part: 'rules', kind: 'changed', text: `what no rule matches: leads to ${now} instead of ${old}`}];
}

function outcomeText({process, agent, group}: Outcome): string {
  return [process, agent && `agent ${agent}`, group && `group ${group}`].filter(Boolean).join(', ');
}
