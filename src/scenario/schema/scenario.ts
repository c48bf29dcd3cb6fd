import {keys} from '../../language/schema.ts';
import {calendarsSchema} from './calendars.ts';
import {demandSchema} from './demand.ts';
import {goalsSchema} from './goals.ts';
import {routingSchema} from './routing.ts';
import {SETTINGS} from './settings.ts';
import {shiftsSchema} from './shifts.ts';
import {workforceSchema} from './workforce.ts';

/** Parts of a scenario; each may stand in a file of its own. */
export const PARTS = {
  calendars: calendarsSchema.nullish().describe('Opening hours by name. Default none.'),
  demand: demandSchema,
  routing: routingSchema,
  shifts: shiftsSchema.nullish().describe('Working hours by name. Default none.'),
  workforce: workforceSchema,
  goals: goalsSchema.nullish().describe('What is promised: any metric with a limit. Default none.'),
};

/** The whole language: for completion in an editor, for `--set`, and for what is known of a key. */
export const scenarioSchema = keys({...SETTINGS, ...PARTS});
