/** The reference's own files, as they are. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Combination} from './figures.ts';
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

const read = <T>(folder: string, file: string): readonly T[] => JSON.parse(readFileSync(join(folder, file), 'utf8'));

export const exactCases = (folder: string) => read<ExactCase>(folder, 'cases.json');
export const simulatedCases = (folder: string) => read<SimulatedCase>(folder, 'scenarios.json');
export const goldenTraces = (folder: string) => read<GoldenTrace>(folder, 'golden_traces.json');
