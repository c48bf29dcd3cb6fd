import type {Results} from '../../../measure/results.ts';
import {balanceLine} from '../../balance.ts';
import {htmlText} from '../htmlText.ts';
import {section, text} from './section.ts';

export const provenance = section({
  key: 'provenance',
  title: 'How it was run',
  parts: [text((results) => `<p>${htmlText(balanceLine(results))}</p>`), text(facts)],
});

function facts({version, scenario, seed, replications}: Results, command: string | null): string {
  const entries = [
    ['Preroute', version],
    ['Scenario', `${scenario.name}, ${scenario.hash}`],
    ['Seed', seed],
    ['Replications', String(replications)],
    ...(command === null ? [] : [['Command', command]]),
  ].map(([name = '', value = '']) => `<dt>${name}</dt><dd>${htmlText(value)}</dd>`);
  return `<dl>${entries.join('\n')}</dl>`;
}
