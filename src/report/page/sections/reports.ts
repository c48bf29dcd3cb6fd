import {named, section} from './section.ts';

export const reports = section({
  key: 'reports',
  title: 'Reports by name',
  parts: [named],
});
