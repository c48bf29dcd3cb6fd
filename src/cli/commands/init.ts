import {basename, extname, join, relative} from 'node:path';
import {printable} from '../../language/show.ts';
import {command} from '../command.ts';
import {EXIT} from '../exitCodes.ts';
import {durationOption, pairs} from '../pairs.ts';
import {text} from '../scenarioOptions.ts';

const repeated = (describe: string) => ({type: 'string', array: true, nargs: 1, requiresArg: true, describe}) as const;

export const init = command({
  name: 'init',
  takes: {name: 'log', describe: 'A log of contacts, CSV or TSV with a header'},
  summary: 'Make a first scenario out of a log of contacts.',
  options: {
    out: text('out', 'Folder to write to [default: the name of the log]'),
    name: text('name', 'Name of the scenario [default: the name of the log]'),
    zone: text('zone', 'IANA zone of the times in the log [default: of this machine]'),
    column: repeated('What a column means, role=column; may be repeated'),
    break: text('break', 'Idle for longer than this was away [default: 10m]'),
    'wrap-up': text('wrap-up', 'Work after each contact that the log does not show'),
    'answer-within': text('answer-within', 'Limit of the service level [default: 20s]'),
    credit: repeated('Head start of a class of customers, class=duration; may be repeated'),
    force: {type: 'boolean', describe: 'Overwrite a scenario that is there already'},
  },
  examples: [['init contacts.csv --zone Europe/Madrid --column arrived=received_at', 'one column set by hand']],
  async run(values, {terminal}) {
    const [{initFromLog}, {openRows, textFiles, writeFiles}, {InputError}] = await Promise.all([
      import('../../importers/index.ts'),
      import('../../files/index.ts'),
      import('../../language/problem.ts'),
    ]);
    const stem = basename(values.file, extname(values.file));
    const out = values.out ?? stem;
    const scenario = join(out, 'scenario.yaml');
    if (!values.force && textFiles().exists(scenario))
      throw new InputError([
        {
          severity: 'error',
          at: {file: scenario, line: 0, column: 0},
          path: '',
          message: 'expected no scenario there yet, found one',
          hint: 'name another folder with --out, or overwrite it with --force',
        },
      ]);
    const zone = values.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const breakMs = durationOption('break', values.break);
    const wrapUpMs = durationOption('wrap-up', values['wrap-up']);
    const answerWithinMs = durationOption('answer-within', values['answer-within']);
    const credit = Object.entries(pairs('credit', values.credit)).map(
      ([name, duration]) => [name, durationOption('credit', duration) ?? 0] as const,
    );
    const files = initFromLog({
      path: values.file,
      writtenPath: relative(out, values.file),
      name: values.name ?? stem,
      zone,
      openRows,
      columns: pairs('column', values.column),
      ...(breakMs === undefined ? {} : {breakMs}),
      ...(wrapUpMs === undefined ? {} : {wrapUpMs}),
      ...(answerWithinMs === undefined ? {} : {answerWithinMs}),
      ...(credit.length > 0 ? {credit: Object.fromEntries(credit)} : {}),
    });
    writeFiles(out, files);
    terminal.out(
      `${files.map(({path}) => printable(join(out, path))).join('\n')}\n` +
        `${values.zone ? '' : `Times are read in ${zone}; another zone is set with --zone.\n`}` +
        `Next: preroute run ${printable(scenario)}\n`,
    );
    return EXIT.good;
  },
});
