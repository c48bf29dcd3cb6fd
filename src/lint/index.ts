/** Every kind of finding, in the order of the documentation. A new one is a file of findings/ and a line here. */
import type {FindingKind} from './finding.ts';
import {absentGroup} from './findings/absentGroup.ts';
import {alwaysOutranks} from './findings/alwaysOutranks.ts';
import {fallingCurve} from './findings/fallingCurve.ts';
import {idleAgents} from './findings/idleAgents.ts';
import {idleCombination} from './findings/idleCombination.ts';
import {idleShift} from './findings/idleShift.ts';
import {idleTarget} from './findings/idleTarget.ts';
import {impossibleRow} from './findings/impossibleRow.ts';
import {lateTarget} from './findings/lateTarget.ts';
import {mixedAndOr} from './findings/mixedAndOr.ts';
import {neverOutranks} from './findings/neverOutranks.ts';
import {neverStarting} from './findings/neverStarting.ts';
import {noPromise} from './findings/noPromise.ts';
import {outranksTooLate} from './findings/outranksTooLate.ts';
import {overlappingRows} from './findings/overlappingRows.ts';
import {overloadedHour} from './findings/overloadedHour.ts';
import {settledGoal} from './findings/settledGoal.ts';
import {shadowedRow} from './findings/shadowedRow.ts';
import {shortPatience} from './findings/shortPatience.ts';
import {starvation} from './findings/starvation.ts';
import {unaskedSkill} from './findings/unaskedSkill.ts';
import {undecidedCell} from './findings/undecidedCell.ts';
import {unreachedProcess} from './findings/unreachedProcess.ts';
import {unsatisfiedTarget} from './findings/unsatisfiedTarget.ts';
import {untakenChannel} from './findings/untakenChannel.ts';
import {unusedAttribute} from './findings/unusedAttribute.ts';

export const FINDING_KINDS: readonly FindingKind[] = [
  shadowedRow,
  impossibleRow,
  overlappingRows,
  undecidedCell,
  mixedAndOr,
  unusedAttribute,
  unreachedProcess,
  noPromise,
  settledGoal,
  unsatisfiedTarget,
  idleTarget,
  lateTarget,
  neverStarting,
  untakenChannel,
  idleCombination,
  starvation,
  overloadedHour,
  shortPatience,
  idleAgents,
  absentGroup,
  idleShift,
  unaskedSkill,
  outranksTooLate,
  neverOutranks,
  alwaysOutranks,
  fallingCurve,
];
