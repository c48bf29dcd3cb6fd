import {z} from '../language/schema.ts';
import {distributionSchema} from '../random/readDistribution.ts';
import {scenarioSchema} from './schema/scenario.ts';

type Json = Record<string, unknown>;

/** What stands in many places, written out once. */
z.globalRegistry.add(distributionSchema('duration'), {id: 'durationOrDistribution'});
z.globalRegistry.add(distributionSchema('number'), {id: 'numberOrDistribution'});

const PART_FILE = {
  type: 'object',
  properties: {
    file: {type: 'string', description: 'YAML file that holds this part, relative to the file that names it.'},
  },
  required: ['file'],
  additionalProperties: false,
} as const;

/** Parts of `routing` that may stand in files of their own, as the parts of a scenario may. */
const PARTS_OF_ROUTING = ['segmentation', 'processes', 'priorities', 'distribution', 'capacity'];
const PARTS = ['calendars', 'demand', 'routing', 'shifts', 'workforce', 'goals'];

/**
 * The language as a JSON Schema (2020-12) of what people write: an editor completes keys and shows what they mean.
 * Reading accepts what it accepts, and checks more: names, sums, what can never happen.
 */
export function scenarioJsonSchema(): object {
  const schema = z.toJSONSchema(scenarioSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({jsonSchema}) => tellApart(jsonSchema as Json),
  }) as Json;
  const properties = schema.properties as Record<string, Json>;
  const routing = objectIn(properties.routing);
  for (const key of PARTS_OF_ROUTING) inFileOrHere(routing, key);
  for (const key of PARTS) inFileOrHere(properties, key);
  return {
    ...schema,
    title: 'Preroute scenario',
    description: 'A contact centre to rehearse: demand, routing, workforce, goals.',
    properties: {
      ...properties,
      $schema: {type: 'string', description: 'Where this schema is, for the editor.'},
    },
    patternProperties: {'^x-': {description: 'Anything: a place for what aliases (*name) repeat.'}},
  };
}

const objectIn = (schema: Json | undefined): Record<string, Json> => (schema?.properties ?? {}) as Record<string, Json>;

function inFileOrHere(properties: Record<string, Json>, key: string): void {
  const part = properties[key];
  if (part === undefined) return;
  const {description, ...rest} = part;
  properties[key] = {description, anyOf: [rest, PART_FILE]};
}

/** Forms of which a value can be but one are `oneOf`, so that an editor can say which it took it for. */
function tellApart(schema: Json): void {
  const forms = schema.anyOf as Json[] | undefined;
  if (forms === undefined || !forms.every((form, i) => forms.slice(i + 1).every((other) => areApart(form, other))))
    return;
  schema.oneOf = forms;
  delete schema.anyOf;
}

function areApart(a: Json, b: Json): boolean {
  if (typeof a.type !== 'string' || typeof b.type !== 'string') return false;
  if (a.type !== b.type) return !['number', 'integer'].includes(a.type) || !['number', 'integer'].includes(b.type);
  return a.type === 'object' && (lacks(a, b) || lacks(b, a));
}

/** Whether `a` needs a key that `b` does not know. */
function lacks(a: Json, b: Json): boolean {
  if (b.additionalProperties !== false) return false;
  const known = Object.keys((b.properties ?? {}) as object);
  return ((a.required ?? []) as string[]).some((key) => !known.includes(key));
}
