import {csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';

const HEADER = [
  'process',
  'milestone',
  'day',
  'started',
  'met',
  'violated',
  'open',
  'attainment',
  'attainment_half_width',
  'withdrawn',
  'warned',
  'late',
  'missed',
  'overdue',
  'mean_left_met_s',
  'mean_left_open_s',
  'mean_late_s',
];

/**
 * `milestones.csv`: a line for each process and milestone, means per replication, `day` empty; then one for each local day
 * of the target, with what is known by day.
 */
export function milestonesCsv({milestones}: Results): string | null {
  if (milestones === undefined) return null;
  const lines = milestones.flatMap((row) => {
    const name = [printable(row.process), printable(row.milestone)];
    return [
      csvLine([
        ...name,
        '',
        row.started,
        row.met,
        row.violated,
        row.open,
        row.attainment.value,
        row.attainment.halfWidth,
        row.withdrawn,
        row.warned,
        row.late,
        row.missed,
        row.overdue,
        row.metLeftSeconds,
        row.openLeftSeconds,
        row.lateSeconds,
      ]),
      ...row.days.map(({day, started, met, violated, open}) =>
        csvLine([
          ...name,
          day,
          started,
          met,
          violated,
          open,
          met + violated > 0 ? met / (met + violated) : null,
          ...Array.from({length: HEADER.length - 8}, () => null),
        ]),
      ),
    ];
  });
  return [csvLine(HEADER), ...lines].join('');
}
