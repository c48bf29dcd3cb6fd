/** What is put off, pending, commanded or turned away, a file a matter: together, because the program takes longer to load than to run. */
import {describe} from 'vitest';

describe.each(['putOff', 'replies', 'commands', 'rejected', 'markDoneDisabled'])('%s', async (matter) => {
  await import(`./held/${matter}.ts`);
});
