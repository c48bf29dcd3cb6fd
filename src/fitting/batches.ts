/** Arrivals at one instant that chance does not explain. */
export interface Burst {
  readonly atMs: number;
  readonly size: number;
}

/** Fewer at one instant are never a batch. */
const LEAST = 5;
/** A batch is so many times what its hour brings in a second by chance. */
const TIMES_CHANCE = 200;
const HOUR_MS = 3_600_000;
const SECOND_MS = 1000;

/** Instants (whole seconds) at which far more arrive than the hour around them explains. Arrivals in ms, in order. */
export function burstsIn(arrivalsMs: readonly number[]): Burst[] {
  const bursts: Burst[] = [];
  let [hourFrom, hourTo] = [0, 0];
  for (let i = 0; i < arrivalsMs.length; ) {
    const second = Math.floor(arrivalsMs[i] / SECOND_MS);
    let next = i;
    while (next < arrivalsMs.length && Math.floor(arrivalsMs[next] / SECOND_MS) === second) next++;
    const size = next - i;
    if (size >= LEAST) {
      while (arrivalsMs[hourFrom] < arrivalsMs[i] - HOUR_MS / 2) hourFrom++;
      while (hourTo < arrivalsMs.length && arrivalsMs[hourTo] < arrivalsMs[i] + HOUR_MS / 2) hourTo++;
      const others = hourTo - hourFrom - size;
      if (size * (HOUR_MS / SECOND_MS) > TIMES_CHANCE * (others + 1)) bursts.push({atMs: second * SECOND_MS, size});
    }
    i = next;
  }
  return bursts;
}
