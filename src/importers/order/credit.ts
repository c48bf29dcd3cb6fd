import type {OrderOfTaking} from './orderOfTaking.ts';

/** Head starts in waiting time that the scenario gives to values of an attribute, ms. */
export interface Credit {
  readonly attribute: string;
  readonly values: Readonly<Record<string, number>>;
  readonly isGiven: boolean;
}

/** One step between priority classes: nobody makes up for it by waiting. */
const CLASS_STEP_MS = 86_400_000;

/** What was given by hand for an attribute, nothing where that is empty; else what the log shows. */
export function creditOver(
  given: Readonly<Record<string, number>> | undefined,
  attribute: string | undefined,
  order: OrderOfTaking | null,
): Credit | null {
  if (given && attribute !== undefined && Object.keys(given).length > 0)
    return {attribute, values: given, isGiven: true};
  return given || order === null ? null : creditFound(order);
}

function creditFound({rule, attribute, ranking, credits}: OrderOfTaking): Credit | null {
  if (rule === 'firstCome') return null;
  const steps = ranking.map((kind, i) => [kind, (ranking.length - 1 - i) * CLASS_STEP_MS] as const);
  const ahead = rule === 'classes' ? steps : credits.map(({kind, ms}) => [kind, ms] as const);
  return {attribute, values: Object.fromEntries(ahead.filter(([, ms]) => ms > 0)), isGiven: false};
}
