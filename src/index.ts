/**
 * Preroute as a library. The command line is these calls and a terminal:
 *
 *     const loaded = load({file: 'scenario.yaml', replications: 50});
 *     const {results} = await rehearse({loaded, remote: null, version: ''}, {workers: 1});
 *     if (results) writeFiles('reports/mine', await report(results, new Set(['svg'])));
 */
export {type LoadedScenario, type LoadRequest, load} from './cli/load.ts';
export {type Compiled, compile, type Meaning, meaningOf} from './compile/index.ts';
export {parseTable} from './csv/table.ts';
export {
  type Baseline,
  type BesideBaseline,
  baseline,
  baselineText,
  type Change,
  type Checked,
  type CheckHooks,
  type CheckRequest,
  type CheckVerdict,
  type Compared,
  type ComparedCandidate,
  type CompareHooks,
  type CompareRequest,
  type Comparison,
  changesOf,
  check,
  compare,
  itemsOfId,
  type Journalled,
  type JournalRequest,
  type Judged,
  journalOf,
  type Margin,
  type Plan,
  type Post,
  parseMargin,
  postsOf,
  type Rehearsal,
  type RehearsalHooks,
  type RehearsalRequest,
  readBaseline,
  rehearse,
  restaffed,
  type ScenarioBaseline,
  type ScenarioToCheck,
  type ScenarioToKeep,
  type StaffHooks,
  type Staffing,
  type StaffRequest,
  type StaffResults,
  type SweepHooks,
  type SweepPoint,
  type SweepRequest,
  type SweepResults,
  staff,
  sweep,
  type TrialStore,
  type Variant,
} from './experiment/index.ts';
export {
  type AgainstRequest,
  type BothLives,
  type Chapter,
  type DifferenceRequest,
  type DifferenceSide,
  type Differing,
  type Explained,
  type ExplainRequest,
  explain,
  explainAgainst,
  type FirstDifference,
  firstDifference,
  type ItemKey,
  type ItemStory,
  type Worst,
  type WorstRequest,
  worst,
} from './explain/index.ts';
export {type FileEntry, openRows, textFiles, writeFiles} from './files/index.ts';
export {type Fit, fitOf, type Observations, type SurvivalStep, survivalOf} from './fitting/index.ts';
export {type InitOptions, initFromLog} from './importers/index.ts';
export type {JournalEvent, Part} from './journal/index.ts';
export {InputError, type Problem} from './language/problem.ts';
export {renderProblems} from './language/render.ts';
export type {CounterExample, Finding, LintItem, Severity} from './lint/finding.ts';
export {type LintInput, type LintOptions, type LintResult, lint} from './lint/lint.ts';
export type * from './measure/results.ts';
export {type ChartLook, chartAlone} from './report/charts/alone.ts';
export type {Chart} from './report/charts/chart.ts';
export {CHARTS} from './report/charts/index.ts';
export {chartNamed} from './report/charts/named.ts';
export type {CheckReport} from './report/check/checkReport.ts';
export {CHECK_FORMATS} from './report/check/index.ts';
export {comparisonReport} from './report/compare/report.ts';
export {comparisonText} from './report/compare/text.ts';
export {differenceText} from './report/explain/difference.ts';
export {bothLivesText} from './report/explain/sideBySide.ts';
export {storyText} from './report/explain/story.ts';
export {worstText} from './report/explain/worst.ts';
export {readResults} from './report/formats/readResults.ts';
export {report, reportHtml} from './report/report.ts';
export {staffFiles} from './report/staff/files.ts';
export {staffText} from './report/staff/text.ts';
export {sweepFiles} from './report/sweep/files.ts';
export {sweepText} from './report/sweep/text.ts';
export {JournalText} from './report/text/journal.ts';
export {plain} from './report/text/style.ts';
export {textSummary} from './report/text/summary.ts';
export {type ReadOptions, readScenario, type ScenarioRead} from './scenario/read.ts';
export type {Scenario} from './scenario/scenario.ts';
