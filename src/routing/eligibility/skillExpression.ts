/**
 * Skill expressions, in FEEL with skill names as they are: `Sales Processing > 7 and not(Legacy System = 0)`. A name is
 * any skill of the scenario, the longest that fits; a skill an agent lacks is level 0.
 */
import {nearest} from '../../language/nearest.ts';
import {error, type Finding} from '../finding.ts';
import {type Token, tokensOf} from './skillTokens.ts';

export type Skills = Readonly<Record<string, number>>;

export interface SkillExpression {
  readonly text: string;
  /** Whether an agent of these levels is in the target. */
  readonly test: (levels: Skills) => boolean;
  /** Skills named, in order of first mention. */
  readonly names: readonly string[];
  /** Those whose level, when higher, speaks for an agent: named outside `not(…)`. */
  readonly wanted: readonly string[];
}

export type ReadSkillExpression = {readonly expression: SkillExpression} | {readonly findings: readonly Finding[]};

/**
 * Reads an expression over the skills of a scenario. Spellings of other languages (`AND`, `&`, `|`, `==`, `not X > 1`)
 * are findings whose hint is the whole expression in FEEL.
 */
export function readSkillExpression(text: string, skills: Iterable<string>): ReadSkillExpression {
  const known = [...skills];
  const parser = new Parser(tokensOf(text, known), known);
  const test = parser.expression();
  const fault = parser.fault ?? parser.atEnd();
  if (fault) return {findings: [error([], `${fault.message} in ${JSON.stringify(text)}`, fault.hint)]};
  if (parser.foreign.length > 0) {
    const found = [...new Set(parser.foreign)].map((spelling) => `\`${spelling}\``).join(', ');
    return {
      findings: [error([], `expected FEEL, found ${found} in ${JSON.stringify(text)}`, rewritten(parser.corrected()))],
    };
  }
  return {expression: {text, test, names: [...parser.names], wanted: [...parser.wanted]}};
}

/** Other languages read `A | B & C` from left to right; FEEL binds `and` closer. */
function rewritten(feel: string): string {
  const mixes = /\bor\b[^()]*\band\b/.test(feel);
  return mixes ? `write: ${feel}; \`and\` binds closer than \`or\`, parentheses say otherwise` : `write: ${feel}`;
}

type Test = (levels: Skills) => boolean;
type Level = (levels: Skills) => number;
interface Fault {
  readonly message: string;
  readonly hint?: string;
}

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};
const NEVER: Test = () => false;
const NO_LEVEL: Level = () => Number.NaN;

/** Recursive descent: or, and, not, comparison. After the first fault it reads on to the end without sense. */
class Parser {
  readonly names = new Set<string>();
  readonly wanted = new Set<string>();
  /** Spellings of other languages met, as written. */
  readonly foreign: string[] = [];
  fault: Fault | undefined;
  readonly #tokens: readonly Token[];
  readonly #skills: readonly string[];
  readonly #out: string[] = [];
  #at = 0;
  #negations = 0;

  constructor(tokens: readonly Token[], skills: readonly string[]) {
    this.#tokens = tokens;
    this.#skills = skills;
  }

  expression(): Test {
    return this.#chain('or', () => this.#chain('and', () => this.#negation()));
  }

  atEnd(): Fault | undefined {
    const token = this.#tokens[this.#at];
    return token && {message: `expected \`and\`, \`or\` or the end, found ${JSON.stringify(token.text)}`};
  }

  /** The expression in FEEL. */
  corrected(): string {
    return this.#out.join(' ').replaceAll('( ', '(').replaceAll(' )', ')').replaceAll('not (', 'not(');
  }

  #chain(word: 'and' | 'or', next: () => Test): Test {
    let test = next();
    while (this.#take(word)) {
      const left = test;
      const right = next();
      test = word === 'and' ? (levels) => left(levels) && right(levels) : (levels) => left(levels) || right(levels);
    }
    return test;
  }

  #negation(): Test {
    if (!this.#take('not')) return this.#comparison();
    this.#negations++;
    const parenthesised = this.#peek('(');
    if (!parenthesised) {
      this.foreign.push('not');
      this.#out.push('(');
    }
    const test = parenthesised ? this.#comparison() : this.#negation();
    if (!parenthesised) this.#out.push(')');
    this.#negations--;
    return (levels) => !test(levels);
  }

  #comparison(): Test {
    if (this.#take('(')) {
      const inner = this.expression();
      if (!this.#take(')')) this.#fail({message: 'expected a closing parenthesis'});
      return inner;
    }
    const start = this.#at;
    const left = this.#level();
    if (this.#take('between')) return this.#between(left);
    const compare = COMPARISONS[this.#tokens[this.#at]?.text ?? ''];
    if (compare && this.#take(this.#tokens[this.#at]?.text ?? '')) {
      const right = this.#level();
      return (levels) => compare(left(levels), right(levels));
    }
    const operand = this.#tokens[start];
    this.#fail({
      message: `expected a comparison after ${JSON.stringify(operand?.text ?? 'the start')}`,
      ...(operand?.kind === 'name' ? {hint: `write ${operand.text} > 0 for everyone who has the skill`} : {}),
    });
    return NEVER;
  }

  #between(value: Level): Test {
    const low = this.#level();
    if (!this.#take('and')) this.#fail({message: 'expected `and` between the two limits of `between`'});
    const high = this.#level();
    return (levels) => low(levels) <= value(levels) && value(levels) <= high(levels);
  }

  #level(): Level {
    const token = this.#tokens[this.#at];
    if (token?.kind === 'number') {
      this.#next(token);
      return () => token.value;
    }
    if (token?.kind === 'name') {
      this.#next(token);
      this.names.add(token.text);
      if (this.#negations % 2 === 0) this.wanted.add(token.text);
      return (levels) => levels[token.text] ?? 0;
    }
    this.#fail(token?.kind === 'unknown' ? this.#unknownSkill(token.text) : {message: 'expected a skill or a level'});
    return NO_LEVEL;
  }

  #unknownSkill(text: string): Fault {
    const near = nearest(text, this.#skills);
    const message = `expected a skill that some agent has, found ${JSON.stringify(text)}`;
    if (near !== undefined) return {message, hint: `did you mean ${near}?`};
    return this.#skills.length === 0 ? {message} : {message, hint: `the skills are: ${this.#skills.join(', ')}`};
  }

  #peek(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'sign' && token.text === text;
  }

  #take(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== text) return false;
    if (token.written !== token.text) this.foreign.push(token.written);
    this.#next(token);
    return true;
  }

  #next(token: Token): void {
    this.#out.push(token.text);
    this.#at++;
  }

  #fail(fault: Fault): void {
    this.fault ??= fault;
    this.#at = this.#tokens.length;
  }
}
