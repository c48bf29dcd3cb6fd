import type {Compiled} from '../compile/index.ts';
import {nearest} from '../language/nearest.ts';
import type {Problem} from '../language/problem.ts';
import {printable} from '../language/show.ts';
import type {Scenario} from '../scenario/scenario.ts';
import {type Allow, accepts, allowsIn} from './allow.ts';
import {LintContext} from './context.ts';
import type {Finding, FindingKind, Found, Severity} from './finding.ts';
import {FINDING_KINDS} from './index.ts';
import {findingOf, TOLD_KINDS} from './told.ts';

/** A scenario as `load({file, tolerant: true})` gives it. */
export interface LintInput {
  readonly scenario: Scenario;
  readonly compiled: Compiled;
  readonly warnings: readonly Problem[];
  readonly texts: readonly {readonly path: string; readonly text: string}[];
}

export interface LintOptions {
  /** Codes looked for; absent: all. */
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
}

export interface LintResult {
  /** By file and place. */
  readonly findings: readonly Finding[];
  /** Those the scenario allows, with the reason it gives. */
  readonly accepted: readonly (Finding & {readonly reason: string})[];
  /** Errors and warnings among the findings; notes are no reason to fail. */
  readonly failing: number;
}

/** A kind of finding as documentation and SARIF list it. */
export interface ListedKind {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly doc: string;
  /** Validation says it too. */
  readonly told?: boolean;
}

const UNUSED_ALLOW: ListedKind = {
  code: 'unused-allow',
  title: 'An `allow` that nothing is found for',
  severity: 'warning',
  doc: 'The finding it accepts is gone, or on another line, or its code is misspelt: left where it is, it would hide the next one.',
};

/** Every kind there is: looked for here, told by validation, and the one about accepting. */
export const LISTED_KINDS: readonly ListedKind[] = [
  ...FINDING_KINDS,
  ...TOLD_KINDS.map((kind) => ({...kind, severity: 'warning' as const, told: true})),
  UNUSED_ALLOW,
];

/**
 * What is wrong with a scenario before anything runs. What validation warns of is among it, each with a code of its own.
 * Throws nothing: codes in `only` and `skip` that there are not find and skip nothing.
 */
export function lint(
  {scenario, compiled, warnings, texts}: LintInput,
  {only, skip = []}: LintOptions = {},
): LintResult {
  const wanted = (code: string) => (only === undefined || only.includes(code)) && !skip.includes(code);
  const context = new LintContext(scenario, compiled, warnings);
  const lines = new Map(texts.map(({path, text}) => [path, text.split(/\r\n|\r|\n/)]));
  const found = FINDING_KINDS.map((kind) => ({
    kind,
    findings:
      wanted(kind.code) || covers(kind, wanted)
        ? kind.find(context).map((one) => placed(scenario, kind, one, lines))
        : [],
  }));
  const told = warnings
    .filter((problem) => !found.some(({kind, findings}) => isCovered(problem, kind, findings)))
    .map(findingOf);
  const all = [...told, ...found.flatMap(({findings}) => findings)].filter(({code}) => wanted(code));
  const allows = allowsIn(texts);
  const allowOf = (finding: Finding) => allows.find((one) => accepts(one, finding));
  const unused = wanted(UNUSED_ALLOW.code)
    ? allows
        .filter((one) => (wanted(one.code) || !isCode(one.code)) && !all.some((finding) => accepts(one, finding)))
        .map((one) => unusedAllow(one, lines))
    : [];
  const findings = sorted([...all.filter((finding) => allowOf(finding) === undefined), ...unused], texts);
  return {
    findings,
    accepted: sorted(all, texts).flatMap((finding) => {
      const allow = allowOf(finding);
      return allow ? [{...finding, reason: allow.reason}] : [];
    }),
    failing: findings.filter(({severity}) => severity !== 'note').length,
  };
}

/** What a kind covers is left out whether its own findings are wanted or not. */
const covers = (kind: FindingKind, wanted: (code: string) => boolean): boolean =>
  kind.covers !== undefined && TOLD_KINDS.some(({code}) => wanted(code));

/** On the same line; of a value that was set, which has none, on the same path. */
const isCovered = ({check, at, path}: Problem, {covers = []}: FindingKind, findings: readonly Finding[]): boolean =>
  check !== undefined &&
  covers.includes(check) &&
  findings.some((one) => (at.line === 0 ? one.path === path : one.at.file === at.file && one.at.line === at.line));

const isCode = (code: string) => LISTED_KINDS.some((kind) => kind.code === code);

type Lines = ReadonlyMap<string, readonly string[]>;

function placed({located}: Scenario, kind: FindingKind, found: Found, lines: Lines): Finding {
  const {path, message, counterExample, suggestion, severity = kind.severity} = found;
  const at = located.locate(path);
  const line = lines.get(at.file)?.[at.line - 1];
  return {
    code: kind.code,
    severity,
    at,
    path: path.join('.'),
    message,
    ...(counterExample && {counterExample}),
    ...(suggestion !== undefined && {suggestion}),
    ...(line !== undefined && {excerpt: printable(line, 400)}),
  };
}

function unusedAllow({at, code}: Allow, lines: Lines): Finding {
  const near = nearest(
    code,
    LISTED_KINDS.map((kind) => kind.code),
  );
  return {
    code: UNUSED_ALLOW.code,
    severity: UNUSED_ALLOW.severity,
    at,
    path: '',
    message: isCode(code) ? `nothing to allow: no ${code} is found here` : `there is no finding called ${code}`,
    suggestion: isCode(code) || near === undefined ? 'leave it out' : `did you mean ${near}?`,
    excerpt: printable(lines.get(at.file)?.[at.line - 1] ?? '', 400),
  };
}

/** Files in the order they were read, then by place. */
function sorted<F extends Finding>(findings: readonly F[], texts: LintInput['texts']): F[] {
  const place = ({at}: Finding) => {
    const file = texts.findIndex(({path}) => path === at.file);
    return file < 0 ? texts.length : file;
  };
  return [...findings].sort(
    (a, b) => place(a) - place(b) || a.at.line - b.at.line || a.at.column - b.at.column || a.code.localeCompare(b.code),
  );
}
