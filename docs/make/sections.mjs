// The prose of the reference, part by part in the order of a scenario, and which nodes of the schema each part shows.
import {distributions} from './distributions.mjs';
import {goalMetrics} from './goalMetrics.mjs';
import {OUTCOME, outcomes} from './outcomes.mjs';

const SOURCE = 'demand[]';
const ARRIVALS = `${SOURCE}.arrivals`;
const COLUMNS = `${SOURCE}.replay.columns`;
const CURVE = 'routing.priorities.<name>';
const GROUP = 'workforce[]{group}';

export const SECTIONS = [
  {
    title: 'Values and files',
    prose: `
A **duration** carries its units: \`15s\`, \`4m\`, \`1h30m\`, \`2d\`, \`1w\`. A day is 24 hours of the clock it runs on: on a business clock
\`1d\` is 24 open hours, and Preroute warns with the dates it comes to. A **share** is a percentage: \`20%\`. A **word** is a name; it needs
quotes only where YAML would take it for something else (\`"-"\`, \`"> 5000"\`). A **local time** is \`08:30\`, a range \`08:00-18:00\`, across
midnight \`22:00-06:00+1\`; weekdays are \`mon\`, \`mon-fri\`, \`sat,sun\` or \`daily\`.

The parts \`calendars\`, \`demand\`, \`routing\`, \`shifts\`, \`workforce\` and \`goals\`, and those of \`routing\`, may stand in files of their own:
\`routing: { file: routing.yaml }\`, relative to the file that names them. On the command line \`--routing FILE\` and \`--workforce FILE\`
take another file instead, and \`--set path=value\` changes one value; entries of lists go by name or number:
\`--set demand.web-chat.arrivals.perHour=80\`. Keys that begin with \`x-\` are a place for what YAML aliases repeat.`,
  },
  {
    title: 'Settings',
    prose: 'What is simulated, from when to when, how often.',
    example: ['overflow', 'timezone:', 6],
    shows: [{at: '', without: ['calendars', 'stages', 'demand', 'routing', 'shifts', 'workforce', 'goals']}],
  },
  {
    title: 'calendars',
    prose: `
Business hours by name. Arrivals come \`during\` one, a process is \`open\` in one, and its \`clock\` may run on one: then age, targets
and due date stand still while it is closed.`,
    example: ['blended-desk', 'calendars:'],
    shows: [{at: 'calendars'}],
  },
  {
    title: 'stages',
    prose: `
Names of your own for where items stand, on top of the statuses of the program. \`new\` and \`captured\` (classified) last no time;
\`queued\` waits or rings, \`assigned\` is in an agent's hands, \`awaiting confirmation\` is marked done and not yet confirmed by its
source, \`held\` is put aside (parked, put off, waiting for a customer or for another item); \`completed\`, \`canceled\`, \`rejected\` and
\`abandoned\` are final. Of several stages of one status an item stands in the first, unless its last outcome of handling says
\`stage:\`. Reports show the time in each and the flow between them; a stage that nothing reaches is a problem.

\`\`\`yaml
stages: { NEW: queued, IN PROGRESS: assigned, PENDING: held, RESOLVED: completed, SOLD: completed }
demand:
  - source: requests
    handling:
      - { share: 30%, then: complete, stage: SOLD }
\`\`\``,
    shows: [{at: 'stages'}],
  },
  {
    title: 'demand',
    prose: `
What comes in: a list of sources. A source has \`arrivals\` (generated), \`replay\` (out of a log) or \`backlog\` (there when the scenario
starts), and may say with \`open\` what of it is under way by then. Everything random about an item is drawn when it arrives, from streams of its own: changing a rule changes no item.`,
    example: ['blended-desk', '- source: billing-line'],
    shows: [
      {at: SOURCE},
      {
        at: `${SOURCE}.handleTime`,
        shape: 'duration, distribution or by interval',
        label: 'By interval of arrival.',
        bare: true,
      },
    ],
  },
  {
    title: 'demand: arrivals',
    level: 3,
    prose: `
When generated items arrive: one of five forms. Rates are means of a Poisson process, so two runs of one rate differ as two Mondays do;
\`busyness\` makes whole days busier or quieter, for several sources together if they say the same word.`,
    shows: [
      {at: `${ARRIVALS}{perHour,swing}`, shape: 'a rate', label: 'A rate, steady or swinging.'},
      {at: `${ARRIVALS}{perHour,repeat}`, shape: 'rates that change', label: 'Rates that change.'},
      {at: `${ARRIVALS}{perInterval}`, shape: 'counts per interval', label: 'Counts per interval, by weekday.'},
      {at: `${ARRIVALS}{at}`, shape: 'fixed instants', label: 'Fixed instants.'},
      {at: `${ARRIVALS}{batch}`, shape: 'batches', label: 'Batches, as of a nightly pull.'},
      {at: `${ARRIVALS}{perHour,swing}.busyness`, shape: 'busyness', label: 'Busyness.'},
    ],
  },
  {
    title: 'demand: replay and backlog',
    level: 3,
    prose: `
Items out of a CSV or TSV with a header, streamed. Wherever a column may stand, a list of columns means the first that is not empty.
What a log cannot know (how long a caller who hung up would have talked, how much longer one who was answered would have waited) is
drawn: the first from \`missing\` or the source's \`handleTime\`, the second from its \`patience\`, conditional on exceeding the recorded
wait. Rows that cannot be used are counted and shown with their lines. A \`backlog\` is read the same way, and is there when the run begins.`,
    example: ['replay', 'replay:'],
    shows: [
      {at: `${SOURCE}.replay`, shape: 'log'},
      {
        at: `${COLUMNS}.arrived`,
        shape: 'instant column',
        label: 'An instant: a column, or a date joined with a time.',
        bare: true,
      },
      {
        at: `${COLUMNS}.handleTime`,
        shape: 'duration column',
        label: 'A duration: a column with its unit, or the difference of two.',
        bare: true,
      },
    ],
  },
  {
    title: 'demand: open',
    level: 3,
    prose: `
A snapshot of what is open when the scenario starts, so that a run begins with today's backlog: a CSV read as a log is, with columns
that say where each item stands, with whom and until when. What is \`assigned\` is in its owner's hands with what \`remaining\` says is
left; \`parked\` is in his workbin; \`held\` comes into distribution at \`until\`; \`pending\` waits for the customer and \`awaiting confirmation\`
for the source, until then or for as long as the source's own distributions say. Its other keys are those of a log.

\`\`\`yaml
open:
  file: open-cases.csv
  columns: { id: number, arrived: opened_on, status: state, owner: agent, until: wake_up, remaining: { column: left, unit: m }, due: due_on }
  statuses: { In Arbeit: assigned, Wiedervorlage: held }
  attributes: { customerSegment: text }
\`\`\``,
    shows: [{at: `${SOURCE}.open`, shape: 'snapshot'}],
  },
  {
    title: 'demand: handling',
    level: 3,
    prose: `
What becomes of an item when an agent is done with it: a list of outcomes, drawn for each visit, whatever the routing. Shares come to
100 % at most; the rest is complete. Durations may be distributions, drawn by source, item and visit.`,
    shows: [{at: OUTCOME, shape: 'outcomes', hidden: true}],
    render: outcomes,
  },
  {
    title: 'demand: leads',
    level: 3,
    prose: `
A source with \`kind: lead\` may be won. \`conversion\` says which share of contacts converts at what age of the lead, as
\`{ share: 12%, halvesEvery: 2d }\` or as \`{ table: [ [ 0s, 12% ], [ 2d, 6% ] ], between: line }\`; age is wall time from its arrival to when an
agent begins. Each contact is drawn by lead and visit, so that two rules differ in ages alone. What converts is complete; of all others
\`handling\` decides, \`comesBack\` for another try. The attribute \`dealValue\` is what a lead is worth, and
\`dispositions\`, of any source, what agents note of items that are done. [\`valueWon\`](metrics.md#valuewon), \`valueLost\`, \`conversions\` and
\`conversionRate\` may be goals.`,
    example: ['lead-desk', 'conversion:'],
  },
  {
    title: 'demand: commands',
    level: 3,
    prose: `
What a source says of its items as they live, in a CSV or TSV beside the log, a row a command, in any order:
\`time,id,command,value\`. Times are written as in the log, ids are those of its column \`id\`.

| command | what becomes of the item |
|---|---|
| \`hold\` | It is not distributed: taken out of line, no longer ringing, out of a workbin. An agent who has it in hand finishes; what would bring it back then waits. \`value\`: an instant at which it is resumed. |
| \`resume\` | Back into distribution, with its age; its targets begin anew. |
| \`cancel\` | Called off, final, wherever it is; who has it in hand drops it and is free at once. |
| \`update\` | Complete: what awaits confirmation, waits or rings is done now, what is in hand when the agent has finished. |
| \`restart\` | Of an item that is final: it arrives again, with age and SLA from now. |

A command comes after everything else of its millisecond but offers. One that cannot be obeyed (its id is no item's, its item has not
come, is final, or is not held) is counted and shown with its line, and changes nothing.`,
  },
  {
    title: 'Distributions',
    prose: `
Wherever a duration may vary, a distribution may stand: \`handleTime: { lognormal: { mean: 4m, cv: 0.9 } }\`. Each goes by its mean and
coefficient of variation or by parameters of its own; \`zeroShare: 10%\` beside the name makes that share of values 0. \`preroute show\`
prints the mean, standard deviation and cv they come to. Short calls and long ones are a mixture:
\`handleTime: { mixture: [{ share: 30%, lognormal: { mean: 20s, cv: 0.4 } }, { share: 70%, lognormal: { mean: 5m, cv: 0.7 } }] }\`. All are of values that are not negative.`,
    render: distributions,
  },
  {
    title: 'routing',
    prose: `
The five decisions: what is it (\`segmentation\`), how urgent is it (\`priorities\`), who may take it (\`distribution\`), has he room
(\`capacity\`), and which of them (\`agent\` of a distribution). There is one queue: the item of the highest priority that an agent may take
and has room for goes first, of equal ones the one longest in routing.`,
    shows: [{at: 'routing'}],
  },
  {
    title: 'routing: segmentation',
    level: 3,
    prose: `
A decision table: the first rule that matches gives the item its process. Cells are FEEL unary tests, of the DMN standard:
\`Gold, Silver\` (one of these), \`> 5000\`, \`(5000..9000)\`, \`not(Gold)\`, \`-\` (anything). \`channel\`, \`source\` and \`priority\` are attributes like
those of the source. Plain FEEL fails silently on a cell such as \`"Gold" or "Silver"\`; here it is a problem, shown with the way to write it.`,
    example: ['blended-desk', 'segmentation:', 6],
    shows: [{at: 'routing.segmentation', shape: 'decision table'}],
  },
  {
    title: 'routing: processes',
    level: 3,
    prose:
      'What segmentation assigns: what is promised, on which clock, how urgent, to whom. Nothing waits "in" a process.',
    example: ['blended-desk', 'processes:', 5],
    shows: [{at: 'routing.processes.<name>', shape: 'process'}],
  },
  {
    title: 'routing: milestones',
    level: 3,
    prose: `
What a process promises on the way: a target for one point that its items reach, a status or a stage. An occurrence starts with the
arrival in the process (or whenever the item comes to stand where \`starts\` says), and its target is \`within\` later on its own clock or
that of the process, one of which there must be: \`clock: always\` runs day and night. It is met where the item is there by its target, the
instant itself included, and violated where its target passes, or the item is completed, abandoned or canceled without it. One that
recurs has one open occurrence at a time; \`sequential\` starts the next no earlier than the previous target. While the clock of a pending
item is stopped, its milestones stand still too.

A warning, a violation and a success may each act, in this order: \`raiseBy\` adds to the item's priority from then on, in whatever
process; \`openTargets\` opens the \`next\` target of its distribution or \`all\` of them; \`reassign\` sends it to another process, with its age:
at once where it waits or rings, else when it comes back into distribution. Deadlines come after everything else of their millisecond,
offers included. An item that goes to another process leaves the milestones of the old one: what is open there is taken back, what is
violated remains so; those of the new one start when it is there.

Reports tell met, violated and open by milestone, process and day of the target, with the time left or overdue;
[\`milestoneAttainment\`](metrics.md#milestoneattainment) may be a goal; with \`--items\` there is \`occurrences.csv\`, a line an occurrence.`,
    example: ['case-desk', 'premier:', 7],
    shows: [
      {at: 'routing.processes.<name>.milestones[]', shape: 'milestone'},
      {at: 'routing.processes.<name>.milestones[].onViolation', shape: 'action', label: 'An action.'},
    ],
  },
  {
    title: 'routing: priorities',
    level: 3,
    prose: `
Curves of priority against age, on the clock of the process that uses them. Higher goes first. A curve has one of six forms; between two
ticks of \`reprioritize\` it does not move. A process may give it bounds: \`priority: { use: gold, from: 400, to: 1000 }\` stretches the axis
of values so that the curve begins at 400 and ends at 1,000; overdue values and increments go along. Without a top of its own the curve
is shifted, and \`to\` is its maximum.`,
    example: ['blended-desk', 'priorities:'],
    shows: [
      {at: CURVE, shape: 'curve', hidden: true},
      {at: `${CURVE}{points}`, shape: 'points', label: 'Free points.'},
      {at: `${CURVE}{atSla}`, shape: 'initial to atSla', label: 'Straight to the SLA.'},
      {at: `${CURVE}{increment,reprioritize}`, shape: 'increments at ticks', label: 'Increments at ticks.'},
      {at: `${CURVE}{increment,every}`, shape: 'increments', label: 'Increments at one period.'},
      {at: `${CURVE}{perSecond}`, shape: 'gliding growth', label: 'Gliding growth.'},
      {at: `${CURVE}{fixed}`, shape: 'one value', label: 'One value.'},
      {at: `${CURVE}{atSla}.initial`, shape: 'number or attribute', label: 'An initial value.'},
      {at: `${CURVE}{atSla}.reprioritize`, shape: 'ticks', label: 'Ticks.'},
      {at: `${CURVE}{atSla}.overdue`, shape: 'overdue', label: 'Overdue.'},
    ],
  },
  {
    title: 'routing: distribution',
    level: 3,
    prose: `
Who may take an item, and how that widens: the agent it prefers, then target after target, each standing alone for its time before the
next joins it. Times run on the clock of the process from entry into routing; a share is of the time allowed. Skill expressions are FEEL:
\`Sales Processing > 7 and (Voice >= 5 or not(Trainee = 1))\`; names may contain any character, a missing skill is level 0.`,
    example: ['overflow', 'distribution:'],
    shows: [
      {at: 'routing.distribution.<name>', shape: 'distribution of items'},
      {at: 'routing.distribution.<name>.targets[]', shape: 'target', label: 'A target.'},
      {at: 'routing.distribution.<name>.preferredAgent', shape: 'preferred agent', label: 'The preferred agent.'},
    ],
  },
  {
    title: 'routing: capacity',
    level: 3,
    prose: `
How much an agent may hold at once, by rules that groups name. Two ways, which may be joined: the most of each channel with what a new
item may not join, or units of a total. Without a rule an agent holds one item at a time, of any channel; with one, none of a channel it
does not name. An offer occupies while it rings.`,
    example: ['blended-desk', 'capacity:'],
    shows: [{at: 'routing.capacity.<name>', shape: 'capacity rule'}],
  },
  {
    title: 'shifts',
    prose:
      'Working hours by name: hours by weekday, one range or several, and breaks. At its end an agent finishes what is in hand.',
    example: ['staffed-day', 'shifts:', 5],
    shows: [{at: 'shifts.<name>', shape: 'shift'}],
  },
  {
    title: 'workforce',
    prose: `
Who is there: a list of groups of people who are alike, and of rosters of people by name. A group is present by \`shift\`, by head counts
per interval (\`onDuty\`), by recorded \`presence\`, or always.`,
    example: ['staffed-day', '- group: billing-team'],
    shows: [
      {at: GROUP, shape: 'group', label: 'A group.'},
      {at: 'workforce[]{roster}', shape: 'roster', label: 'A roster.'},
      {at: `${GROUP}.speed`, shape: 'speed', label: 'Speed.'},
      {at: `${GROUP}.shrinkage`, shape: 'shrinkage', label: 'Shrinkage.'},
      {at: `${GROUP}.offers`, shape: 'offers', label: 'Offers.'},
    ],
  },
  {
    title: 'goals',
    prose: `
What is promised: a metric, of whom, and a limit. Every run shows each goal's value with its interval and verdict: met or missed
when the whole 95 % interval is on one side of the limit, else undecided. [Metrics](metrics.md) says how each is computed.`,
    example: ['blended-desk', 'goals:'],
    render: goalMetrics,
  },
];
