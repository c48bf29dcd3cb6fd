/** The reports that operations know by name, in the order they are read. A new one is a file and a line here. */
import {agentActivity} from './agentActivity.ts';
import {agentStates} from './agentStates.ts';
import {backlogByAge} from './backlogByAge.ts';
import {backlogByDueDate} from './backlogByDueDate.ts';
import {intradayProcess} from './intradayProcess.ts';
import {milestoneAttainment} from './milestoneAttainment.ts';
import {notReady} from './notReady.ts';
import {queueActivity} from './queueActivity.ts';
import type {NamedReport} from './report.ts';
import {resourcePerformance} from './resourcePerformance.ts';
import {segmentServiceLevel} from './segmentServiceLevel.ts';
import {taskDetail} from './taskDetail.ts';
import {taskWorkDetail} from './taskWorkDetail.ts';

export const NAMED_REPORTS: readonly NamedReport[] = [
  intradayProcess,
  segmentServiceLevel,
  resourcePerformance,
  notReady,
  agentStates,
  agentActivity,
  queueActivity,
  backlogByAge,
  backlogByDueDate,
  milestoneAttainment,
  taskDetail,
  taskWorkDetail,
];
