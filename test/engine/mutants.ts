/**
 * Deliberate faults of the fast engine, each of which the obvious engine must catch. A fault is a short text of one source
 * file and what stands there instead; the text must occur exactly once in the file as compiled (types gone, else as it is).
 * One that is no longer found is an error: look the rule up in the source and write down its text anew.
 */
export interface Mutant {
  readonly name: string;
  /** File under src/, without `.ts`. */
  readonly file: string;
  readonly edits: readonly (readonly [text: string, instead: string])[];
}

const mutant = (name: string, file: string, ...edits: Mutant['edits']): Mutant => ({name, file, edits});

export const MUTANTS: readonly Mutant[] = [
  mutant('phase: an item ticks a moment late', 'floor/phaseLine', ['<= phaseNow', '< phaseNow']),
  mutant('phase: the bucket that mixes is not searched', 'floor/phaseLine', [
    'mixed !== null && mixed.size > 0',
    'false',
  ]),
  mutant('first come, first served across a falling jump', 'floor/sections', [
    '>= topOf(curve, last, end) - TIE',
    '>= -Infinity',
  ]),
  mutant('a lane’s bound is the value at its start', 'floor/sections', [
    'return curve.value[piece] + curve.slope[piece] * span;',
    'return curve.value[piece];',
  ]),
  mutant('items never turn to their next section', 'floor/lanes', ['due.size > 0 && -due.keys[0] <=', '-1 >=']),
  mutant('kinetic: crossings are seen late', 'floor/kineticLine', ['lead / gain) - 1)', 'lead / gain) + 1024)']),
  mutant('kinetic: matches are never played again', 'floor/kineticLine', ['this.until[1] <= clockNow', 'false']),
  mutant('heap: ties fall where they fall', 'floor/itemHeap', [
    'lead > TIE || (lead >= -TIE && isEarlier(this.items, item, this.slots[at]))',
    'lead > 0',
  ]),
  mutant('ties between lanes go to the lane', 'floor/items', ['(b < 0 || isEarlier(items, a, b))', 'b < 0']),
  mutant('agents of one instant stand as they came', 'floor/agents', ['|| (since[after] === at && after > agent)', '']),
  mutant('a business clock runs on when closed', 'floor/clock', [
    'Math.min(wallMs, this.to[i]) - from[i]',
    'wallMs - from[i]',
  ]),
  mutant('nobody else is asked when a hold ends', 'engine/offers', ['if (!hold?.ended())', 'if (hold !== undefined)']),
  mutant('the innermost target is the outermost', 'engine/innermostTarget', [
    'for (let target = 0; target <= stage; target++)',
    'for (let target = stage; target >= 0; target--)',
  ]),
  mutant('a missed offer costs the item its place', 'engine/queueing', [
    'items.setStatus(item, ITEM.entering);',
    'items.setStatus(item, ITEM.entering); items.setEnteredRoutingMs(item, run.now);',
  ]),
  mutant('who missed it is still preferred', 'engine/queueing', [
    'if (items.waitsFor(item) === missedBy)',
    'if (false)',
  ]),
  mutant('targets never restart', 'engine/queueing', [
    '.restarts[items.route(item)] === 1',
    '.restarts[items.route(item)] === 2',
  ]),
  mutant('one redial too few', 'engine/queueing', [
    'attempt > sources.redialAtMost',
    'attempt >= sources.redialAtMost',
  ]),
  mutant('who has left still takes work', 'engine/presence', [
    'agents.onDuty[agent] === 1 && agents.resting',
    'agents.resting',
  ]),
  mutant('not ready counts for nothing', 'engine/presence', [
    'there && agents.notReadyUntilMs[agent] <= run.now',
    'there',
  ]),
  mutant('a late break is cut short', 'engine/presence', [
    'rests.endsOnTime[row] === 1 ?',
    'rests.endsOnTime[row] >= 0 ?',
  ]),
  mutant('hanging up comes before answering', 'engine/events', ['ringsOut:', 'timer:'], ['timer:', 'ringsOut:']),
  mutant('wrap-up takes no capacity', 'engine/handling', ['if (wrapUp === 0)', 'if (wrapUp >= 0)']),
  mutant('a pace once set stays', 'engine/pace', ['if (rate === items.rate(item))', 'if (items.rate(item) !== 0)']),
  mutant('a credit breaks no ties', 'engine/arriving', [
    'credit === 0 ? arrived : clocks.wallAt(process, clock - credit)',
    'arrived',
  ]),
  mutant('an interrupted agent is as good as a free one', 'routing/capacity/automaton', [
    'interrupts: interruptions(states, width)',
    'interrupts: interruptions(states, width).fill(0)',
  ]),
  mutant('one lot for every attempt', 'engine/agentComparison', ['items.offeredCount(item)', '0']),
  mutant('time goes back when an update was due while closed', 'engine/life/stand', [
    'Math.max(atMs, run.now)',
    'atMs',
  ]),
  mutant('who was answered may still hang up', 'engine/life/handled', ['items.setLeavesMs(item, Infinity);', '']),
  mutant('an update while an agent has the item is lost', 'engine/life/confirmation', [
    'items.setUpdateMs(item, CONFIRMED);',
    'items.setUpdateMs(item, Infinity);',
  ]),
  mutant('a parked item whose agent leaves is forgotten', 'engine/presence', [
    'run.floor.workbins !== null && agents.onDuty[agent] === 0',
    'false',
  ]),
  mutant('what was left of parked work is done anew', 'engine/life/park', [
    'items.setHandleMs(item, bins.leftMs[item]);',
    '',
  ]),
  mutant('parked to be first, and it stands in line', 'floor/personalLines', [
    'this.#workbins.ahead[item] : 0',
    '0 : 0',
  ]),
  mutant('an activation date is ignored', 'engine/arriving', ['activeMs > items.arrivedMs(item)', 'false']),
  mutant('rescheduled, and due as before', 'engine/promise', [
    'moveDueDate(run, item, Number.isNaN(allowed) ? Infinity : clocks.wallAt(process, clock + allowed));',
    '',
  ]),
  mutant('targets open while a clock stands still', 'engine/promise', [
    'items.setTargetsFrom(item, items.targetsFrom(item) + stood);',
    '',
  ]),
  mutant('a reply at the last moment is late', 'engine/life/pending', [
    'replyMs(run, item) > row.closeAfterMs',
    'replyMs(run, item) >= row.closeAfterMs',
  ]),
  mutant('handed over, it always keeps its place', 'engine/life/transfer', [
    'keepsPlace ? items.placeFromMs(item) : run.now',
    'items.placeFromMs(item)',
  ]),
  mutant('nobody goes on when the last it opened is final', 'engine/life/workOrders', [
    'parent !== this.opener && isWaiting(run, parent)',
    'false',
  ]),
  mutant('who is gone for good is waited for', 'engine/queueing', ['&& isGone(run, agent)', '&& false']),
  mutant('canceled while it rings, the agent goes on ringing', 'engine/life/withdraw', ['stopRinging(run, item);', '']),
  mutant('canceled in hand, and its agent not free', 'engine/life/commands', ['freeAgent(run, item, agent);', '']),
  mutant('held by its source, and distributed', 'engine/life/commands', ['if (!this.held.has(item))', 'if (true)']),
  mutant('restarted with the draws it had', 'engine/life/commands', ['ended.visit + 1', 'ended.visit']),
  mutant('a milestone is late at its very target', 'engine/life/milestones', [
    'run.now > tracks.targetMs[track]',
    'run.now >= tracks.targetMs[track]',
  ]),
  mutant('what a milestone adds is lost on another curve', 'engine/raise', ['if (by !== 0)', 'if (false)']),
  mutant('sent to another process, and it stays', 'engine/life/visits', [
    'run.milestones !== null && moveReassigned(run, item)',
    'false',
  ]),
  mutant('milestones of a process are never left', 'engine/promise', ['milestones?.leaves(item);', ';']),
  mutant('kept until its source says so, and its agent not free then', 'engine/life/confirmation', [
    'freeAgent(run, item, items.agent(item));',
    '',
  ]),
  mutant('a lead is as old as its last contact', 'engine/life/leads', [
    'items.standsMs(item) - items.arrivedMs(item)',
    'run.now - items.standsMs(item)',
  ]),
  mutant('its source holds it, and its clock runs', 'engine/life/commands', ['?.commands.stops)', '?.commands.never)']),
];
