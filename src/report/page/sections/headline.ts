import {leadsTable} from '../../tables/leads.ts';
import {recordedTable} from '../../tables/recorded.ts';
import {volumeTable} from '../../tables/volume.ts';
import {waitsTable} from '../../tables/waits.ts';
import {htmlText} from '../htmlText.ts';
import {warningsHtml} from '../warnings.ts';
import {section, table, text} from './section.ts';

export const headline = section({
  key: 'headline',
  title: 'What happened',
  parts: [
    table(volumeTable),
    table(waitsTable),
    table(leadsTable),
    table(recordedTable),
    text(({recorded}) => (recorded ? `<p>${htmlText(recorded.sentence)}</p>` : '')),
    text(warningsHtml),
  ],
});
