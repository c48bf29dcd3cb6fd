import type {Results, Warning} from '../results.ts';

/** Fewer items say nothing about a load. */
const ENOUGH_ITEMS = 20;
/** More than this share never answered is no bad day, it is a load that nobody can carry. */
const FAR_ABOVE = 0.5;

/** What the results themselves say they may be wrong about. */
export function findings(
  {flow, rules, balance}: Pick<Results, 'flow' | 'rules' | 'balance'>,
  properRules: number,
): Warning[] {
  return [...noArrivals(balance.created), ...overloads(flow.process), ...unmatched(rules.slice(0, properRules))];
}

function noArrivals(created: number): Warning[] {
  if (created > 0) return [];
  return [{kind: 'no arrivals', count: 1, message: 'no item arrived: every number about items is empty', examples: []}];
}

function overloads(processes: Results['flow']['process']): Warning[] {
  const examples = Object.entries(processes).flatMap(([process, values]) => {
    const [offered, answered] = [values.offered?.value ?? 0, values.answered?.value ?? 0];
    if (offered < ENOUGH_ITEMS || offered - answered <= FAR_ABOVE * offered) return [];
    return [`${process}: ${Math.round(answered)} of ${Math.round(offered)} answered`];
  });
  if (examples.length === 0) return [];
  const message =
    'more than half of the items of a process were never answered: the load is far above what its agents can do';
  return [{kind: 'overload', count: examples.length, message, examples}];
}

/** Of the rules proper: `otherwise`, after them, is there for what nobody expects. */
function unmatched(rules: Results['rules']): Warning[] {
  const examples = rules.filter(({hits}) => hits === 0).map(({rule}) => rule);
  if (examples.length === 0) return [];
  const message = 'rules of segmentation matched no item in any replication';
  return [{kind: 'rule never matched', count: examples.length, message, examples}];
}
