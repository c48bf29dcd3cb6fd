import type {WeekPattern} from '../results.ts';

/** Told by half-hour: what a planner asks of a week. Each is its metric, of what arrived (or was due) then. */
export const WEEK_METRICS = [
  'offered',
  'serviceLevel',
  'slaAttainment',
  'abandonment',
  'speedOfAnswer',
  'handleTime',
  'backlog',
  'occupancy',
] as const;
export type WeekMetric = (typeof WEEK_METRICS)[number];

const HALF_HOUR_MINUTES = 30;
const DAY_MINUTES = 1440;
const WEEKDAYS = 7;

/** Numerators and denominators by local weekday and half-hour, over all weeks and replications. */
export class WeekSums {
  private readonly localTime: (interval: number) => string;
  private readonly slots: number;
  private readonly minutes: number;
  private readonly sums: Readonly<Record<WeekMetric, {readonly above: Float64Array; readonly below: Float64Array}>>;
  /** How often each half-hour was, and its intervals. */
  private readonly times: Float64Array;
  private readonly parts: Float64Array;
  private readonly cells: number[] = [];
  private counted: {readonly from: number; readonly to: number} = {from: 0, to: 0};

  /** Of intervals longer than half an hour, a cell is as long as they are. */
  constructor(intervalMs: number, localTime: (interval: number) => string) {
    this.localTime = localTime;
    this.minutes = Math.min(DAY_MINUTES, Math.max(HALF_HOUR_MINUTES, intervalMs / 60_000));
    this.slots = Math.ceil(DAY_MINUTES / this.minutes);
    const row = () => new Float64Array(WEEKDAYS * this.slots);
    const sums = WEEK_METRICS.map((key) => [key, {above: row(), below: row()}]);
    this.sums = Object.fromEntries(sums) as typeof this.sums;
    this.times = row();
    this.parts = row();
  }

  /** A replication begins, of which the intervals `from` up to `to` are wholly in the counted time. */
  begin(from: number, to: number): void {
    this.counted = {from, to};
    let last = '';
    for (let interval = from; interval < to; interval++) {
      const cell = this.cellOf(interval);
      const name = `${this.localTime(interval).slice(0, DATE)} ${cell}`;
      if (name !== last) this.times[cell]++;
      this.parts[cell]++;
      last = name;
    }
  }

  add(metric: WeekMetric, interval: number, above: number, below: number): void {
    if (interval < this.counted.from || interval >= this.counted.to) return;
    const cell = this.cellOf(interval);
    const sum = this.sums[metric];
    sum.above[cell] += above;
    sum.below[cell] += below;
  }

  /** Null where no two days of the week were. */
  results(): WeekPattern | null {
    const days = new Set(Array.from(this.times, (times, cell) => (times > 0 ? Math.floor(cell / this.slots) : -1)));
    days.delete(-1);
    if (days.size < 2) return null;
    return {
      minutes: this.minutes,
      rows: WEEK_METRICS.flatMap((metric) => {
        const {above, below} = this.sums[metric];
        const values = Array.from(above, (sum, cell) => {
          const whole = metric === 'offered' ? this.times[cell] : metric === 'backlog' ? this.parts[cell] : below[cell];
          return whole > 0 ? sum / whole : null;
        });
        return values.some((value) => value !== null) ? [{metric, values}] : [];
      }),
    };
  }

  private cellOf(interval: number): number {
    while (this.cells.length <= interval) {
      const local = this.localTime(this.cells.length);
      const weekday = (new Date(`${local.slice(0, DATE)}T00:00:00Z`).getUTCDay() + 6) % WEEKDAYS;
      const minutes = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
      this.cells.push(weekday * this.slots + Math.floor(minutes / this.minutes));
    }
    return this.cells[interval];
  }
}

const DATE = 'yyyy-mm-dd'.length;
