export {externalIdsOf, itemOfId} from './externalIds.ts';
export {type Journalled, type JournalRequest, journalOf} from './journal.ts';
export type {Loaded, LoadModule, Remote} from './loaded.ts';
export {localTimeOf} from './localTime.ts';
export {type Rehearsal, type RehearsalHooks, type RehearsalRequest, rehearse} from './rehearse.ts';
export {type ReplicationOptions, runReplication} from './runReplication.ts';
export {type Breathe, runInTurns} from './simulationOf.ts';
export {type FactsStore, type Job, Study, type StudyOptions, type Variant} from './study/study.ts';
export {watched} from './watched.ts';
