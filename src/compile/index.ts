export {type Compiled, type CompileOptions, compile} from './compile.ts';
export {
  capacitiesFindings,
  distributionsFindings,
  problemsOf,
  routingFindings,
  segmentationFindings,
} from './findings.ts';
export {type AttributeType, attributeTypes} from './possibleValues.ts';
export {processesFindings} from './processFindings.ts';
