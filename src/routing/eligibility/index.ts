export {distributionFindings, type Reachable} from './findings.ts';
export {type DistributionRead, distributionSchema, namedDistribution, preferredAgentSchema} from './schema.ts';
export {
  type ReadSkillExpression,
  readSkillExpression,
  type SkillExpression,
  type Skills,
} from './skillExpression.ts';
export {formatSpan, spanSchema} from './span.ts';
export type {DistributionRule, Span, TargetSpec} from './spec.ts';
export {TARGET_KINDS, targetSchema, textOf} from './targets.ts';
