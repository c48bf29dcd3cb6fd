export {type Compiled, type CompileOptions, compile} from './compile.ts';
export {compileFindings, problemsOf, reachableOf} from './findings.ts';
export {type AttributeType, attributeTypes} from './possibleValues.ts';
