/** Preroute as a library: read a scenario, rehearse it, report. The command line is these calls and a terminal. */

export {type Compiled, compile} from './compile/index.ts';
export {parseTable} from './csv/table.ts';
export {type FileEntry, openRows, textFiles, writeFiles} from './files/index.ts';
export {InputError, type Problem} from './language/problem.ts';
export type * from './measure/results.ts';
export {report} from './report/report.ts';
export {plain} from './report/text/style.ts';
export {textSummary} from './report/text/summary.ts';
export {type ReadOptions, readScenario, type ScenarioRead} from './scenario/read.ts';
export type {Scenario} from './scenario/scenario.ts';
