/** How a check can be told. A new format is a file and a line here. */
import type {Style} from '../text/style.ts';
import type {CheckReport} from './checkReport.ts';
import {checkGithub} from './github.ts';
import {checkJson} from './json.ts';
import {checkJunit} from './junit.ts';
import {checkText} from './text.ts';

export const CHECK_FORMATS: Readonly<Record<string, (report: CheckReport, style: Style) => string>> = {
  text: checkText,
  json: checkJson,
  junit: checkJunit,
  github: checkGithub,
};
