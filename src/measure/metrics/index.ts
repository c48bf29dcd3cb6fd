import type {Metric} from '../metric.ts';
import {abandoned} from './abandoned.ts';
import {abandonment} from './abandonment.ts';
import {agentsOnDuty} from './agentsOnDuty.ts';
import {answered} from './answered.ts';
import {backlog} from './backlog.ts';
import {busyShare} from './busyShare.ts';
import {canceled} from './canceled.ts';
import {closedByInactivity} from './closedByInactivity.ts';
import {completed} from './completed.ts';
import {concurrency} from './concurrency.ts';
import {conversionRate} from './conversionRate.ts';
import {conversions} from './conversions.ts';
import {cost} from './cost.ts';
import {delayed} from './delayed.ts';
import {due} from './due.ts';
import {finishTime} from './finishTime.ts';
import {handleTime} from './handleTime.ts';
import {interruptions} from './interruptions.ts';
import {milestoneAttainment} from './milestoneAttainment.ts';
import {missedOffers} from './missedOffers.ts';
import {occupancy} from './occupancy.ts';
import {offered} from './offered.ts';
import {overdue} from './overdue.ts';
import {overtime} from './overtime.ts';
import {paidHours} from './paidHours.ts';
import {parked} from './parked.ts';
import {parkedTime} from './parkedTime.ts';
import {queueTime} from './queueTime.ts';
import {redials} from './redials.ts';
import {rejected} from './rejected.ts';
import {serviceLevel} from './serviceLevel.ts';
import {serviceLevelExcludingAbandoned} from './serviceLevelExcludingAbandoned.ts';
import {serviceLevelExcludingAbandonedInTime} from './serviceLevelExcludingAbandonedInTime.ts';
import {serviceLevelExcludingShortAbandons} from './serviceLevelExcludingShortAbandons.ts';
import {serviceLevelOfAnswered} from './serviceLevelOfAnswered.ts';
import {serviceLevelWithAbandoned} from './serviceLevelWithAbandoned.ts';
import {serviceLevelWithShortAbandons} from './serviceLevelWithShortAbandons.ts';
import {slaAttainment} from './slaAttainment.ts';
import {speedOfAnswer} from './speedOfAnswer.ts';
import {throughput} from './throughput.ts';
import {undetermined} from './undetermined.ts';
import {utilization} from './utilization.ts';
import {valueLost} from './valueLost.ts';
import {valueWon} from './valueWon.ts';
import {visits} from './visits.ts';
import {wait} from './wait.ts';

/** Every metric, in the order tables print them. The only place where one is registered. */
export const METRICS: readonly Metric[] = [
  offered,
  answered,
  completed,
  abandoned,
  rejected,
  canceled,
  closedByInactivity,
  redials,
  missedOffers,
  interruptions,
  serviceLevel,
  serviceLevelOfAnswered,
  serviceLevelWithAbandoned,
  serviceLevelExcludingAbandonedInTime,
  serviceLevelWithShortAbandons,
  serviceLevelExcludingShortAbandons,
  serviceLevelExcludingAbandoned,
  slaAttainment,
  due,
  undetermined,
  overdue,
  milestoneAttainment,
  abandonment,
  delayed,
  wait,
  speedOfAnswer,
  handleTime,
  visits,
  parked,
  parkedTime,
  queueTime,
  finishTime,
  conversions,
  conversionRate,
  valueWon,
  valueLost,
  throughput,
  backlog,
  occupancy,
  utilization,
  busyShare,
  concurrency,
  overtime,
  agentsOnDuty,
  paidHours,
  cost,
];
