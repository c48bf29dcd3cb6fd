/** Every chart, in the order of the page. A new chart is a file and a line here. */
import {agents} from './agents.ts';
import {backlog} from './backlog.ts';
import type {Chart} from './chart.ts';
import {fairness} from './fairness.ts';
import {lateTime} from './lateTime.ts';
import {leads} from './leads.ts';
import {milestones} from './milestones.ts';
import {occupancy} from './occupancy.ts';
import {personalBacklog} from './personalBacklog.ts';
import {priorityCurves} from './priorityCurves.ts';
import {recordedByHour} from './recordedByHour.ts';
import {recordedByInterval} from './recordedByInterval.ts';
import {recordedByScope} from './recordedByScope.ts';
import {routingFlow} from './routingFlow.ts';
import {serviceLevel} from './serviceLevel.ts';
import {slaAttainment} from './slaAttainment.ts';
import {stageFlow} from './stageFlow.ts';
import {stageTime} from './stageTime.ts';
import {volumes} from './volumes.ts';
import {waitParts} from './waitParts.ts';
import {waitPartsByInterval} from './waitPartsByInterval.ts';
import {waits} from './waits.ts';
import {weekHeatMap} from './weekHeatMap.ts';

export const CHARTS: readonly Chart[] = [
  serviceLevel,
  slaAttainment,
  lateTime,
  leads,
  milestones,
  volumes,
  weekHeatMap,
  waits,
  waitParts,
  waitPartsByInterval,
  backlog,
  stageFlow,
  stageTime,
  personalBacklog,
  agents,
  occupancy,
  fairness,
  routingFlow,
  priorityCurves,
  recordedByHour,
  recordedByInterval,
  recordedByScope,
];
