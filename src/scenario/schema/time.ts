import {parseIsoDate, parseTimeOfDay} from '../../calendar/index.ts';
import {parseDuration} from '../../language/duration.ts';
import {hinted} from '../../language/hinted.ts';
import {z} from '../../language/schema.ts';
import {shown} from '../../language/show.ts';

/** `14:00` to ms after local midnight. */
export const timeOfDay = z
  .string({error: (issue) => `expected a time of day such as 08:30, found ${shown(issue.input)}`})
  .transform((text, context) => {
    const ms = parseTimeOfDay(text);
    if (ms !== null) return ms;
    context.addIssue({code: 'custom', message: `expected a time of day such as 08:30, found ${shown(text)}`});
    return z.NEVER;
  });

/** `14:00` or `2h`, ms from a beginning; a bare 0 needs no unit. */
export const instant = z
  .union([z.string(), z.literal(0)], {
    error: (issue) =>
      typeof issue.input === 'number'
        ? hinted(
            `expected a duration with a unit, found the bare number ${issue.input}`,
            `write ${issue.input}s, ${issue.input}m or ${issue.input}h`,
          )
        : `expected a time of day such as 08:30 or a duration such as 2h, found ${shown(issue.input)}`,
  })
  .transform((written, context) => {
    const ms = written === 0 ? 0 : (parseTimeOfDay(written) ?? parseDuration(written));
    if (ms !== null) return ms;
    context.addIssue({
      code: 'custom',
      message: `expected a time of day such as 08:30 or a duration such as 2h, found ${shown(written)}`,
    });
    return z.NEVER;
  });

/** An ISO date, as text. */
export const date = z
  .string({error: (issue) => `expected a date such as 2026-03-19, found ${shown(issue.input)}`})
  .regex(/^\d{4}-\d{2}-\d{2}$/, {
    abort: true,
    error: (issue) => `expected a date such as 2026-03-19, found ${shown(issue.input)}`,
  })
  .refine((text) => !Number.isNaN(parseIsoDate(text)), {
    abort: true,
    error: (issue) => `there is no such day as ${String(issue.input)}`,
  });
