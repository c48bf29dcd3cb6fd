import {goalsInFullTable} from '../../tables/goalsInFull.ts';
import {section, table} from './section.ts';

export const verdicts = section({
  key: 'verdicts',
  title: 'Goals',
  parts: [table(goalsInFullTable, ([verdict = '']) => verdict.split(' ')[0] ?? '')],
});
