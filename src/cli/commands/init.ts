import {command} from '../command.ts';
import {text} from '../scenarioOptions.ts';

const repeated = (describe: string) => ({type: 'string', array: true, nargs: 1, requiresArg: true, describe}) as const;

export const init = command({
  name: 'init',
  takes: {name: 'log', describe: 'Logs of contacts, CSV or TSV with a header: calls, chats, cases', many: true},
  summary: 'Make a first scenario out of logs of contacts.',
  options: {
    out: text('out', 'Folder to write to [default: the name of the first log]'),
    name: text('name', 'Name of the scenario [default: the name of the first log]'),
    zone: text('zone', 'IANA zone of the times in the logs [default: of this machine]'),
    column: repeated('What a column means, role=column; may be repeated'),
    where: repeated('Rows to take, column=value; may be repeated'),
    dates: {
      choices: ['day-first', 'month-first'] as const,
      describe: 'How dates are written that fit both [default: the way in which the log is shorter]',
    },
    repeats: {
      choices: ['visit', 'reject', 'item'] as const,
      describe: 'Rows that share an id: assignments of one item, copies, or items of their own [default: found out]',
    },
    break: text('break', 'Idle for longer than this was away [default: 10m]'),
    'wrap-up': text('wrap-up', 'Work after each contact that the log does not show'),
    'answer-within': text('answer-within', 'Limit of the service level [default: 20s]'),
    credit: repeated('Head start of a class, class=duration, or none [default: what the log shows]'),
    'keep-names': {type: 'boolean', describe: 'Write agents as the log names them, not as agent-1, agent-2, …'},
    generate: {type: 'boolean', describe: 'Write a generated twin too: the contacts as rates and fitted distributions'},
    report: {type: 'boolean', describe: 'Simulate it, and say how near it is to what the logs recorded: fidelity.html'},
    calibrate: {
      type: 'boolean',
      describe: 'Fit wrap-up, breaks and patience on every other day, and judge by the others (with --report)',
    },
    force: {type: 'boolean', describe: 'Overwrite a scenario that is there and was edited'},
  },
  examples: [
    ['init contacts.csv --zone Europe/Madrid --column arrived=received_at', 'one column set by hand'],
    ['init calls.csv chats.csv --where site=Leeds', 'two logs, some of their rows'],
    ['init calls.csv --report --calibrate', 'how far the result can be trusted'],
  ],
  async run(values, surroundings) {
    const {importLogs} = await import('../importing.ts');
    return importLogs(values, surroundings);
  },
});
