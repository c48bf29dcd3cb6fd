import {BusinessClock} from '../../calendar/index.ts';
import type {LintContext, Served} from '../context.ts';
import type {FindingKind} from '../finding.ts';
import {weekText} from '../weekText.ts';

export const idleShift: FindingKind = {
  code: 'idle-shift',
  title: 'A shift whose hours lie outside everything its agents could do',
  severity: 'warning',
  doc: 'All processes that these agents may take items of are live and reject what comes while they are closed, and the shift has no minute in common with their opening hours: there is never anything for them to do.',
  find(context) {
    const {scenario, plan, presence, served} = context;
    const {people, profiles} = plan;
    const told = new Set<string>();
    return people.seats.flatMap(({spec, block}, agent) => {
      if (block.kind !== 'shift' || block.shift === null || told.has(block.shift)) return [];
      told.add(block.shift);
      const shift = block.shift;
      const alike = people.seats.flatMap((seat, id) =>
        seat.block.kind === 'shift' && seat.block.shift === shift ? [profiles.profileOf(id, 0)] : [],
      );
      const mine = served.filter(({stages}) => alike.some((profile) => stages.at(-1)?.has(profile)));
      const {week} = scenario.shifts[shift] ?? {};
      if (week === undefined || mine.length === 0 || !mine.every((one) => closes(context, one))) return [];
      // Profiles may be shared with other shifts: what counts is this one's own hours.
      const own = presence.ofAgent(agent);
      if (own.length === 0 || own.some((stretch) => mine.some((one) => opensIn(context, one, stretch)))) return [];
      const inWeek = own.filter(({fromMs}) => fromMs < presence.toMs);
      const text = weekText(scenario, inWeek);
      return [
        {
          path: ['shifts', shift],
          message: `the shift ${shift} of ${spec.name} (${text}) lies outside the opening hours of ${mine.map(({process}) => process).join(', ')}`,
          counterExample: {kind: 'windows' as const, text, windows: inWeek, share: 0},
          suggestion: 'check its hours, and those of the calendar',
        },
      ];
    });
  },
};

const closes = ({scenario}: LintContext, {process, isLive}: Served): boolean => {
  const {open, whenClosed} = scenario.routing.processes[process];
  return isLive && open !== undefined && whenClosed === 'reject';
};

function opensIn(
  {scenario, compiled}: LintContext,
  {process}: Served,
  {fromMs, toMs}: {readonly fromMs: number; readonly toMs: number},
): boolean {
  const {open} = scenario.routing.processes[process];
  const clock = new BusinessClock(compiled.model.clocks[Object.keys(scenario.calendars).indexOf(open ?? '') + 1]);
  return clock.at(toMs) > clock.at(fromMs);
}
