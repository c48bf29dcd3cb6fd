// Every bench, in the order of the page. A new one is a file and a line here.
import {agents} from './agents.mjs';
import {backlog} from './backlog.mjs';
import {memory} from './memory.mjs';
import {profile} from './profile.mjs';
import {replications} from './replications.mjs';
import {startup} from './startup.mjs';
import {workloads} from './workloads.mjs';

/**
 * A bench: `name` (word on the command line and name of its figures), `title`, `parts` that may be asked for alone,
 * `measure({parts, rounds, small, say})` gives plain figures, and of figures `tables`, `goals` ({goal, limit, value,
 * met}) and, with the theme of our charts, `charts` ({name, alt, spec}) make what is shown; `text` says what was measured and how.
 */
export const BENCHES = [workloads, profile, backlog, agents, memory, replications, startup];
