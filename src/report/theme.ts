/**
 * How every chart looks. Colours are of different lightness and stay apart for the colour-blind (after Okabe and Ito,
 * 2008); nothing is told by colour alone: lines differ in dash as well. Fonts in the order a machine may have them;
 * Verdana is as wide as DejaVu Sans.
 */
export const FONT = 'DejaVu Sans, Verdana, sans-serif';

export const INK = '#1f2933';
export const MUTED = '#5a6672';
export const GRID = '#dde2e7';
/** What a promise asks for: its line and label. */
export const GOAL = '#9c1c1c';

/** In order of use; `dash` is what tells them apart in grey. */
export const SERIES = [
  {colour: '#0063a6', dash: [1, 0]},
  {colour: '#d1660a', dash: [7, 3]},
  {colour: '#00866a', dash: [2, 2]},
  {colour: '#b8559b', dash: [9, 3, 2, 3]},
  {colour: '#3fa7e0', dash: [4, 2]},
  {colour: '#b58900', dash: [12, 3]},
  {colour: '#6b4fa0', dash: [2, 4]},
  {colour: '#7a7a7a', dash: [6, 2, 2, 2, 2, 2]},
] as const;

/** The fills of what is in hand and what has not begun: dark and light. */
export const AREAS = {inHand: '#0063a6', notStarted: '#9cc7e8'} as const;

/** What a dark page is of. */
export const DARK_PAGE = '#14181d';

/** On a dark page these stand for those: the page replaces them by style, the pictures stay as they are. */
export const DARK: Readonly<Record<string, string>> = {
  [INK]: '#e8ecf0',
  [MUTED]: '#a9b4be',
  [GRID]: '#36404a',
  [GOAL]: '#ff8a80',
  [AREAS.notStarted]: '#2f5a7c',
  '#0063a6': '#62b0ee',
  '#d1660a': '#f39a4a',
  '#00866a': '#3cc4a3',
  '#b8559b': '#e08cc6',
  '#3fa7e0': '#9ad4f5',
  '#b58900': '#dcb83c',
  '#6b4fa0': '#b39ae0',
  '#7a7a7a': '#b0b0b0',
};

export const WIDTH = 660;

export const CONFIG = {
  background: 'transparent',
  aria: false,
  font: FONT,
  padding: 12,
  view: {stroke: null},
  title: {
    anchor: 'start',
    color: INK,
    fontSize: 16,
    fontWeight: 'bold',
    offset: 12,
    subtitleColor: MUTED,
    subtitleFontSize: 11,
    subtitlePadding: 6,
    subtitleLineHeight: 15,
    frame: 'group',
  },
  axis: {
    labelColor: MUTED,
    labelFontSize: 11,
    titleColor: INK,
    titleFontSize: 11,
    titleFontWeight: 'normal',
    gridColor: GRID,
    domainColor: MUTED,
    tickColor: MUTED,
    titlePadding: 8,
  },
  axisY: {domain: false, ticks: false, labelPadding: 6, minExtent: 40},
  axisX: {grid: false},
  legend: {
    orient: 'top',
    direction: 'horizontal',
    labelColor: INK,
    labelFontSize: 11,
    labelLimit: 300,
    title: null,
    symbolSize: 320,
    symbolStrokeWidth: 2.4,
    columnPadding: 18,
    offset: 16,
  },
  line: {strokeWidth: 2, strokeCap: 'butt'},
  text: {font: FONT, fontSize: 11},
} as const;

/** Scales of colour and dash for series in this order: one legend for both. */
export function seriesScales(names: readonly string[]) {
  const styles = names.map((_, i) => SERIES[i % SERIES.length] ?? SERIES[0]);
  return {
    colour: {domain: names, range: styles.map((style) => style.colour)},
    dash: {domain: names, range: styles.map((style) => style.dash)},
  };
}
