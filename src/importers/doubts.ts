import type {ColumnProfile} from './columnShape.ts';
import {ROLES, type RoleName, type Roles, rivalsOf} from './roles.ts';

/** A reading, and what a person types to have it. */
export interface Reading {
  readonly text: string;
  readonly option: {readonly name: 'column' | 'dates'; readonly value: string};
}

/** Something in a log that can be read in several ways. */
export interface Doubt {
  readonly question: string;
  /** What is done where nobody says otherwise. */
  readonly chosen: Reading;
  readonly why: string;
  readonly others: readonly Reading[];
}

/** Roles in which a wrong column makes another scenario. */
const ASKED: readonly RoleName[] = ['arrived', 'queue', 'agent', 'outcome', 'answered', 'wait', 'handleTime'];

export function doubtsOf(profiles: readonly ColumnProfile[], roles: Roles): Doubt[] {
  return [...ASKED.flatMap((role) => columnDoubt(role, profiles, roles)), ...dateDoubt(roles)];
}

function columnDoubt(role: RoleName, profiles: readonly ColumnProfile[], roles: Roles): Doubt[] {
  const rivals = rivalsOf(role, roles, profiles);
  const [chosen] = roles[role];
  if (!chosen || rivals.length === 0) return [];
  const reading = ({name}: ColumnProfile): Reading => ({
    text: `\`${name}\``,
    option: {name: 'column', value: `${role}=${name}`},
  });
  const question = `Which column is \`${role}\` (${ROLES[role].doc})?`;
  return [{question, chosen: reading(chosen), why: 'it stands first', others: rivals.map(reading)}];
}

/** One question for all columns of dates: a log writes them in one way. */
function dateDoubt({arrived, queued, answered, ended, date}: Roles): Doubt[] {
  const column = [...date, ...arrived, ...queued, ...answered, ...ended].find(
    ({dateReadings}) => dateReadings.length > 0,
  );
  const [better, other] = column?.dateReadings ?? [];
  if (!column || !better || !other) return [];
  const [example] = column.values.keys();
  const reading = ({isDayFirst, days}: typeof better): Reading => ({
    text: `${isDayFirst ? 'day' : 'month'}-first (${days} ${days === 1 ? 'day' : 'days'} in all)`,
    option: {name: 'dates', value: isDayFirst ? 'day-first' : 'month-first'},
  });
  return [
    {
      question: `How are the dates in \`${column.name}\` written, such as ${example}?`,
      chosen: reading(better),
      why:
        column.dates !== null
          ? 'it was said'
          : better.days < other.days
            ? 'the log is shorter so'
            : 'it is the more usual',
      others: column.dates === null ? [reading(other)] : [],
    },
  ];
}

/** What was decided, why, and how to have it otherwise. */
export function doubtText({question, chosen, why, others}: Doubt): string {
  const options = others.map(({text, option}) => `${text}: --${option.name} ${optionText(option.value)}`);
  return `${question} Taken: ${chosen.text}, because ${why}${options.length > 0 ? `; ${options.join('; ')}` : ''}.`;
}

const optionText = (value: string) => (/^[\w=.-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`);
