const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const FULL = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * Weekdays of `mon`, `Monday`, `mon-fri`, `fri-mon` (over the week's end), `sat, sun`, `mon wed fri` or `daily`, in
 * the order of the week, each once; null where the text names none.
 */
export function parseWeekdays(text: string): (typeof WEEKDAYS)[number][] | null {
  const plain = text.trim().toLowerCase();
  if (plain === 'daily') return [...WEEKDAYS];
  const found = new Set<number>();
  for (const part of plain.replace(/\s*-\s*/g, '-').split(/[,;\s]+/)) {
    const [from, to = from, ...rest] = part.split('-').map(weekdayNumber);
    if (from < 0 || to < 0 || rest.length > 0) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      found.add(day);
      if (day === to) break;
    }
  }
  return WEEKDAYS.filter((_, day) => found.has(day));
}

function weekdayNumber(word: string): number {
  const short = (WEEKDAYS as readonly string[]).indexOf(word);
  return short >= 0 ? short : FULL.indexOf(word);
}
