import type {Path} from '../../language/problem.ts';
import type {Conversion} from '../../model/leads.ts';
import type {SourceSpec} from '../scenario.ts';
import type {SourceWritten} from '../schema/demand.ts';
import type {Reading} from './reading.ts';

/** Noted of what converts. */
export const CONVERTED = 'converted';

/** What makes leads of a source's items, and what is noted of them; what is wrong is reported. */
export function readLeads(
  reading: Reading,
  path: Path,
  written: SourceWritten,
): Pick<SourceSpec, 'lead' | 'dispositions'> {
  const {kind, conversion} = written;
  if (conversion !== undefined && kind !== 'lead')
    reading.error([...path, 'conversion'], 'expected conversion of leads only', 'add kind: lead', true);
  const dispositions = dispositionsOf(reading, path, written);
  return {
    ...(kind === 'lead' && {
      lead: {conversion: conversion === undefined ? null : conversionOf(reading, path, conversion)},
    }),
    ...(dispositions && {dispositions}),
  };
}

function conversionOf(reading: Reading, path: Path, written: NonNullable<SourceWritten['conversion']>): Conversion {
  if ('share' in written)
    return {kind: 'halving', share: written.share, halvesEveryMs: written.halvesEvery ?? Infinity};
  const {table, between} = written;
  table.forEach(([age], i) => {
    const before = table[i - 1]?.[0];
    if (before !== undefined && age <= before)
      reading.error([...path, 'conversion', 'table', i, 0], 'expected points in order of age, each age once');
  });
  return {kind: 'table', ageMs: table.map(([age]) => age), share: table.map(([, share]) => share), between};
}

function dispositionsOf(reading: Reading, path: Path, {dispositions, conversion}: SourceWritten) {
  if (dispositions === undefined) return null;
  const at = [...path, 'dispositions'];
  const rows = Object.entries(dispositions).map(([name, share]) => ({name, share}));
  const sum = rows.reduce((total, {share}) => total + share, 0);
  if (sum > 1 + 1e-6)
    reading.error(at, `expected shares that come to 100 % at most, found ${Number((sum * 100).toFixed(4))} %`);
  if (conversion !== undefined && Object.hasOwn(dispositions, CONVERTED))
    reading.error([...at, CONVERTED], `expected another word: ${CONVERTED} is noted of what converts`, undefined, true);
  return rows;
}
