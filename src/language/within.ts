/** What a schema knows of a place inside the values it reads: for suggestions and hints. */
import type {Path} from './problem.ts';
import {z} from './schema.ts';

/** The schemas without their wrappers: alternatives apart, defaults and transforms off. */
function bare(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(bare);
  if (schema instanceof z.ZodPipe) return bare(schema.in);
  if (schema instanceof z.ZodLazy) return bare(schema.unwrap());
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  )
    return bare(schema.unwrap());
  return [schema];
}

/** The schemas of what may stand under a key or number of what `schemas` read. */
export function within(schemas: readonly z.core.$ZodType[], step: string | number): z.core.$ZodType[] {
  return schemas.flatMap(bare).flatMap((schema): z.core.$ZodType[] => {
    if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, step) ? [schema.shape[step]] : [];
    if (schema instanceof z.ZodRecord) return [schema.valueType];
    if (schema instanceof z.ZodArray) return [schema.element];
    if (schema instanceof z.ZodTuple) return schema.def.items.slice(Number(step), Number(step) + 1);
    return [];
  });
}

/** The keys that maps read by `schemas` may have; `open` where names of the writer's own may stand. */
export function keysWithin(schemas: readonly z.core.$ZodType[]): {readonly keys: string[]; readonly open: boolean} {
  const all = schemas.flatMap(bare);
  return {
    keys: [...new Set(all.flatMap((schema) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : [])))],
    open: all.some((schema) => schema instanceof z.ZodRecord),
  };
}

/** What the schema says of the place at a path; undefined where it says nothing, or alternatives differ. */
export function descriptionAt(schema: z.core.$ZodType, path: Path): string | undefined {
  let schemas: z.core.$ZodType[] = [schema];
  for (const step of path) schemas = within(schemas, step);
  const texts = new Set(schemas.map((each) => (each instanceof z.ZodType ? describedBy(each) : undefined)));
  const [text] = texts;
  return texts.size === 1 ? text : undefined;
}

function describedBy(schema: z.ZodType): string | undefined {
  if (schema.description !== undefined) return schema.description;
  const inner = bare(schema)[0];
  return inner !== schema && inner instanceof z.ZodType ? inner.description : undefined;
}
