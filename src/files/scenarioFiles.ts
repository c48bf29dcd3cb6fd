import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {onDisk} from './write.ts';

const IS_SCENARIO = /^scenario\.ya?ml$/;
const isLeftOut = (name: string) => name.startsWith('.') || name === 'node_modules';

/**
 * Scenarios that paths mean: a file is itself, whatever its name; a folder is every `scenario.yaml` in it and below, by
 * path, without `node_modules` and what begins with a dot. Each once. A path that is not there stays, for its reader.
 */
export function scenarioFiles(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap((path) => (isFolder(path) ? below(path) : [path])))];
}

function isFolder(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;
}

function below(folder: string): string[] {
  const entries = onDisk(folder, () => readdirSync(folder, {withFileTypes: true}));
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isLeftOut(entry.name) ? [] : below(path);
      return entry.isFile() && IS_SCENARIO.test(entry.name) ? [path] : [];
    });
}
