import {posix} from 'node:path';
import {parseTable} from '../../csv/table.ts';
import {changesOf} from '../../experiment/compare/diff/changes.ts';
import type {KeptConfiguration, ScenarioBaseline} from '../../experiment/index.ts';
import {InputError} from '../../language/problem.ts';
import {type TextFiles, UnreadableFile} from '../../scenario/files.ts';
import {HASHED_PARTS, type PartHashes} from '../../scenario/hash.ts';
import {readScenario} from '../../scenario/read.ts';
import type {Scenario} from '../../scenario/scenario.ts';
import type {LoadedScenario} from '../load.ts';

/** What has been changed since the baseline: rule by rule where it is kept, else the parts that are not the same. */
export function changesSince(baseline: ScenarioBaseline, loaded: LoadedScenario, hashes: PartHashes): string[] {
  const parts = HASHED_PARTS.filter((part) => baseline.hashes[part] !== hashes[part]);
  if (parts.length === 0) return [];
  const before = baseline.configuration && scenarioOf(baseline.configuration);
  const told = before === null ? [] : changeTexts(before, loaded.scenario);
  return told.length > 0 ? told : parts.map((part) => `${part} is another`);
}

/** The scenario as it was; null where this version no longer reads it. */
function scenarioOf({entry, texts, ...swaps}: KeptConfiguration): Scenario | null {
  try {
    return readScenario(entry, {files: keptFiles(texts), parseTable, ...swaps}).scenario;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Logs are not kept: they are taken to be there. */
function keptFiles(texts: Readonly<Record<string, string>>): TextFiles {
  return {
    read(path) {
      const text = texts[path];
      if (text === undefined) throw new UnreadableFile(path, 'missing');
      return text;
    },
    resolve: (from, path) => (posix.isAbsolute(path) ? path : posix.join(posix.dirname(from), path)),
    exists: () => true,
  };
}

function changeTexts(before: Scenario, after: Scenario): string[] {
  return changesOf(before, after).map(({kind, text}) => (kind === 'changed' ? text : `${kind}: ${text}`));
}
