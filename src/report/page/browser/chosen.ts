/** What the reader has chosen to see: a stretch of time, some of the panels and series. Charts listen to it. */
export interface Chosen {
  /** Ms as the charts' time axis has them; null: the whole horizon. */
  readonly window: readonly [fromMs: number, toMs: number] | null;
  /** Names of panels and series that are not shown. */
  readonly hidden: ReadonlySet<string>;
}

export class Choice {
  private chosen: Chosen = {window: null, hidden: new Set()};
  private readonly listeners: (() => void)[] = [];

  get current(): Chosen {
    return this.chosen;
  }
  listen(listener: () => void): void {
    this.listeners.push(listener);
  }
  set(change: Partial<Chosen>): void {
    this.chosen = {...this.chosen, ...change};
    for (const listener of this.listeners) listener();
  }
}
