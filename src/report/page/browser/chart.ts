import type {Spec as VegaSpec} from 'vega';
import embed, {type Result} from 'vega-embed';
import {expressionInterpreter} from 'vega-interpreter';
import {DARK, WIDTH} from '../../theme.ts';
import type {Choice, Chosen} from './chosen.ts';
import {fitted, plotWidth} from './fitted.ts';
import {answeringSpec, BRUSH, chosenSpec} from './shownSpec.ts';
import {tooltipText} from './tooltip.ts';

export type Spec = Record<string, unknown>;

/** A chart of the page: the drawing it came with, and in its place, once it is seen, the one that answers. */
export class LiveChart {
  readonly key: string;
  readonly title: string;
  readonly spec: Spec;
  private readonly choice: Choice;
  private readonly figure: HTMLElement;
  private readonly place: HTMLElement;
  private readonly still: HTMLElement;
  private result: Result | null = null;
  private drawnWidth = 0;
  private drawing: Promise<void> = Promise.resolve();

  constructor(figure: HTMLElement, spec: Spec, choice: Choice) {
    this.key = figure.id.replace(/^chart-/, '');
    this.title = figure.getAttribute('aria-label') ?? this.key;
    this.spec = spec;
    this.choice = choice;
    this.figure = figure;
    this.still = figure.querySelector('.still') ?? figure;
    const live = document.createElement('div');
    live.className = 'live scroll';
    live.setAttribute('role', 'img');
    live.setAttribute('aria-label', this.still.getAttribute('aria-label') ?? this.title);
    this.place = document.createElement('div');
    live.append(this.place);
    this.still.after(live);
    choice.listen(() => {
      if (this.result) void this.draw();
    });
    onResize(() => {
      if (this.result && this.plotWidth() !== this.drawnWidth) void this.draw();
    });
  }

  /** Draws it as chosen, one drawing after the other. */
  draw(): Promise<void> {
    this.drawing = this.drawing.then(() => this.redraw());
    return this.drawing;
  }

  /** As chosen, in the colours and the size it was made in. */
  get shown(): Spec {
    return chosenSpec(this.spec, this.choice.current);
  }
  get window(): Chosen['window'] {
    return this.choice.current.window;
  }

  /** The picture as chosen, for paper and slides: in light colours on white, without what only a screen needs. */
  async picture(kind: 'svg' | 'png'): Promise<string> {
    const spec = {...this.shown, background: '#ffffff'};
    const {view} = await embed(document.createElement('div'), spec as never, {...DRAWING, renderer: 'svg'});
    try {
      return await (kind === 'svg' ? view.toSVG() : view.toImageURL('png', 2));
    } finally {
      view.finalize();
    }
  }

  private async redraw(): Promise<void> {
    const dark = matchesDark() ? DARK : {};
    this.drawnWidth = this.plotWidth();
    const spec = fitted(answeringSpec(this.shown, dark), this.drawnWidth);
    this.result?.finalize();
    this.result = await embed(this.place, spec as never, {
      ...DRAWING,
      renderer: 'canvas',
      tooltip: {formatTooltip: tooltipText, theme: dark === DARK ? 'dark' : 'light'},
    });
    this.still.classList.add('replaced');
    this.listenToBrushes();
  }

  private plotWidth(): number {
    const drawn = this.still.querySelector('svg')?.viewBox.baseVal.width ?? WIDTH;
    return plotWidth(this.figure.clientWidth, drawn - WIDTH);
  }

  /** A stretch of time drawn in one panel is the window of every chart, when the pointer lets go. */
  private listenToBrushes(): void {
    const view = this.result?.view;
    if (!view) return;
    let latest: readonly [number, number] | null = null;
    for (let i = 0; hasSignal(view, `${BRUSH}${i}`); i++)
      view.addSignalListener(`${BRUSH}${i}`, (_, value) => {
        const at = (value as {at?: readonly (number | Date)[]}).at;
        latest = at && at.length === 2 ? [Number(at[0]), Number(at[1])] : null;
      });
    this.place.onpointerup = () => {
      const window = latest;
      latest = null;
      if (window && window[1] > window[0]) this.choice.set({window});
    };
  }
}

/**
 * Vega-Lite writes the ends of a time axis as `datetime(ms)`, which the interpreter of expressions (the page allows no
 * other) takes for a year; scales take the number as it is.
 */
function plainInstants(compiled: VegaSpec): VegaSpec {
  return JSON.parse(JSON.stringify(compiled).replace(/\{data: datetime\((\d+)\)\}/g, '{data: $1}'));
}

/** The page allows no script but its own: expressions are interpreted. */
const DRAWING = {
  mode: 'vega-lite',
  actions: false,
  ast: true,
  expr: expressionInterpreter,
  patch: plainInstants,
} as const;

function hasSignal(view: Result['view'], name: string): boolean {
  try {
    view.signal(name);
    return true;
  } catch {
    return false;
  }
}

/** As the switch says, else as the system does. */
export function matchesDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
}

const QUIET_MS = 200;

/** When the window has had its size for a moment. */
function onResize(then: () => void): void {
  let timer = 0;
  window.addEventListener('resize', () => {
    clearTimeout(timer);
    timer = window.setTimeout(then, QUIET_MS);
  });
}
