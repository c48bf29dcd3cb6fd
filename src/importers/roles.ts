import {nearest} from '../language/nearest.ts';
import {InputError, type Problem} from '../language/problem.ts';
import type {ColumnProfile, Shape} from './columnShape.ts';

type Kind = Shape['kind'];

/** What a column can be to a log of contacts: how such columns are called, and what their cells look like. */
interface Role {
  readonly doc: string;
  /** More telling names first. */
  readonly names: readonly RegExp[];
  readonly shapes: readonly Kind[];
  /** Several columns may have it, in the order of `names`. */
  readonly several?: boolean;
  /** Only columns with so few different values. */
  readonly mostValues?: number;
}

const MOMENT: readonly Kind[] = ['instant', 'time'];
const LENGTH: readonly Kind[] = ['number', 'duration', 'time'];
const WORD: readonly Kind[] = ['text', 'number'];

export const ROLES = {
  date: {
    doc: 'the day, where times stand alone',
    names: [/^(call_?)?date$/i, /date|datum|fecha|^day$/i],
    shapes: ['date'],
  },
  arrived: {
    doc: 'when the contact came in',
    names: [/receiv|arriv|offered/i, /creat|open(ed)?(_|$)/i],
    shapes: MOMENT,
  },
  queued: {
    doc: 'when it began to wait',
    names: [/^q(ueue)?[ _.-]?(start|entry|enter|in|begin)/i, /queued|enqueue/i],
    shapes: MOMENT,
  },
  answered: {
    doc: 'when an agent took it',
    names: [
      /answer|pick(ed)?[ _-]?up|accept/i,
      /^(ser(v(ice)?)?|talk|handl\w*|agent|work)[ _.-]?(start|begin|from)/i,
      /connect(ed)?$|taken/i,
      /^start/i,
    ],
    shapes: MOMENT,
  },
  ended: {
    doc: 'when he was done with it: the first that is filled',
    names: [
      /transfer/i,
      /hang[ _-]?up|disconnect/i,
      /^(ser(v(ice)?)?|talk|handl\w*|agent|work)[ _.-]?(exit|end|stop|to$)/i,
      /complet|finish|closed|^end/i,
    ],
    shapes: MOMENT,
    several: true,
  },
  wait: {
    doc: 'how long it waited',
    names: [/^(q(ueue)?|wait\w*)[ _.-]?(time|sec\w*|dur\w*|s)$/i, /wait/i],
    shapes: LENGTH,
  },
  handleTime: {
    doc: 'how long he worked on it',
    names: [/^(ser(v(ice)?)?|talk|handl\w*|work)[ _.-]?(time|sec\w*|dur\w*)$/i, /aht|effort|duration/i],
    shapes: LENGTH,
  },
  outcome: {doc: 'how it ended', names: [/outcome|result|dispos/i, /status|ended_?by|completion/i], shapes: ['text']},
  agent: {
    doc: 'who took it',
    names: [/agent/i, /server|operator|employee|handled_?by/i, /user|owner|resource/i],
    shapes: WORD,
  },
  queue: {
    doc: 'what it was about: who may take it depends on it',
    names: [/queue[ _.-]?(name|id)?$/i, /skill|^(call_?)?type$|topic|category/i, /department|service|line$/i],
    shapes: WORD,
    mostValues: 200,
  },
  channel: {doc: 'the channel', names: [/channel|media/i], shapes: ['text']},
  priority: {doc: 'the class of the customer', names: [/prio/i], shapes: WORD},
  customer: {
    doc: 'who the customer is: never written',
    names: [/customer|client|caller|requester|contact[ _.-]?name|^ani$|phone/i],
    shapes: WORD,
  },
  id: {doc: 'the id: rows that share one are of one item', names: [/(^|[ _.-])(id|number|nr|no)$/i], shapes: WORD},
} as const satisfies Readonly<Record<string, Role>>;

export type RoleName = keyof typeof ROLES;
/** Columns by role; a role nobody has is an empty list. */
export type Roles = Readonly<Record<RoleName, readonly ColumnProfile[]>>;

export const ROLE_NAMES = Object.keys(ROLES) as RoleName[];
const isRole = (name: string): name is RoleName => name in ROLES;

/**
 * Which column is what, by its name and what its cells look like; a column has one role at most. `corrections`, role
 * to names of columns separated by commas (none: ''), come first. Throws InputError for a role or column there is not.
 */
export function rolesOf(
  profiles: readonly ColumnProfile[],
  corrections: Readonly<Record<string, string>>,
  file: string,
): Roles {
  const corrected = columnsNamed(profiles, corrections, file);
  const taken = new Set([...corrected.values()].flat());
  const roles = {} as Record<RoleName, readonly ColumnProfile[]>;
  for (const name of ROLE_NAMES) {
    const found =
      corrected.get(name) ??
      columnsFor(
        ROLES[name],
        profiles.filter((profile) => !taken.has(profile)),
      );
    for (const profile of found) taken.add(profile);
    roles[name] = found;
  }
  return roles;
}

function columnsFor(role: Role, profiles: readonly ColumnProfile[]): readonly ColumnProfile[] {
  const fitting = profiles.filter(
    (profile) =>
      profile.filled > 0 &&
      role.shapes.includes(profile.shape.kind) &&
      profile.values.size <= (role.mostValues ?? Number.POSITIVE_INFINITY),
  );
  const found: ColumnProfile[] = [];
  for (const pattern of role.names)
    for (const profile of fitting) if (pattern.test(profile.name) && !found.includes(profile)) found.push(profile);
  return role.several ? found : found.slice(0, 1);
}

function columnsNamed(
  profiles: readonly ColumnProfile[],
  corrections: Readonly<Record<string, string>>,
  file: string,
): Map<RoleName, ColumnProfile[]> {
  const corrected = new Map<RoleName, ColumnProfile[]>();
  const problems: Problem[] = [];
  const add = (message: string, hint: string) =>
    problems.push({severity: 'error', at: {file, line: 1, column: 1}, path: '', message, hint});
  for (const [role, written] of Object.entries(corrections)) {
    if (!isRole(role)) {
      add(
        `--column ${role}: expected one of ${ROLE_NAMES.join(', ')}`,
        `did you mean ${nearest(role, ROLE_NAMES) ?? 'arrived'}?`,
      );
      continue;
    }
    const names = written === '' ? [] : written.split(',').map((name) => name.trim());
    corrected.set(
      role,
      profiles.filter((profile) => names.includes(profile.name)),
    );
    for (const name of names)
      if (!profiles.some((profile) => profile.name === name))
        add(
          `--column ${role}=${name}: expected a column of the header, found none of this name`,
          `the columns are ${profiles.map((profile) => profile.name).join(', ')}`,
        );
  }
  if (problems.length > 0) throw new InputError(problems);
  return corrected;
}
