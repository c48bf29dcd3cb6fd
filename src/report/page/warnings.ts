import type {Results} from '../../measure/results.ts';
import {htmlText} from './htmlText.ts';

/** What the result may be wrong about, with its examples. */
export function warningsHtml(results: Results): string {
  if (results.warnings.length === 0) return '<section id="warnings"><h3>Warnings</h3><p>None.</p></section>';
  const items = results.warnings.map(({message, examples}) => {
    const list = examples.map((example) => `<li>${htmlText(example)}</li>`).join('');
    return `<li>${htmlText(message)}${list === '' ? '' : `<ul>${list}</ul>`}</li>`;
  });
  return `<section id="warnings"><h3>Warnings: ${results.warnings.length}</h3><ul class="warnings">${items.join('\n')}</ul></section>`;
}
