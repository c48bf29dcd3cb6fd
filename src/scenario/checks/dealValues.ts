import {logOf} from '../../compile/channels.ts';
import {DEAL_VALUE} from '../../model/leads.ts';
import type {Check} from './draft.ts';

/** Goals on the value of leads need leads that are worth something. */
export const dealValues: Check = ({scenario, reading}) => {
  const goal = scenario.goals.find(({metric}) => metric === 'valueWon' || metric === 'valueLost');
  if (goal === undefined) return;
  const worth = scenario.demand.some(
    (source) =>
      source.lead?.conversion &&
      (source.attributes[DEAL_VALUE] !== undefined || logOf(source)?.attributes.some(({name}) => name === DEAL_VALUE)),
  );
  if (!worth)
    reading.warn(
      [...reading.pathOf(goal), goal.metric],
      `nothing to judge this goal by: no leads with a conversion and the attribute ${DEAL_VALUE}`,
      `attributes: { ${DEAL_VALUE}: { lognormal: { mean: 900, cv: 1.2 } } }`,
    );
};
