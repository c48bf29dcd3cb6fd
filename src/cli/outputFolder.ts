import {basename, dirname, extname, join, resolve} from 'node:path';

/** `reports/quick-start` for `scenarios/quick-start/scenario.yaml`, `reports/desk` for `desk.yaml`. */
export function outputFolder(scenarioFile: string): string {
  const name = basename(scenarioFile, extname(scenarioFile));
  return join('reports', name === 'scenario' ? basename(dirname(resolve(scenarioFile))) || name : name);
}
