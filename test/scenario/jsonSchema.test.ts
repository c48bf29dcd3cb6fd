import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {scenarioJsonSchema} from '../../src/scenario/jsonSchema.ts';
import {EVERYTHING, FILES} from './everything.ts';
import {ONE_QUEUE, read} from './texts.ts';

type Json = Record<string, unknown>;
const SCHEMA = JSON.parse(JSON.stringify(scenarioJsonSchema())) as Json;

const typeOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : typeof value === 'number' && Number.isInteger(value)
        ? 'integer'
        : typeof value;

/** As much of JSON Schema as ours uses: paths that do not fit. */
function misfits(schema: unknown, value: unknown, path = '$'): string[] {
  if (typeof schema === 'boolean') return schema ? [] : [path];
  const {$ref, anyOf, oneOf, ...own} = schema as Json;
  const found: string[] = [];
  if (typeof $ref === 'string')
    found.push(...misfits((SCHEMA.$defs as Json)[$ref.replace('#/$defs/', '')], value, path));
  if (anyOf) found.push(...fewest((anyOf as Json[]).map((form) => misfits(form, value, path))));
  if (oneOf && (oneOf as Json[]).filter((form) => misfits(form, value, path).length === 0).length !== 1)
    found.push(`${path}: not one of oneOf`);
  if ('const' in own && own.const !== value) found.push(`${path}: const`);
  if (own.enum && !(own.enum as unknown[]).includes(value)) found.push(`${path}: enum`);
  const type = typeOf(value);
  const types = [own.type ?? type].flat();
  if (!types.includes(type) && !(type === 'integer' && types.includes('number')))
    return [...found, `${path}: is ${type}, not ${types.join(' or ')}`];
  if (typeof own.pattern === 'string' && type === 'string' && !new RegExp(own.pattern, 'u').test(value as string))
    found.push(`${path}: pattern`);
  if (typeof own.minimum === 'number' && (value as number) < own.minimum) found.push(`${path}: minimum`);
  if (type === 'array') found.push(...listMisfits(own, value as unknown[], path));
  if (type === 'object') found.push(...mapMisfits(own, value as Json, path));
  return found;
}

/** The misfits of the form that fits best. */
const fewest = (forms: string[][]): string[] => [...forms].sort((a, b) => a.length - b.length)[0] ?? [];

function listMisfits({prefixItems, items}: Json, values: readonly unknown[], path: string): string[] {
  const first = (prefixItems ?? []) as Json[];
  return values.flatMap((value, i) => {
    const schema = first[i] ?? items;
    return schema === undefined ? [] : misfits(schema, value, `${path}[${i}]`);
  });
}

function mapMisfits(
  {properties = {}, patternProperties = {}, required = [], additionalProperties = true}: Json,
  value: Json,
  path: string,
): string[] {
  const found = (required as string[]).filter((key) => !(key in value)).map((key) => `${path}: needs ${key}`);
  for (const [key, inner] of Object.entries(value)) {
    const pattern = Object.entries(patternProperties as Json).find(([name]) => new RegExp(name).test(key));
    const schema = (properties as Json)[key] ?? pattern?.[1] ?? additionalProperties;
    found.push(...misfits(schema, inner, `${path}.${key}`));
  }
  return found;
}

describe('the JSON Schema accepts what reading accepts', () => {
  test('one queue, and every key of the language', () => {
    expect(misfits(SCHEMA, parse(ONE_QUEUE))).toEqual([]);
    expect(misfits(SCHEMA, parse(EVERYTHING))).toEqual([]);
    expect(read(EVERYTHING, {texts: FILES}).warnings).toEqual([]);
  });

  const shipped = readdirSync('scenarios', {withFileTypes: true}).filter((entry) => entry.isDirectory());
  test.each(shipped.map(({name}) => name))('scenarios/%s', (name) => {
    expect(misfits(SCHEMA, parse(readFileSync(`scenarios/${name}/scenario.yaml`, 'utf8')))).toEqual([]);
  });

  test('parts in files of their own', () => {
    expect(misfits(SCHEMA, {...parse(ONE_QUEUE), routing: {file: 'routing.yaml'}})).toEqual([]);
  });
});

test('and not what is plainly wrong', () => {
  const good = parse(ONE_QUEUE) as Json;
  expect(misfits(SCHEMA, {...good, gaols: []})).toEqual(['$.gaols']);
  expect(misfits(SCHEMA, {...good, warmUp: 3})).toEqual(['$.warmUp: is integer, not string']);
  expect(misfits(SCHEMA, {...good, atEnd: 'ct'})).toEqual(['$.atEnd: enum']);
  expect(misfits(SCHEMA, {name: 'x'})).toEqual(['$: needs demand', '$: needs routing', '$: needs workforce']);
});

test('every key says what it means', () => {
  const silent: string[] = [];
  let keys = 0;
  const walk = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const node = schema as Json;
    for (const [key, value] of Object.entries((node.properties ?? {}) as Json)) {
      keys++;
      if (!(value as Json).description) silent.push(`${path}.${key}`);
      walk(value, `${path}.${key}`);
    }
    for (const list of ['anyOf', 'oneOf', 'prefixItems'])
      for (const form of (node[list] ?? []) as Json[]) walk(form, path);
    for (const one of ['items', 'additionalProperties']) walk(node[one], `${path}[]`);
  };
  walk(SCHEMA, '');
  for (const [name, schema] of Object.entries(SCHEMA.$defs as Json)) walk(schema, name);
  expect(silent).toEqual([]);
  expect(keys).toBeGreaterThan(200);
});
