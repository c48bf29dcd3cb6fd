import {attributeNames} from './attributes.ts';
import type {Check} from './draft.ts';
import {known} from './known.ts';

/** Attributes that rules, priorities and reports look at are given by some source. */
export const attributesKnown: Check = (draft) => {
  const {scenario, reading} = draft;
  const names = attributeNames(draft);
  for (const [i, name] of scenario.reportBy.entries()) known(reading, ['reportBy', i], 'attribute', name, names);
  for (const {name, credit, initialFrom} of Object.values(scenario.routing.priorities)) {
    const at = ['routing', 'priorities', name];
    if (credit) known(reading, [...at, 'credit', credit.attribute], 'attribute', credit.attribute, names);
    if (initialFrom) known(reading, [...at, 'initial', 'attribute'], 'attribute', initialFrom.attribute, names);
  }
};
