/** The reference's own files, as they are. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Combination} from './measurement.ts';
import type {Sim} from './sim.ts';

/** A model with exact values: queueing theory, or a Markov chain solved numerically. */
export interface ExactCase {
  readonly id: string;
  readonly family: string;
  readonly rule: string;
  readonly sim: Sim;
  readonly expected: Readonly<Record<string, number>>;
  readonly combos: readonly (Combination & {readonly value: number})[];
  readonly source: string;
}
/** A model no formula covers, simulated by an independent program. */
export interface SimulatedCase {
  readonly id: string;
  readonly title: string;
  readonly rules: string;
  readonly sim: Sim;
  readonly headline: readonly string[];
  readonly replications_run: number;
  readonly expected: Readonly<Record<string, {readonly mean: number; readonly ci95: number}>>;
}
/** A few items worked by hand: who starts or abandons what, when. */
export interface GoldenTrace {
  readonly id: string;
  readonly rule: string;
  readonly sim: Sim;
  /** Class, number in it, what, second, agent. */
  readonly expect: readonly (readonly [string, number, 'start' | 'abandon', number, string | null])[];
  readonly trace: readonly {
    readonly t: number;
    readonly ev: string;
    readonly item?: number;
    readonly cls?: string;
    readonly agent?: string;
  }[];
}

const read = <T>(file: string): readonly T[] => JSON.parse(readFileSync(file, 'utf8'));

export const exactCases = (folder: string) => read<ExactCase>(join(folder, 'cases.json'));
export const simulatedCases = (folder: string) => read<SimulatedCase>(join(folder, 'scenarios.json'));
export const goldenTraces = (folder: string) => read<GoldenTrace>(join(folder, 'golden_traces.json'));

/** Models of any file of one of these forms, told apart by what they expect; a trace is a model too. */
export interface Models {
  readonly exact: readonly ExactCase[];
  readonly simulated: readonly SimulatedCase[];
  readonly all: readonly {readonly id: string; readonly sim: Sim}[];
}

export function modelsOf(files: readonly string[]): Models {
  const all = files.flatMap((file) => read<ExactCase | SimulatedCase | GoldenTrace>(file));
  const isExact = (it: (typeof all)[number]): it is ExactCase =>
    'expected' in it && Object.values(it.expected).every((value) => typeof value === 'number');
  return {
    exact: all.filter(isExact),
    simulated: all.filter((it): it is SimulatedCase => 'expected' in it && !isExact(it)),
    all,
  };
}
