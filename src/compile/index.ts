export {type Compiled, type CompileOptions, compile} from './compile.ts';
export {capacitiesFindings, distributionsFindings, problemsOf, routingFindings} from './findings.ts';
