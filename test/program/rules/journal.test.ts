/** The rules as the journal tells them, a file a decision: together, because what they run takes longer to load than to run. */
import {describe} from 'vitest';

describe.each([
  'priority',
  'targets',
  'capacity',
  'selection',
  'people',
  'course',
  'life',
  'parking',
  'putOff',
  'stages',
  'workOrders',
  'moves',
])('%s', async (decision) => {
  await import(`./journal/${decision}.ts`);
});
