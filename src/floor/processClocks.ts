/**
 * The present instant, and the clock each process runs on: age, targets and due dates of its items. The present stands
 * here, once: a number handed from function to function that does not fit into 31 bits is boxed at every hand.
 */
import type {Model} from '../model/model.ts';
import {type OpenClock, runClocks} from './clock.ts';

export class ProcessClocks {
  /** The present, wall instant. -0 has it kept as a double from the start. */
  nowMs = -0;
  private readonly of: readonly (OpenClock | null)[];
  /** When arrivals are admitted, where a closed process rejects them. */
  private readonly admits: readonly (OpenClock | null)[];
  /** Whether any process runs on business time. */
  private readonly any: boolean;

  constructor(model: Model) {
    const clocks = runClocks(model.clocks);
    this.of = Array.from(model.processes.clock, (clock) => clocks[clock]);
    this.admits = Array.from(model.processes.openClock, (clock, process) =>
      model.processes.rejectsWhenClosed[process] === 1 ? clocks[clock] : null,
    );
    this.any = this.of.some((clock) => clock !== null);
  }

  /** What the clock of a process shows now. */
  now(process: number): number {
    if (!this.any) return this.nowMs;
    return this.of[process]?.now(this.nowMs) ?? this.nowMs;
  }

  /** What it shows at any wall instant. */
  at(process: number, wallMs: number): number {
    if (!this.any) return wallMs;
    return this.of[process]?.at(wallMs) ?? wallMs;
  }

  /** First wall instant at which it shows `clockMs`; Infinity where it never does. */
  wallAt(process: number, clockMs: number): number {
    if (!this.any) return clockMs;
    return this.of[process]?.wallAt(clockMs) ?? clockMs;
  }

  /** Whether the process turns away what arrives at a wall instant. */
  rejects(process: number, wallMs: number): boolean {
    const admits = this.admits[process];
    return admits !== null && !admits.isOpen(wallMs);
  }
}
