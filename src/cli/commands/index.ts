/** Every command, in the order of --help. A new one is a file and a line here. */
import type {Command} from '../command.ts';
import {baseline} from './baseline.ts';
import {chart} from './chart.ts';
import {check} from './check.ts';
import {compare} from './compare.ts';
import {explain} from './explain.ts';
import {init} from './init.ts';
import {lint} from './lint.ts';
import {report} from './report.ts';
import {run} from './run.ts';
import {schema} from './schema.ts';
import {show} from './show.ts';
import {staff} from './staff.ts';
import {sweep} from './sweep.ts';
import {validate} from './validate.ts';

export const COMMANDS: readonly Command[] = [
  run,
  report,
  chart,
  compare,
  staff,
  sweep,
  check,
  baseline,
  explain,
  validate,
  lint,
  show,
  init,
  schema,
];
