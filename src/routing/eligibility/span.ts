import {formatDuration, parseDuration} from '../../language/duration.ts';
import {z} from '../../language/schema.ts';
import type {Span} from './spec.ts';

const EXPECTED = 'expected a time such as 30s, or a share of the time allowed such as 10%';

/** `30s` or `10%` to a span of the process's clock. */
export const spanSchema = z
  .string({
    error: ({input}) =>
      typeof input === 'number'
        ? `${EXPECTED}, found the bare number ${input}: write ${input}s or ${input}%`
        : EXPECTED,
  })
  .transform((written, context): Span => {
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(written.trim());
    if (percent) return {ms: 0, share: Number(percent[1]) / 100};
    const ms = parseDuration(written.trim());
    if (ms !== null) return {ms, share: 0};
    context.addIssue({code: 'custom', message: `${EXPECTED}, found ${JSON.stringify(written)}`});
    return z.NEVER;
  });

export const formatSpan = ({ms, share}: Span): string =>
  share === 0 ? formatDuration(ms) : `${Number((share * 100).toFixed(6))}%`;
