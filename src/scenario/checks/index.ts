import {arrivalsComing} from './arrivalsComing.ts';
import {attributesKnown} from './attributeNames.ts';
import {between} from './between.ts';
import {breaksInShift} from './breaksInShift.ts';
import {calendarNames} from './calendarNames.ts';
import {calendarsOpen} from './calendarsOpen.ts';
import {capacities} from './capacities.ts';
import {confirmation} from './confirmation.ts';
import {datesInHorizon} from './datesInHorizon.ts';
import {daysOnBusinessClock} from './daysOnBusinessClock.ts';
import {dealValues} from './dealValues.ts';
import type {Check} from './draft.ts';
import {duplicateNames} from './duplicateNames.ts';
import {goalScopes} from './goalScopes.ts';
import {goalsToJudge} from './goalsToJudge.ts';
import {groupNames} from './groupNames.ts';
import {logColumns} from './logColumns.ts';
import {milestones} from './milestones.ts';
import {milestonesReached} from './milestonesReached.ts';
import {handedToNames, reclassifying} from './moves.ts';
import {openItems} from './openItems.ts';
import {overload} from './overload.ts';
import {preferredNames} from './preferredNames.ts';
import {processNames} from './processNames.ts';
import {segmentation} from './segmentation.ts';
import {sharesNeedSla} from './sharesNeedSla.ts';
import {size} from './size.ts';
import {stages} from './stages.ts';
import {targets} from './targets.ts';
import {timesAfterStart} from './timesAfterStart.ts';
import {timesSkipped} from './timesSkipped.ts';
import {unservedProcesses} from './unservedProcesses.ts';
import {unused} from './unused.ts';
import {workOrderNames, workOrders} from './workOrders.ts';

/** By the name that problems carry (`Problem.check`). What is judged part by part, however much is wrong elsewhere: names that exist, rules that make sense. */
export const PART_CHECKS: Readonly<Record<string, Check>> = {
  duplicateNames,
  calendarNames,
  processNames,
  milestones,
  workOrderNames,
  groupNames,
  between,
  preferredNames,
  handedToNames,
  attributesKnown,
  goalScopes,
  logColumns,
  openItems,
  segmentation,
  targets,
  capacities,
  sharesNeedSla,
  datesInHorizon,
};

/** What is judged of a scenario in which nothing is wrong so far: whether it is what was meant. */
export const WHOLE_CHECKS: Readonly<Record<string, Check>> = {
  size,
  goalsToJudge,
  dealValues,
  unservedProcesses,
  confirmation,
  workOrders,
  reclassifying,
  stages,
  milestonesReached,
  timesAfterStart,
  timesSkipped,
  breaksInShift,
  calendarsOpen,
  daysOnBusinessClock,
  arrivalsComing,
  overload,
  unused,
};
