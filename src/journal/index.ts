export {Candidates} from './candidates.ts';
export type {AgentCandidate, Hindered, ItemCandidate, JournalEvent, MilestoneEvent, Point} from './events.ts';
export {Journal, type JournalOptions} from './journal.ts';
export {Naming} from './naming.ts';
export {OBSTACLE, OBSTACLE_NAMES, type Obstacle, type ObstacleName, Obstacles} from './obstacle.ts';
export type {Part} from './selection.ts';
