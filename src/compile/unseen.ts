import type {Piece} from '../model/curves.ts';
import {type Finding, warning} from '../routing/finding.ts';
import type {Scenario} from '../scenario/scenario.ts';
import {bringsOwnValues, curvesOf} from './curves.ts';

/** Processes whose agents see nothing that they could take, at whatever age. */
export function unseenFindings(scenario: Scenario): Finding[] {
  const processes = Object.values(scenario.routing.processes);
  if (processes.every(({pull}) => pull?.sees === undefined)) return [];
  // What items bring themselves, or milestones add, may raise them into sight.
  if (bringsOwnValues(scenario) || processes.some(({milestones}) => milestones !== undefined)) return [];
  const {shared} = curvesOf(scenario);
  return processes.flatMap(({name, pull}, process) => {
    if (pull?.sees === undefined) return [];
    const {from, above} = pull.sees;
    const highest = highestOf(shared[process]);
    if (above ? highest > from : highest >= from) return [];
    return [
      warning(
        ['routing', 'processes', name, 'pull', 'sees'],
        `nobody ever sees anything of ${name}: its priority is ${Number(highest.toPrecision(6))} at most`,
        'raise its priority with age, or have agents see less urgent items',
      ),
    ];
  });
}

/** The highest value of a curve, or the limit it comes close to. */
function highestOf(pieces: readonly Piece[]): number {
  return Math.max(
    ...pieces.map(({fromMs, value, slopePerMs}, i) => {
      if (slopePerMs <= 0) return value;
      return value + slopePerMs * ((pieces[i + 1]?.fromMs ?? Infinity) - Math.max(fromMs, 0));
    }),
  );
}
