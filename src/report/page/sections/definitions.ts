import type {Results} from '../../../measure/results.ts';
import {htmlText} from '../htmlText.ts';
import {section, text} from './section.ts';

export const definitions = section({
  key: 'definitions',
  title: 'What the numbers mean',
  parts: [text(list)],
});

function list({metrics}: Results): string {
  const entries = Object.values(metrics).map(
    ({label, definition}) => `<dt>${htmlText(label)}</dt><dd>${htmlText(definition)}</dd>`,
  );
  return `<dl>${entries.join('\n')}</dl>`;
}
