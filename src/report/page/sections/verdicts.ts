import {goalsTable} from '../../tables/goals.ts';
import {section, table} from './section.ts';

export const verdicts = section({
  key: 'verdicts',
  title: 'Goals',
  parts: [table(goalsTable, ([verdict = '']) => verdict.split(' ')[0] ?? '')],
});
