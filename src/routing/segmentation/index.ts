export {type CellTest, type CellValue, compileCell} from './cell.ts';
export {feelOf} from './cellText.ts';
export {compileDecisionTable, type DecisionTable} from './decisionTable.ts';
export {type CsvTable, decisionTableFrom} from './fromCsv.ts';
export {compileRowFilter, rowFilterFindings} from './rowFilter.ts';
export type {DecisionTableSpec, Outcome, RuleSpec} from './spec.ts';
export {overlaps, type Reached, reachedRules, type Space, shadowedBy} from './tableAnalysis.ts';
export {type AttributeType, type TableSurroundings, tableFindings} from './tableFindings.ts';
