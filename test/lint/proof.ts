/** Tries counter-examples out on what really runs: the compiled classifier, curves, capacity, presence. */
import {expect} from 'vitest';
import type {CounterExample, Finding, LintItem} from '../../src/lint/finding.ts';
import type {LintInput} from '../../src/lint/lint.ts';
import type {Duty} from '../../src/model/roster.ts';
import {compileCapacity} from '../../src/routing/capacity/index.ts';
import {readSkillExpression} from '../../src/routing/eligibility/index.ts';
import {priorityOf} from '../../src/routing/priority/index.ts';
import {compileCell} from '../../src/routing/segmentation/index.ts';
import {dutyOf} from '../../src/workforce/duty.ts';

export function prove(input: LintInput, finding: Finding): void {
  const {counterExample: example} = finding;
  if (example === undefined) return;
  if (example.kind === 'item') item(input, example);
  else if (example.kind === 'ages') ages(input, finding.code, example);
  else if (example.kind === 'agent') agent(input, finding, example);
  else if (example.kind === 'load') load(input, finding, example);
  else if (example.kind === 'windows') windows(input, finding, example);
  else if (finding.code === 'late-target') expect(example.ms).toBeGreaterThanOrEqual(example.limitMs);
  else expect(example.ms).toBeGreaterThan(example.limitMs);
}

type Of<Kind> = Extract<CounterExample, {kind: Kind}>;

/** What the running classifier makes of an item: its rule, from 0. */
export function ruleOf({scenario, compiled}: LintInput, {source, channel, attributes}: LintItem): number {
  const index = scenario.demand.findIndex(({name}) => name === source);
  const {channel: _, source: __, priority, ...rest} = attributes;
  return compiled.classifier.classify(index, channel, rest, typeof priority === 'number' ? priority : Number.NaN).rule;
}

export function matchesRow({scenario}: LintInput, {source, channel, attributes}: LintItem, row: number): boolean {
  const all = {...attributes, source, channel};
  const values = new Map(Object.entries(all));
  const {columns, rules} = scenario.routing.segmentation;
  return rules[row].cells.every((cell, column) => {
    const test = compileCell(cell);
    return test === null || test(values.get(columns[column]) ?? null, all);
  });
}

function item(input: LintInput, {item: one, matches, taken}: Of<'item'>): void {
  expect(ruleOf(input, one)).toBe(taken - 1);
  const rows = input.scenario.routing.segmentation.rules.keys();
  expect([...rows].filter((row) => matchesRow(input, one, row)).map((row) => row + 1)).toEqual(matches);
}

function ages({scenario, compiled}: LintInput, code: string, {of, against}: Of<'ages'>): void {
  const curve = (process: string) =>
    compiled.model.curves.shared[Object.keys(scenario.routing.processes).indexOf(process)];
  for (const {process, ageMs, priority} of [of, against])
    expect(priorityOf(curve(process), ageMs)).toBeCloseTo(priority, 9);
  if (code === 'outranks-too-late') {
    expect(of.priority).toBeGreaterThan(against.priority);
    expect(priorityOf(curve(of.process), of.ageMs - 1)).toBeLessThanOrEqual(against.priority);
    expect(of.ageMs).toBeGreaterThan(scenario.routing.processes[of.process].slaMs ?? Infinity);
  } else if (code === 'falling-curve') expect(against.priority).toBeLessThan(of.priority);
  else if (code === 'always-outranks') expect(of.priority).toBeGreaterThan(against.priority);
  else {
    const ages = Array.from({length: 3000}, (_, step) => step * 997_001);
    const highest = Math.max(...ages.map((age) => priorityOf(curve(of.process), age)));
    expect(highest).toBeLessThanOrEqual(against.priority);
  }
}

function agent({scenario, compiled}: LintInput, finding: Finding, {agent: name, skills, lacks}: Of<'agent'>): void {
  const {agents} = compiled.people;
  const person = agents.find((one) => one.name === name);
  expect(person?.skillsets).toContainEqual(skills);
  if (!lacks) return;
  const [, , rule, , index] = finding.path.split('.');
  const who = scenario.routing.distribution[rule].targets[Number(index)].who;
  const all = new Set(agents.flatMap(({skillsets}) => skillsets.flatMap((levels) => Object.keys(levels))));
  const read = who.kind === 'skills' ? readSkillExpression(who.expression, all) : {findings: []};
  if ('findings' in read) throw new Error('the target asks for no skills');
  expect(read.expression.test(skills)).toBe(false);
  expect(read.expression.test({...skills, [lacks.skill]: lacks.needs})).toBe(true);
}

/** No state of the compiled rule holds the load. */
function load({scenario, compiled}: LintInput, finding: Finding, {rule, load: held}: Of<'load'>): void {
  if (finding.severity === 'note') return;
  const {channels} = compiled.model.names;
  const spec = scenario.routing.capacity[rule];
  const {counts, stateCount} = compileCapacity([spec], channels);
  for (let state = 0; state < stateCount; state++) {
    const holds = Object.entries(held).every(
      ([channel, count]) => counts[state * channels.length + channels.indexOf(channel)] >= count,
    );
    expect(holds, `state ${state}`).toBe(false);
  }
}

/** Nobody in reach of the process is on duty and awake in the middle of any window. */
function windows(input: LintInput, {code, path, message}: Finding, example: Of<'windows'>): void {
  expect(example.windows.length).toBeGreaterThan(0);
  for (const {fromMs, toMs} of example.windows) {
    expect(fromMs).toBeLessThan(toMs);
    if (code !== 'starvation') continue;
    expect(awake(input, path.split('.')[2], (fromMs + toMs) / 2, message.includes('until target 2'))).toBe(0);
  }
}

const DUTIES = new WeakMap<LintInput, Duty>();

/** Who is there as scheduled: nobody absent. */
function dutyKnown(input: LintInput): Duty {
  const {scenario, compiled} = input;
  const {model, people, profileOf} = compiled;
  const steady = {...scenario, workforce: scenario.workforce.map((group) => ({...group, absence: 0}))};
  const known = DUTIES.get(input) ?? dutyOf(steady, people, profileOf, '1', 0, 0, model.horizon.untilMs);
  DUTIES.set(input, known);
  return known;
}

/** How many who may take items of a process, as the engine has it, are on duty and on no break at an instant. */
export function awake(input: LintInput, process: string, atMs: number, firstOnly: boolean): number {
  const {model, people} = input.compiled;
  const {duty, rests} = dutyKnown(input);
  const {eligibility, routes} = model;
  const route = [...routes.process].indexOf(model.names.processes.indexOf(process));
  const stage = firstOnly ? 0 : eligibility.stageCount[route] - 1;
  const reaches = (profile: number) =>
    (eligibility.union[(route * eligibility.maxStages + stage) * eligibility.words + (profile >>> 5)] >>>
      (profile & 31)) &
    1;
  let count = 0;
  for (let one = 0; one < people.agents.length; one++) {
    const isThere = rows(duty.first, one).some(
      (row) => duty.fromMs[row] <= atMs && atMs < duty.toMs[row] && reaches(duty.profile[row]) === 1,
    );
    const rest = rows(rests.first, one).some(
      (row) =>
        rests.fromMs[row] <= atMs &&
        atMs < rests.toMs[row] &&
        people.seats[one].spec.shrinkage.reason !== model.names.reasons[rests.reason[row]],
    );
    if (isThere && !rest) count++;
  }
  return count;
}

const rows = (first: Int32Array, agent: number) =>
  Array.from({length: first[agent + 1] - first[agent]}, (_, index) => first[agent] + index);
