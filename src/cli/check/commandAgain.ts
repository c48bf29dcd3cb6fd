import type {CheckValues} from './checking.ts';

/** The command that checks this scenario again in the same way, as a shell takes it. */
export function commandAgain(file: string, values: CheckValues): string {
  const options: readonly (readonly [string, string | number | undefined])[] = [
    ['baseline', values.baseline],
    ...(values.margin ?? []).map((margin) => ['margin', margin] as const),
    ['max-replications', values['max-replications']],
    ['replications', values.replications],
    ['seed', values.seed],
    ['routing', values.routing],
    ['workforce', values.workforce],
    ...(values.set ?? []).map((set) => ['set', set] as const),
  ];
  const words = options.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, String(value)]));
  return ['npx', 'preroute', 'check', file, ...words].map(quoted).join(' ');
}

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
