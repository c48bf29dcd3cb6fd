import {STATUS_NAMES, STATUSES, type Stages} from '../../model/life.ts';
import type {OutcomeSpec} from '../../scenario/handling/index.ts';
import type {StageSpec} from '../../scenario/scenario.ts';

/** The scenario's own stages, and which of them each outcome names, outcomes in the order of their rows; `more` rows name none. */
export function stagesOf(
  stages: readonly StageSpec[],
  outcomes: readonly OutcomeSpec[],
  more: number,
): Stages | undefined {
  if (stages.length === 0) return undefined;
  const status = Uint8Array.from(stages, (stage) => STATUS_NAMES.indexOf(stage.status));
  const named = new Int32Array((outcomes.length + more) * STATUSES).fill(-1);
  for (const [row, outcome] of outcomes.entries())
    for (const name of outcome.stages) {
      const stage = stages.findIndex((one) => one.name === name);
      named[row * STATUSES + status[stage]] = stage;
    }
  return {names: stages.map(({name}) => name), status, named};
}
