import {type Progress, startProgress} from '../progress.ts';
import type {Terminal} from '../terminal.ts';

/** A bar for each scenario and each look at it. */
export class LookProgress {
  private readonly terminal: Terminal;
  private look = '';
  private shown: Progress | null = null;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  at(file: string, done: number, of: number, share: number): void {
    const look = `${of} ${file}`;
    if (look !== this.look) {
      this.stop();
      this.look = look;
      void startProgress(of, this.terminal).then((progress) => {
        if (this.look === look) this.shown = progress;
        else progress.stop();
      });
    }
    this.shown?.at(done, share);
  }

  stop(): void {
    this.look = '';
    this.shown?.stop();
    this.shown = null;
  }
}
