/** How a text looks; plain text reads the same without. */
export interface Style {
  heading(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  doubtful(text: string): string;
  dim(text: string): string;
}

const sgr = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const asIs = (text: string) => text;

export const plain: Style = {heading: asIs, good: asIs, bad: asIs, doubtful: asIs, dim: asIs};
export const coloured: Style = {heading: sgr(1), good: sgr(32), bad: sgr(31), doubtful: sgr(33), dim: sgr(2)};
