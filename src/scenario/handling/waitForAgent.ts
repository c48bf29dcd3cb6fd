import {duration} from '../../language/schema.ts';

/** Key of outcomes after which the same agent goes on. */
export const waitForAgent = duration
  .optional()
  .describe(
    'How long the same agent is waited for, on the clock of the process; then routing finds somebody. Default: as long as he comes to work.',
  );
