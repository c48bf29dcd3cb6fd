import {check} from '../../language/check.ts';
import {hinted} from '../../language/hinted.ts';
import {duration, keys, word, z} from '../../language/schema.ts';
import type {DayRange, ShiftSpec} from '../scenario.ts';
import {timeOfDay} from './time.ts';
import {hours, noWeekdays, weekdaysOf, weekPattern} from './week.ts';

const breakSchema = keys({
  at: timeOfDay.describe('Local time at which it begins; it waits for what is in hand.'),
  for: duration.describe('How long it lasts.'),
  paid: z.boolean().default(false).describe('Whether it counts as paid time. Default false.'),
  reason: word.default('Break').describe('Not-ready reason in reports. Default Break.'),
  returns: z
    .enum(['full', 'onTime'])
    .default('full')
    .describe('After a late start: `full` lasts its whole time, `onTime` ends when planned. Default full.'),
});

/** Weekdays with hours, and breaks. */
export const shiftSchema = z
  .object({
    breaks: z
      .array(breakSchema)
      .default([])
      .describe('Breaks of every day of the shift that has their time. Default none.'),
  })
  .catchall(z.unknown())
  .meta({additionalProperties: {description: 'Hours of these weekdays: mon, mon-fri, sat,sun or daily: 08:00-16:00.'}})
  .transform(({breaks, ...days}, context): ShiftSpec => {
    const written: Record<string, readonly DayRange[]> = {};
    for (const [key, value] of Object.entries(days)) {
      if (weekdaysOf(key) === null) {
        context.addIssue({code: 'custom', path: [key], message: noWeekdays(key, ['breaks']), params: {atKey: true}});
        continue;
      }
      const read = check(hours, value);
      if ('value' in read) written[key] = read.value;
      else
        for (const {path, message, hint} of read.findings)
          context.addIssue({code: 'custom', path: [key, ...path], message: hinted(message, hint)});
    }
    const {pattern, problems} = weekPattern(written);
    for (const {key, message} of problems)
      context.addIssue({code: 'custom', path: [key], message, params: {atKey: true}});
    if (Object.keys(days).length === 0)
      context.addIssue({
        code: 'custom',
        message: 'expected hours of a weekday such as mon-fri: 08:00-16:00, found none',
      });
    return {
      week: pattern,
      breaks: breaks.map(({at, for: forMs, ...rest}) => ({atMs: at, forMs, ...rest})),
    };
  })
  .describe('Working hours by weekday: { mon-fri: 08:00-16:00, sat: 09:00-13:00, breaks: [ … ] }.');

export const shiftsSchema = z.record(z.string(), shiftSchema).describe('Shifts by name.');
