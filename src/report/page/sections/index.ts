/** Every section of the page, in the order it is read. A new one is a file and a line here. */
import {definitions} from './definitions.ts';
import {headline} from './headline.ts';
import {life} from './life.ts';
import {provenance} from './provenance.ts';
import {reports} from './reports.ts';
import {routing} from './routing.ts';
import type {Section} from './section.ts';
import {timeline} from './timeline.ts';
import {verdicts} from './verdicts.ts';
import {waiting} from './waiting.ts';
import {work} from './work.ts';

export const SECTIONS: readonly Section[] = [
  verdicts,
  headline,
  timeline,
  waiting,
  work,
  routing,
  life,
  reports,
  definitions,
  provenance,
];
