import {formatLocal, type TimestampParser, timestampParser} from '../../calendar/index.ts';
import {shown} from '../../language/show.ts';
import type {ReplaySpec} from '../../scenario/scenario.ts';
import type {AttributeValue} from '../context.ts';
import {BadRow} from './badRow.ts';
import type {Cells, Columns} from './columns.ts';

/** One attribute of a row: text, number, ISO date or date and time; null where the cell is empty. Throws BadRow. */
export type AttributeOf = (cells: Cells) => AttributeValue;

/** `zone`: of the scenario, in which dates with a time are told. */
export function attributeOf(
  spec: ReplaySpec['attributes'][number],
  time: ReplaySpec['time'],
  columns: Columns,
  zone: string,
  path: string,
): AttributeOf {
  const textOf = columns.text(spec.column, path);
  if (spec.type === 'text') return (cells) => textOf(cells) || null;
  const parse = spec.type === 'number' ? parseNumber : dateReader(time, zone);
  const expected = spec.type === 'number' ? 'no number' : 'no date of the format given';
  return (cells) => {
    const text = textOf(cells);
    if (text === '') return null;
    const value = parse(text);
    if (value === null) throw new BadRow(`${spec.name} ${shown(text)} is ${expected}`);
    return value;
  };
}

/** A finite number in decimal notation; null where the text is none. */
export function parseNumber(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

/** Reads the format given, its date alone, or ISO 8601. A date alone stays the date it is in any zone. */
function dateReader(time: ReplaySpec['time'], zone: string): (text: string) => string | null {
  const dateOnly: TimestampParser[] = [];
  const [dateFormat] = (time.format ?? '').split(' ');
  if (dateFormat && dateFormat !== time.format) dateOnly.push(timestampParser(dateFormat, time.zone));
  const whole = [timestampParser(time.format, time.zone), timestampParser(null, time.zone)];
  return (text) => {
    for (const parse of dateOnly) {
      const epochMs = parse(text);
      if (!Number.isNaN(epochMs)) return formatLocal(epochMs, time.zone).slice(0, 10);
    }
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Number.isNaN(whole[1](text)) ? null : text;
    for (const parse of whole) {
      const epochMs = parse(text);
      if (!Number.isNaN(epochMs)) return formatLocal(epochMs, zone);
    }
    return null;
  };
}
