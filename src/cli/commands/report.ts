import {join} from 'node:path';
import {printable} from '../../language/show.ts';
import {command} from '../command.ts';
import {EXIT} from '../exitCodes.ts';
import {savedReports} from '../savedReports.ts';
import {savedRun} from '../savedResults.ts';

export const report = command({
  name: 'report',
  takes: {name: 'folder', describe: 'The folder of a run'},
  summary: 'Make report.html again from the results in the folder of a run.',
  options: {
    open: {type: 'boolean', describe: 'Open it in the browser'},
  },
  examples: [['report reports/desk --open', 'look at what was found']],
  async run(values, {terminal}) {
    const {results, typed} = await savedRun(values.file);
    const [{reportHtml}, {commandText}, {pageScript, writeFiles}] = await Promise.all([
      import('../../report/report.ts'),
      import('../../report/commandText.ts'),
      import('../../files/index.ts'),
    ]);
    const named = await savedReports(values.file);
    const page = await reportHtml(results, {script: pageScript(), command: typed && commandText(typed), named});
    writeFiles(values.file, [page]);
    const path = join(values.file, page.path);
    terminal.out(`The page, made again: ${printable(path)}\n`);
    if (!values.open) return EXIT.good;
    const {openFile} = await import('../openFile.ts');
    if (!(await openFile(path))) terminal.err('There is no program here that opens it.\n');
    return EXIT.good;
  },
});
