export type {
  Level,
  StaffResults,
  TriedRow,
  Unreachable,
  Verification,
} from './outcome.ts';
export {keyOf, type Plan, restaffed, type Staffing, type Training, withStaffing} from './plan.ts';
export {type Post, postsOf} from './posts.ts';
export type {TrialStore} from './simulate.ts';
export {type StaffHooks, type StaffRequest, staff} from './staff.ts';
export type {Slack} from './standing.ts';
export type {Trial} from './trials.ts';
export type {AgentWorth, TrainingWorth} from './worth.ts';
