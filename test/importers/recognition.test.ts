import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {openRows} from '../../src/files/index.ts';
import {ColumnProfile} from '../../src/importers/columnShape.ts';
import {findingsIn} from '../../src/importers/findings.ts';
import type {InitOptions} from '../../src/importers/index.ts';
import {rolesOf} from '../../src/importers/roles.ts';

const dir = mkdtempSync(join(tmpdir(), 'preroute-recognition-'));
afterAll(() => rmSync(dir, {recursive: true, force: true}));

function found(lines: readonly string[], more: Partial<InitOptions> = {}) {
  const path = join(dir, 'log.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const {logs, facts} = findingsIn({path, writtenPath: 'log.csv', name: 'desk', zone: 'UTC', openRows, ...more});
  const [log] = logs;
  if (!log) throw new Error('expected a log');
  return {...log, facts};
}

/** Columns by role, from headings and one row of cells. */
function roles(header: string, cells: string): Record<string, string[]> {
  const values = cells.split('|');
  const profiles = header.split('|').map((name, index) => {
    const profile = new ColumnProfile(name, index);
    profile.add(values[index] ?? '');
    return profile;
  });
  const all = Object.entries(rolesOf(profiles, {}, 'log.csv'));
  return Object.fromEntries(
    all.filter(([, columns]) => columns.length > 0).map(([role, columns]) => [role, columns.map(({name}) => name)]),
  );
}

test.each([
  [
    'Genesys',
    'Conversation ID|Conversation Start|Conversation End|Media Type|Queue|Users - Interacted Agent|Total Queue|Total Handle|ANI',
    'a1|2026-03-02 08:00:00|2026-03-02 08:05:00|voice|Sales|Ann|12|240|+441',
    {
      id: ['Conversation ID'],
      arrived: ['Conversation Start'],
      ended: ['Conversation End'],
      channel: ['Media Type'],
      queue: ['Queue'],
      agent: ['Users - Interacted Agent'],
      wait: ['Total Queue'],
      handleTime: ['Total Handle'],
    },
  ],
  [
    'Five9',
    'CALL ID|TIMESTAMP|SKILL|AGENT NAME|DISPOSITION|QUEUE WAIT TIME|TALK TIME|AFTER CALL WORK TIME',
    '1|3/22/2026 8:00:00 AM|Sales|Ann|Sale|0:00:12|0:03:00|0:00:30',
    {
      id: ['CALL ID'],
      arrived: ['TIMESTAMP'],
      queue: ['SKILL'],
      agent: ['AGENT NAME'],
      outcome: ['DISPOSITION'],
      wait: ['QUEUE WAIT TIME'],
      handleTime: ['TALK TIME'],
      wrapUp: ['AFTER CALL WORK TIME'],
    },
  ],
  [
    'NICE CXone',
    'contact_id|start_date|start_time|skill_name|agent_name|InQueue|Agent_Time|ACW_Time|media_name',
    '1|03/22/2026|08:00:00|Sales|Ann|12|180|30|Call',
    {
      id: ['contact_id'],
      date: ['start_date'],
      queue: ['skill_name'],
      agent: ['agent_name'],
      wait: ['InQueue'],
      handleTime: ['Agent_Time'],
      wrapUp: ['ACW_Time'],
      channel: ['media_name'],
    },
  ],
  [
    'Avaya CMS',
    'CALLID|SEGSTART|SEGSTOP|ANSLOGIN|DISPSPLIT|QUEUETIME|TALKTIME|ACWTIME|DISPOSITION',
    '1|2026-03-02 08:00:00|2026-03-02 08:05:00|4711|12|10|180|30|answered',
    {
      id: ['CALLID'],
      arrived: ['SEGSTART'],
      ended: ['SEGSTOP'],
      agent: ['ANSLOGIN'],
      queue: ['DISPSPLIT'],
      wait: ['QUEUETIME'],
      handleTime: ['TALKTIME'],
      wrapUp: ['ACWTIME'],
      outcome: ['DISPOSITION'],
    },
  ],
  [
    'Zendesk',
    'Ticket ID|Created at|Assigned at|Solved at|Assignee|Group|Status|Priority|Via|Requester',
    '1|2026-03-02T08:00:00Z|2026-03-02T09:00:00Z|2026-03-02T09:30:00Z|Ann|Tier 2|solved|High|Mail|Joe',
    {
      id: ['Ticket ID'],
      arrived: ['Created at'],
      answered: ['Assigned at'],
      ended: ['Solved at'],
      agent: ['Assignee'],
      queue: ['Group'],
      outcome: ['Status'],
      priority: ['Priority'],
      channel: ['Via'],
      customer: ['Requester'],
    },
  ],
  [
    'Salesforce',
    'Case Number|Date/Time Opened|Date/Time Closed|Case Owner|Status|Case Origin|Priority|Account Name',
    '00001|22/03/2026 08:00|22/03/2026 09:00|Ann|Closed|Phone|High|Acme',
    {
      id: ['Case Number'],
      arrived: ['Date/Time Opened'],
      ended: ['Date/Time Closed'],
      agent: ['Case Owner'],
      outcome: ['Status'],
      channel: ['Case Origin'],
      priority: ['Priority'],
      customer: ['Account Name'],
    },
  ],
  [
    'German',
    'Vorgangsnummer|Eingang|Angenommen|Beendet|Warteschlange|Mitarbeiter|Wartezeit|Gesprächszeit|Nachbearbeitung|Ergebnis|Kanal|Priorität|Kunde',
    '1|22.03.2026 08:00:00|22.03.2026 08:00:10|22.03.2026 08:05:00|Verkauf|Ann|10|290|30|ok|Telefon|A|K1',
    {
      arrived: ['Eingang'],
      answered: ['Angenommen'],
      ended: ['Beendet'],
      queue: ['Warteschlange'],
      agent: ['Mitarbeiter'],
      wait: ['Wartezeit'],
      handleTime: ['Gesprächszeit'],
      wrapUp: ['Nachbearbeitung'],
      outcome: ['Ergebnis'],
      channel: ['Kanal'],
      priority: ['Priorität'],
      customer: ['Kunde'],
    },
  ],
  [
    'Spanish',
    'Llegada|Atendida|Fin|Cola|Agente|Espera|Duración|Resultado|Canal|Cliente',
    '22/03/2026 08:00:00|22/03/2026 08:00:10|22/03/2026 08:05:00|Ventas|Ana|10|290|ok|Teléfono|C1',
    {
      arrived: ['Llegada'],
      answered: ['Atendida'],
      ended: ['Fin'],
      queue: ['Cola'],
      agent: ['Agente'],
      wait: ['Espera'],
      handleTime: ['Duración'],
      outcome: ['Resultado'],
      channel: ['Canal'],
      customer: ['Cliente'],
    },
  ],
  [
    'French',
    'Reçu à|Décroché|Terminé|File d’attente|Conseiller|Temps d’attente|Durée|Résultat|Canal',
    '22/03/2026 08:00:00|22/03/2026 08:00:10|22/03/2026 08:05:00|Ventes|Anne|10|290|ok|Téléphone',
    {
      arrived: ['Reçu à'],
      answered: ['Décroché'],
      ended: ['Terminé'],
      queue: ['File d’attente'],
      agent: ['Conseiller'],
      wait: ['Temps d’attente'],
      handleTime: ['Durée'],
      outcome: ['Résultat'],
      channel: ['Canal'],
    },
  ],
  [
    'Dutch',
    'Binnenkomst|Opgenomen|Einde|Wachtrij|Medewerker|Wachttijd|Gesprekstijd|Resultaat|Kanaal|Klant',
    '22-03-2026 08:00:00|22-03-2026 08:00:10|22-03-2026 08:05:00|Verkoop|Anna|10|290|ok|Telefoon|K1',
    {
      arrived: ['Binnenkomst'],
      answered: ['Opgenomen'],
      ended: ['Einde'],
      queue: ['Wachtrij'],
      agent: ['Medewerker'],
      wait: ['Wachttijd'],
      handleTime: ['Gesprekstijd'],
      outcome: ['Resultaat'],
      channel: ['Kanaal'],
      customer: ['Klant'],
    },
  ],
])('the headings of an export: %s', (_, header, cells, expected) => {
  expect(roles(header, cells)).toMatchObject(expected);
});

test.each([
  ['2026-03-22T08:00:00+01:00', null],
  ['2026/03/22 08:00', 'yyyy/MM/dd H:mm'],
  ['22/03/2026 08:00:05', 'dd/MM/yyyy H:mm:ss'],
  ['3/22/2026 8:00 PM', 'MM/dd/yyyy h:mm a'],
  ['3/22/2026, 8:00:01 PM', 'MM/dd/yyyy, h:mm:ss a'],
  ['22.03.26 8:00', 'dd.MM.yy H:mm'],
  ['22-Mar-2026 08:00:00', 'dd-MMM-yyyy H:mm:ss'],
  ['22 March 2026 08:00:00', 'dd MMM yyyy H:mm:ss'],
  ['Mar 22, 2026 8:00:00 AM', 'MMM dd, yyyy h:mm:ss a'],
  ['20260322 08:00:00', 'yyyyMMdd H:mm:ss'],
  ['1774166400', 'epoch-s'],
  ['1774166400000', 'epoch-ms'],
])('times such as %s', (cell, format) => {
  const profile = new ColumnProfile('received', 0);
  profile.add(cell);
  expect(profile.shape).toEqual({kind: 'instant', format});
});

test.each(['95', '95.5', '95,5', '0:01:35', 'PT1M35S', '1:35'])('durations such as %s', (cell) => {
  const profile = new ColumnProfile('talk_time', 0);
  profile.add(cell);
  expect(['number', 'duration', 'time']).toContain(profile.shape.kind);
});

const SHORT = [
  'received,queue,agent,talk_min',
  '03/02/2026 08:00,a,Ann,2',
  '03/03/2026 08:10,a,Ann,1,5',
  '03/04/2026 08:20,a,Ann,4',
];

test('dates that fit day-first and month-first are read so that the log is shorter, which is said with the other way', () => {
  const {replay, log, counts} = found(SHORT);
  expect(replay.time.format).toBe('MM/dd/yyyy H:mm');
  expect(log.remarks).toEqual([
    'How are the dates in `received` written, such as 03/02/2026 08:00? Taken: month-first (3 days in all), because the log is shorter so; day-first (60 days in all): --dates day-first.',
  ]);
  // In minutes, as its heading says.
  expect(counts.handleTimes.sum).toBe(360_000);
  const told = found(SHORT, {dates: 'day-first'});
  expect(told.replay.time.format).toBe('dd/MM/yyyy H:mm');
});

test('two columns that may both be the arrival: the first, which is said with the other', () => {
  const {log} = found(['created_at,opened_at,agent,talk_s', '2026-03-02 08:00,2026-03-02 08:01,Ann,60']);
  expect(log.roles.arrived.map(({name}) => name)).toEqual(['created_at']);
  expect(log.remarks).toEqual([
    'Which column is `arrived` (when the contact came in)? Taken: `created_at`, because it stands first; `opened_at`: --column arrived=opened_at.',
  ]);
});

test('work after a contact that the log does show is replayed, unless it is said how long it is', () => {
  const rows = ['received,agent,talk_time,acw_time', '2026-03-02 08:00,Ann,60,30', '2026-03-02 08:10,Ann,60,'];
  const {replay, counts, facts} = found(rows);
  expect(replay.columns.wrapUp).toEqual({kind: 'column', column: ['acw_time'], unitMs: 1000});
  expect([counts.wrapUps.count, counts.wrapUps.sum]).toEqual([1, 30_000]);
  const spans = (all: typeof facts) => [...all.work.values()].flat().map(({fromMs, toMs}) => toMs - fromMs);
  expect(spans(facts)).toEqual([90_000, 60_000]);
  const said = found(rows, {wrapUpMs: 5000});
  expect([said.replay.columns.wrapUp, spans(said.facts)]).toEqual([null, [60_000, 60_000]]);
});
