import type {LogFile} from './findings.ts';

/** The file's own name, without folders and what follows the last full stop. */
function stemOf(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/\.[^.]*$/, '') || name;
}

/** How the sources of a scenario are called: `contacts` where there is one log, else after the files, each once. */
export function sourceNames(files: readonly LogFile[]): string[] {
  if (files.length === 1) return ['contacts'];
  const taken = new Set<string>();
  return files.map(({path}) => {
    const word =
      stemOf(path)
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'log';
    let name = /^\p{L}/u.test(word) ? word : `log-${word}`;
    for (let number = 2; taken.has(name); number++) name = `${word}-${number}`;
    taken.add(name);
    return name;
  });
}

const CHANNELS: readonly [pattern: RegExp, channel: string][] = [
  [/chat|messag|whats ?app|sms|social|webchat/i, 'chat'],
  [/mail|correo|courriel/i, 'email'],
  [/call|phone|voice|tel[eé]|anruf|appel|llamada|gesprek|oproep/i, 'voice'],
];

const WORK = /case|ticket|work|task|claim|loan|incident|vorg[aä]ng|dossier|caso/i;

/** The channel of what is written in a channel column. */
export const channelNamed = (value: string): string =>
  CHANNELS.find(([pattern]) => pattern.test(value))?.[1] ?? 'workitem';

/** The channel of a log that does not say it: by the name of its file, else voice. */
export function channelOf(path: string): string {
  const stem = stemOf(path);
  return CHANNELS.find(([pattern]) => pattern.test(stem))?.[1] ?? (WORK.test(stem) ? 'workitem' : 'voice');
}
