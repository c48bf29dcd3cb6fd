import {InputError} from '../language/problem.ts';
import type {ColumnProfile} from './columnShape.ts';
import type {LogFile} from './findings.ts';

type Corrections = Readonly<Record<string, string>>;

/**
 * The corrections of columns, role to names separated by commas, that each of several logs takes: those whose columns
 * it has. Of a single log all of them, so that what is wrong with them is said there.
 * Throws InputError for columns that no log has.
 */
export function correctionsOf(
  logs: readonly {readonly file: LogFile; readonly profiles: readonly ColumnProfile[]}[],
  corrections: Corrections,
): Corrections[] {
  if (logs.length === 1) return [corrections];
  const has = (profiles: readonly ColumnProfile[], written: string) =>
    written.split(',').every((name) => name === '' || profiles.some((profile) => profile.name === name.trim()));
  const nowhere = Object.entries(corrections).filter(
    ([, written]) => !logs.some(({profiles}) => has(profiles, written)),
  );
  if (nowhere.length > 0)
    throw new InputError(
      nowhere.map(([role, written]) => ({
        severity: 'error',
        at: {file: logs[0].file.path, line: 1, column: 1},
        path: '',
        message: `--column ${role}=${written}: expected columns that one of the logs has, found none that has all of them`,
        hint: logs
          .map(({file, profiles}) => `${file.writtenPath} has ${profiles.map(({name}) => name).join(', ')}`)
          .join('; '),
      })),
    );
  return logs.map(({profiles}) =>
    Object.fromEntries(Object.entries(corrections).filter(([, written]) => has(profiles, written))),
  );
}
