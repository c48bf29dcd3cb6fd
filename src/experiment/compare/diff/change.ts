/** Parts of a configuration, in the order their changes are told. */
export type Part =
  | 'rules'
  | 'processes'
  | 'priorities'
  | 'targets'
  | 'capacity'
  | 'people'
  | 'shifts'
  | 'calendars'
  | 'demand'
  | 'goals'
  | 'settings';

/** One thing that differs between two configurations, in words. */
export interface Change {
  readonly part: Part;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Begins with what it is about. */
  readonly text: string;
}

/** What two maps of named things differ in: names that come and go, and in words what differs in those that stay. */
export function namedChanges<Thing>(
  part: Part,
  what: string,
  before: Readonly<Record<string, Thing>>,
  after: Readonly<Record<string, Thing>>,
  differences: (before: Thing, after: Thing, name: string) => readonly string[],
  summary: (thing: Thing) => string = () => '',
): Change[] {
  const told = (name: string, thing: Thing) => [`${what} ${name}`.trim(), summary(thing)].filter(Boolean).join(': ');
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name): Change[] => {
    const [old, now] = [before, after].map((things) => (Object.hasOwn(things, name) ? things[name] : undefined));
    if (old === undefined) return now === undefined ? [] : [{part, kind: 'added', text: told(name, now)}];
    if (now === undefined) return [{part, kind: 'removed', text: told(name, old)}];
    const texts = differences(old, now, name);
    return texts.length === 0 ? [] : [{part, kind: 'changed', text: `${what} ${name}: ${texts.join('; ')}`.trim()}];
  });
}
