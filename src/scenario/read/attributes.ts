import type {Path} from '../../language/problem.ts';
import type {AttributeSpec} from '../scenario.ts';
import type {AttributesWritten} from '../schema/attributes.ts';
import {distributionAt} from './distribution.ts';
import type {Reading} from './reading.ts';

/** Attributes under a key of `path`; those with something wrong are left out, which is reported. */
export function readAttributes(
  reading: Reading,
  path: Path,
  written: AttributesWritten | undefined,
  key = 'attributes',
): Record<string, AttributeSpec> {
  const attributes: Record<string, AttributeSpec> = {};
  for (const [name, value] of Object.entries(written ?? {})) {
    const at = [...path, key, name];
    const spec = attributeOf(reading, at, value);
    if (spec) attributes[name] = spec;
    if (['channel', 'source', 'priority'].includes(name))
      reading.error(at, `expected an attribute of another name: ${name} is one that every item has`, undefined, true);
  }
  return attributes;
}

type AttributeWritten = AttributesWritten[string];

function attributeOf(reading: Reading, path: Path, written: AttributeWritten): AttributeSpec | null {
  if (typeof written === 'string') {
    const node = reading.node(path);
    const value = node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : written;
    return {kind: 'constant', value};
  }
  if ('shape' in written && typeof written.shape === 'object') {
    const distribution = distributionAt(reading, path, written as Parameters<typeof distributionAt>[2]);
    return distribution && {kind: 'distribution', distribution};
  }
  const values = Object.entries(written as Record<string, number>).map(([value, share]) => ({value, share}));
  const sum = values.reduce((total, {share}) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-6) {
    const found = `${Number((sum * 100).toFixed(4))} %`;
    reading.error(path, `expected shares that come to 100 % in all, found ${found}`);
    return null;
  }
  return {kind: 'shares', values};
}
