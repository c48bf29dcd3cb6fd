export {type Compiled, type CompileOptions, compile} from './compile.ts';
export {compileFindings, problemsOf, reachableOf} from './findings.ts';
export {type Meaning, meaningOf, type SourceMeaning} from './meaning.ts';
export {type AttributeType, attributeTypes} from './possibleValues.ts';
export {type CurveCorners, priorityCurvesOf} from './priorityCurves.ts';
