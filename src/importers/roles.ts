import {nearest} from '../language/nearest.ts';
import {InputError, type Problem} from '../language/problem.ts';
import {plainName} from './columnName.ts';
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

/** Names are compared as words without accents, see plainName. English first, then German, Spanish, French, Dutch. */
export const ROLES = {
  date: {
    doc: 'the day, where times stand alone',
    names: [/^(call |row |start )?date$/, /date|datum|fecha|opened on|^(day|tag|jour|dia|dag)$/],
    shapes: ['date'],
  },
  arrived: {
    doc: 'when the contact came in',
    names: [
      /receiv|arriv|offered|eingang|eingegangen|llegada|entrada|recibid|recu |recu$|binnenkomst|ontvang/,
      /creat|open(ed)?( |$)|logged at|erstellt|eroffnet|cread|abierto|cree |aangemaakt/,
      /^(call|contact|conversation|interaction|session|chat|anruf|gesprach|llamada|appel|gesprek)s? ?(start|begin|debut|inicio|time|date)|anrufbeginn|^segstart/,
      /^(date ?time|time ?stamp|date|datum|fecha|time|uhrzeit|zeit|hora|heure|tijd|tijdstip|time timestamp|fecha y hora|date et heure)$/,
    ],
    shapes: MOMENT,
  },
  queued: {
    doc: 'when it began to wait',
    names: [/^q(ueue)? ?(start|entry|enter|in|begin)/, /queued|enqueue|in ?queue (time|at)/],
    shapes: MOMENT,
  },
  answered: {
    doc: 'when an agent took it',
    names: [
      /answer|pick(ed)? ?up|accept|angenommen|annahme|beantwort|atendid|contestad|decroch|repondu|opgenomen|beantwoord/,
      /^(ser(v(ice)?)?|talk|handl\w*|agent|work) ?(start|begin|from)/,
      /connect(ed)?$|taken|assigned (at|on|time)/,
      /^(start|beginn|inicio|debut|begin)/,
    ],
    shapes: MOMENT,
  },
  ended: {
    doc: 'when he was done with it: the first that is filled',
    names: [
      /transfer/,
      /hang ?up|hung up|disconnect|aufgelegt|colgad|raccroch|opgehangen/,
      /^(ser(v(ice)?)?|talk|handl\w*|agent|work) ?(exit|end|stop|to$)/,
      /complet|finish|closed|solved|resolved|^end|conversation end|(call|contact|interaction|chat|anruf|llamada|appel) ?end|segstop|^ende|beendet|abgeschlossen|erledigt|^fin( |$)|finaliz|cerrad|termine|cloture|einde|gesloten|afgerond/,
    ],
    shapes: MOMENT,
    several: true,
  },
  wait: {
    doc: 'how long it waited',
    names: [
      /^(q(ueue)?|wait\w*|queue wait|total queue|in ?queue) ?(time|sec\w*|dur\w*|s|total)$/,
      /^(total queue|in ?queue)$/,
      /wait|speed of answer|warte(zeit|dauer)|espera|attente|wachttijd/,
    ],
    shapes: LENGTH,
  },
  wrapUp: {
    doc: 'how long he worked on it afterwards',
    names: [/wrap ?up|^acw|after (call|contact) work|afterwork|nachbearbeitung|^tipificacion|post appel|nawerk/],
    shapes: LENGTH,
  },
  handleTime: {
    doc: 'how long he worked on it',
    names: [
      /^(ser(v(ice)?)?|talk|handl\w*|work|total talk|agent|conversation) ?(time|sec\w*|dur\w*|s|min\w*)$/,
      /aht|effort|duration|talk|handl|gesprachs(zeit|dauer)|bearbeitungs(zeit|dauer)|dauer|duracion|conversacion|duree|gesprekstijd|gespreksduur|afhandeltijd|duur/,
    ],
    shapes: LENGTH,
  },
  outcome: {
    doc: 'how it ended',
    names: [
      /outcome|result|dispos|ergebnis|resultad|uitkomst|resultaat/,
      /status|ended by|completion|abandon|estado|statut|afgehandeld/,
    ],
    shapes: ['text'],
  },
  agent: {
    doc: 'who took it',
    names: [
      /agent|agente/,
      /server|operator|employee|handled by|assignee|case owner|mitarbeiter|bearbeiter|operador|asesor|conseiller|operateur|medewerker/,
      /user|owner|resource|anslogin|usuario|utilisateur|gebruiker/,
    ],
    shapes: WORD,
  },
  queue: {
    doc: 'what it was about: who may take it depends on it',
    names: [
      /(^| )(queue|warteschlange|cola|file d attente|wachtrij)( name| id)?$/,
      /skill|dispsplit|^(call )?type$|topic|category|campaign|^reason$|subject|thema|grund|anliegen|motivo|tema|motif|sujet|onderwerp|reden|^activity$/,
      /department|service|line$|^group$|team|abteilung|gruppe|departamento|grupo|equipe|groupe|afdeling|groep/,
    ],
    shapes: WORD,
    mostValues: 200,
  },
  channel: {
    doc: 'the channel',
    names: [/channel|media|kanal|canal|kanaal|case origin|^via$|^origin$/],
    shapes: ['text'],
  },
  priority: {doc: 'the class of the customer', names: [/prio|segment$|^tier$/], shapes: WORD},
  customer: {
    doc: 'who the customer is: never written',
    names: [
      /customer|client|caller|requester|account|kunde|anrufer|cliente|klant/,
      /contact name|^ani$|phone|telefon|telefono|telephone/,
    ],
    shapes: WORD,
  },
  id: {
    doc: 'the id: rows that share one are of one item',
    names: [
      /^(contact|conversation|interaction|call|chat|case|ticket|item|session)? ?(id|number|nr|no|nummer|numero|guid|uuid)$|^callid$/,
      /(^| )(id|number|nr|no|nummer|numero|guid|uuid)$|^case concept name$/,
    ],
    shapes: WORD,
  },
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
  for (const profile of profiles) profile.isNamed = taken.has(profile);
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
  const found = matching(role, profiles).flat();
  return role.several ? found : found.slice(0, 1);
}

/** Columns that could have a role, the more telling names first, those of names as telling together. */
function matching(role: Role, profiles: readonly ColumnProfile[]): ColumnProfile[][] {
  const fitting = profiles.filter(
    (profile) =>
      profile.filled > 0 &&
      role.shapes.includes(profile.shape.kind) &&
      profile.values.size <= (role.mostValues ?? Number.POSITIVE_INFINITY),
  );
  const found = new Set<ColumnProfile>();
  return role.names.map((pattern) => {
    const columns = fitting.filter((profile) => !found.has(profile) && pattern.test(plainName(profile.name)));
    for (const profile of columns) found.add(profile);
    return columns;
  });
}

/** Columns of no role whose names are as telling as that of the one that has this role. */
export function rivalsOf(name: RoleName, roles: Roles, profiles: readonly ColumnProfile[]): readonly ColumnProfile[] {
  const role: Role = ROLES[name];
  const [chosen] = roles[name];
  if (!chosen || chosen.isNamed || role.several) return [];
  const used = new Set(Object.values(roles).flat());
  const tier = matching(role, profiles).find((columns) => columns.includes(chosen)) ?? [];
  return tier.filter((column) => !used.has(column));
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
