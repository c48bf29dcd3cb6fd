export {BASELINE_REPLICATIONS, baseline, type ScenarioToKeep} from './check/baseline.ts';
export {
  type Baseline,
  baselineText,
  type KeptConfiguration,
  ratiosOfKept,
  readBaseline,
  type ScenarioBaseline,
} from './check/baselineFile.ts';
export {
  type Checked,
  type CheckHooks,
  type CheckRequest,
  check,
  MAX_REPLICATIONS,
  type ScenarioChecked,
  type ScenarioToCheck,
} from './check/check.ts';
export type {Claim, Interval, Judged, Verdict as CheckVerdict} from './check/claim.ts';
export {type BesideBaseline, incomparable} from './check/comparable.ts';
export {hashesOf} from './check/demandHash.ts';
export {type Margin, marginForms, parseMargin} from './check/margin.ts';
export * from './compare/index.ts';
export {externalIdsOf, itemsOfId, loggedIds} from './externalIds.ts';
export {attributesOf, nearestNumber} from './feeds.ts';
export * from './fidelity/index.ts';
export {type Journalled, type JournalRequest, journalOf} from './journal.ts';
export type {Loaded, LoadModule, Remote} from './loaded.ts';
export {localTimeOf} from './localTime.ts';
export {type Rehearsal, type RehearsalHooks, type RehearsalRequest, rehearse} from './rehearse.ts';
export {type ReplicationOptions, runReplication} from './runReplication.ts';
export {type Breathe, runInTurns} from './simulationOf.ts';
export {
  type AgentWorth,
  keyOf,
  type Level,
  type Plan,
  type Post,
  postsOf,
  restaffed,
  type Slack,
  type StaffHooks,
  type Staffing,
  type StaffRequest,
  type StaffResults,
  staff,
  type Training,
  type TrainingWorth,
  type Trial,
  type TrialStore,
  type TriedRow,
  type Unreachable,
  type Verification,
  withStaffing,
} from './staff/index.ts';
export {type FactsStore, type Job, Study, type StudyOptions, type Variant} from './study/study.ts';
export {
  type Axis,
  type PointAsked,
  type Standing,
  type SweepHooks,
  type SweepNumber,
  type SweepPoint,
  type SweepRequest,
  type SweepResults,
  sweep,
} from './sweep/index.ts';
export {watched} from './watched.ts';
