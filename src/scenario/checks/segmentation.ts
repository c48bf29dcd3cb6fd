import {channelsOf, openingOf} from '../../compile/channels.ts';
import {attributeTypes, possibleValues} from '../../compile/possibleValues.ts';
import type {Path} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import {type Outcome, tableFindings} from '../../routing/segmentation/index.ts';
import {NOWHERE, UNREAD} from '../read/segmentation.ts';
import {agentNames} from './agents.ts';
import type {Check, Draft} from './draft.ts';
import {hintOf} from './known.ts';

const AT: Path = ['routing', 'segmentation'];

/** Cells that are FEEL of the right type, rules that some item reaches, outcomes that exist. */
export const segmentation: Check = (draft) => {
  const {scenario, complete} = draft;
  const {segmentation: table} = scenario.routing;
  outcomes(draft);
  if (!complete.demand || table === UNREAD) return;
  const segmented = scenario.demand.filter((source) => openingOf(source) === null);
  const spaces = segmented.flatMap((source) =>
    channelsOf(source.channel).map((channel) => table.columns.map((column) => possibleValues(source, channel, column))),
  );
  const findings = tableFindings(table, {types: attributeTypes(scenario), spaces});
  // A rule with a value nobody brings never matches: the value is the news.
  const strange = new Set(findings.filter(({path}) => path[2] === 'if').map(({path}) => path[1]));
  for (const finding of findings)
    if (finding.path[0] !== 'rules' || finding.path.length !== 2 || !strange.has(finding.path[1] ?? ''))
      say(draft, finding.path, finding.message, finding.hint, finding.severity);
};

function outcomes(draft: Draft): void {
  const {scenario, complete} = draft;
  const {rules, otherwise} = scenario.routing.segmentation;
  const agents = complete.workforce ? new Set(agentNames(scenario)) : null;
  for (const [i, rule] of rules.entries())
    if (rule.then !== NOWHERE) outcome(draft, ['rules', i, 'then'], rule.then, agents);
  if (otherwise) outcome(draft, ['otherwise'], otherwise, agents);
}

function outcome(draft: Draft, path: Path, {process, agent, group}: Outcome, agents: ReadonlySet<string> | null): void {
  const {reading, scenario, complete} = draft;
  const direct = reading.node([...AT, ...path])?.kind === 'map';
  const check = (noun: 'process' | 'agent' | 'group', name: string, names: readonly string[]) => {
    if (!names.includes(name))
      say(
        draft,
        direct ? [...path, noun] : path,
        `expected a known ${noun}, found ${shown(name)}`,
        hintOf(noun, name, names),
      );
  };
  check('process', process, reading.names('routing', 'processes'));
  if (agent !== undefined && agents !== null) check('agent', agent, [...agents]);
  if (group !== undefined && complete.workforce)
    check(
      'group',
      group,
      scenario.workforce.map((spec) => spec.name),
    );
}

/** Reports at a place of the table: of a CSV, the line of the rule. */
function say(draft: Draft, path: Path, message: string, hint?: string, severity: 'error' | 'warning' = 'error'): void {
  const {scenario, reading} = draft;
  const table = reading.tableOf(scenario.routing.segmentation);
  const at = [...AT, ...path];
  if (table === undefined || path[0] === 'otherwise') {
    if (severity === 'error') reading.error(at, message, hint);
    else reading.warn(at, message, hint);
    return;
  }
  const line = path[0] === 'rules' ? (table.rows[Number(path[1])]?.line ?? 1) : 1;
  if (severity === 'error') reading.errorIn(table.file, line, at, message, hint);
  else reading.warnIn(table.file, line, at, message, hint);
}
