import {keys, oneOrMany, word, z} from '../../language/schema.ts';
import {spanSchema} from './span.ts';
import type {Span, TargetSpec} from './spec.ts';

type Who = TargetSpec['who'];

/** One way of saying who may receive: its key, how it is written, and how it reads in a report. */
interface TargetKind<Written> {
  readonly key: string;
  readonly schema: z.ZodType<Written>;
  read(written: Written): Who;
}
const targetKind = <Written>(kind: TargetKind<Written>) => kind as TargetKind<unknown>;

/** Every way a target can name agents. */
export const TARGET_KINDS: readonly TargetKind<unknown>[] = [
  targetKind({
    key: 'skills',
    schema: word.describe(
      'Agents whose skill levels fulfil this: `Sales Processing > 7 and Voice >= 1`. A missing skill is level 0.',
    ),
    read: (expression) => ({kind: 'skills', expression}),
  }),
  targetKind({
    key: 'groups',
    schema: oneOrMany(word).describe('Agents of these groups.'),
    read: (groups) => ({kind: 'groups', groups}),
  }),
  targetKind({
    key: 'agents',
    schema: oneOrMany(word).describe('These agents, by name.'),
    read: (agents) => ({kind: 'agents', agents}),
  }),
  targetKind({
    key: 'everyone',
    schema: z.literal(true, {error: 'expected true'}).describe('Every agent.'),
    read: () => ({kind: 'everyone'}),
  }),
];

const EXPECTED = 'expected one of skills, groups, agents and everyone, as in { skills: Voice >= 5, for: 30s }';

export const targetSchema = keys({
  ...Object.fromEntries(TARGET_KINDS.map(({key, schema}) => [key, schema.optional()])),
  for: spanSchema
    .optional()
    .describe(
      'How long this target stands alone before the next joins it, on the process’s clock: `30s`, or a share of the time allowed, `20%`. The last has none: it waits for ever.',
    ),
}).transform((written, context): TargetSpec => {
  const values: Readonly<Record<string, unknown>> = written;
  const kinds = TARGET_KINDS.filter(({key}) => values[key] !== undefined);
  const [kind] = kinds;
  if (!kind || kinds.length > 1) {
    context.addIssue({code: 'custom', message: EXPECTED});
    return z.NEVER;
  }
  const who = kind.read(values[kind.key]);
  return {who, for: (values.for as Span | undefined) ?? null, text: textOf(who)};
});

/** A target as it reads: `Voice >= 5`, `group back-office`, `everyone`. */
export function textOf(who: Who): string {
  if (who.kind === 'skills') return who.expression;
  if (who.kind === 'everyone') return 'everyone';
  const names = who.kind === 'groups' ? who.groups : who.agents;
  const noun = who.kind === 'groups' ? 'group' : 'agent';
  return `${noun}${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
}
