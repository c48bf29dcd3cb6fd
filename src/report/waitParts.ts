import type {WaitParts} from '../measure/results.ts';
import {PART_NAMES, type PartName} from '../measure/waitParts/parts.ts';

export {PART_NAMES, type PartName};

/** What stood in the way, in words of a legend. */
export const PART_LABELS: Readonly<Record<PartName, string>> = {
  before: 'before the run began',
  held: 'held',
  ringing: 'ringing, not answered',
  nobody: 'nobody qualified there',
  notOpen: 'target not open yet',
  kept: 'kept for an agent',
  notTaken: 'not taken yet',
  capacity: 'capacity rule',
  otherWork: 'busy with other work',
  ownWork: 'busy with its own kind',
};

/** Dark for what more people would mend, light for what a rule would; neighbours differ in grey too. */
export const PART_FILLS: Readonly<Record<PartName, string>> = {
  before: '#e3e6e9',
  held: '#b4bcc4',
  ringing: '#f6d776',
  nobody: '#5b2a86',
  notOpen: '#f0b27a',
  kept: '#c97b2b',
  notTaken: '#f9e4c8',
  capacity: '#4f9a6b',
  otherWork: '#9cc7e8',
  ownWork: '#0063a6',
};

/** What each part of the wait asks for, after the process and its share. */
const ADVICE: Readonly<Record<PartName, string>> = {
  before: 'the run began with an old backlog: give it a warm-up, or time to catch up.',
  held: 'it was put aside (activation, parked, pending): look at what puts it there.',
  ringing: 'offers rang or were missed: look at ring times, and at the time not ready after them.',
  nobody: 'nobody qualified was on duty: change the shifts, or cross-train who is there.',
  notOpen: 'an agent of a later target had room: open that target sooner.',
  kept: 'an agent had room while it was kept for its own: wait less long for him.',
  notTaken: 'agents with room had not taken it: have them look more often, or give it to them.',
  capacity: 'an agent had room that his capacity rule denied it: change the rule.',
  otherWork: 'qualified agents were busy with other processes: change a priority curve, or cross-train.',
  ownWork: 'qualified agents were busy with the same work: hire, or cross-train.',
};

/** Seconds of all parts. */
export const totalOf = (seconds: WaitParts['process'][number]['seconds']): number =>
  PART_NAMES.reduce((sum, name) => sum + (seconds[name].value ?? 0), 0);

/**
 * What to change, in one sentence a process, longest waiting first: its greatest part, where that is at least `LEAST` of
 * all that was waited.
 */
export function waitAdvice({process}: WaitParts): string[] {
  const all = process.reduce((sum, {seconds}) => sum + totalOf(seconds), 0);
  if (all === 0) return [];
  return process
    .map(({process: name, seconds}) => ({name, seconds, total: totalOf(seconds)}))
    .filter(({total}) => total >= LEAST * all)
    .sort((a, b) => b.total - a.total)
    .slice(0, MOST)
    .map(({name, seconds, total}) => {
      const most = PART_NAMES.reduce((a, b) => ((seconds[b].value ?? 0) > (seconds[a].value ?? 0) ? b : a));
      const share = Math.round((100 * (seconds[most].value ?? 0)) / total);
      return `${name}: ${share} % of its waiting, ${ADVICE[most]}`;
    });
}

const LEAST = 0.05;
const MOST = 5;
