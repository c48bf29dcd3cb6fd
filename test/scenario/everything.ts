/** A scenario that uses every key of the language, and the files it names. */
export const EVERYTHING = `name: Everything
timezone: Europe/Madrid
from: 2026-03-02 06:00
to: 14d
warmUp: 1d
coolDown: 1d
atEnd: drain
seed: tuesday
replications: 5
measureAt: [ 9h30m, 12h ]
intervals: 15m
reportBy: [ segment ]

calendars:
  office: { open: { mon-fri: 08:00-18:00, sat: [ 09:00-11:00, 11:30-13:00 ] }, closed: [ 2026-03-19, 2026-12-25 ] }
  nights: { open: { daily: 22:00-06:00+1 } }

demand:
  - source: billing
    channel: voice
    arrivals:
      perInterval: { file: billing.csv, interval: 30m }
      busyness: { gamma: { cv: 0.19 }, sharedBy: phones }
    attributes:
      department: Finance
      segment: { Gold: 20%, Silver: 80% }
      value: { uniform: { min: 0, max: 9000 } }
      floor: 3
    handleTime:
      byInterval:
        - { from: 00:00, use: 4m }
        - { days: mon-fri, from: 12:00, use: { lognormal: { mean: 5m, cv: 0.9 } } }
    wrapUp: { zeroShare: 40%, exponential: { mean: 30s } }
    patience: { empirical: { file: patience.csv, column: seconds, unit: s } }
    redial: { share: 40%, after: { uniform: { min: 5m, max: 20m } }, atMost: 3 }
    preferredAgent: { share: 30%, from: [ seniors, Ann ] }
    handling: [ { share: 100%, then: complete } ]
  - source: second-line
    channel: voice
    arrivals: { perInterval: { interval: 1h, from: 08:00, counts: { mon-fri: [ 3, 4.5, 6 ], sat: [ 1 ] } } }
    attributes: { department: Finance, segment: Gold }
    handleTime: { erlang: { mean: 4m, phases: 3 } }
  - source: wave
    channel: chat
    arrivals: { perHour: 6, during: office, swing: 50%, period: 1d, peak: 14:00, busyness: { gamma: { cv: 0.1 } } }
    attributes: { department: Sales, segment: Silver }
    handleTime: { triangular: { min: 2m, mode: 5m, max: 20m } }
    concurrency: { slowdown: 0.25 }
    patience: { weibull: { mean: 3m, shape: 1.4 } }
  - source: steps
    channel: chat
    arrivals: { perHour: [ [ 0, 3 ], [ 8h, 0 ], [ 22:00, 3 ] ], repeat: daily, during: nights }
    attributes: { department: Sales, segment: Gold }
    handleTime: { gamma: { mean: 6m, shape: 2 } }
  - source: fixed
    channel: email
    arrivals: { at: [ 0s, 10s, 26h ] }
    attributes: { department: Sales, segment: Gold }
    handleTime: { normal: { mean: 6m, sd: 2m } }
  - source: pull
    channel: workitem
    arrivals: { batch: { every: 1d, at: 07:30, on: mon-fri, size: { poisson: { mean: 20 } } } }
    attributes: { department: Sales, segment: Silver }
    handleTime: { exponential: { mean: 6m } }
  - source: cases
    channel: { column: media, values: { Call: voice, Case: workitem } }
    replay:
      file: cases.csv
      where: 'status != "Test"'
      time: { format: 'dd/MM/yyyy HH:mm:ss', zone: UTC }
      columns:
        id: number
        arrived: { date: opened_on, time: [ queued_at, taken_at ] }
        handleTime: { column: effort, unit: s, missing: { lognormal: { mean: 9m, cv: 1 } } }
        wrapUp: { from: left, to: ended, missing: 10s }
        patience: patience_s
        preferredAgent: owner
        due: due_at
        priority: source_priority
        recorded: { wait: wait_s, outcome: result, abandoned: [ HANG ], agent: owner }
      attributes: { department: text, segment: text, score: number, class: { column: prio, type: text }, since: date }
      empty: [ '', '0:00:00' ]
      sorted: within 1d
      onRepeat: reject
      onBadRow: stop
      separator: ','
  - source: left-over
    channel: workitem
    backlog: { file: backlog.csv, columns: { arrived: at }, sorted: false }
    attributes: { department: Sales, segment: Silver }
    handleTime: 9m

routing:
  preferredAgent: { for: 1m, ifAway: skip }
  segmentation:
    columns: [ channel, department, segment, value ]
    rules:
      - { if: [ 'voice, chat', '-', '-', '> 8000' ], then: { process: live, group: seniors } }
      - { if: [ 'voice, chat', '-', '-', '-' ], then: live }
      - { if: [ '-', Finance, Gold, '-' ], then: gold }
      - { if: [ '-', not(Finance), Gold, '-' ], then: { process: gold, agent: Ann } }
    otherwise: rest
  processes:
    live: { answerWithin: 20s, priority: quick, distribute: phones, open: office, whenClosed: queue }
    gold: { sla: 20h, clock: office, priority: { use: line, from: 400, to: 1000 }, distribute: widening }
    rest: { sla: 8d, priority: bump }
  priorities:
    line: { initial: 100, atSla: 500, overdue: { from: 600, increment: 50, every: 1h, max: 900 }, reprioritize: [ { every: 30m }, { from: 80%, every: 5m } ] }
    bump: { points: [ [ 0, 900 ], [ 2d, 500 ], [ due-1d, 1100 ], [ due, 300 ] ], between: step }
    quick: { initial: 800, increment: 1, every: 1s, credit: { segment: { Gold: 90s } } }
  distribution:
    phones: { targets: [ { skills: Voice >= 5, for: 30s }, { skills: Voice >= 1 } ], agent: [ least-active, longest-idle ], prefer: any, onReturn: restart }
    widening:
      preferredAgent: { for: 10%, ifAway: wait }
      targets: [ { agents: [ Ann ], for: 5% }, { groups: [ seniors ], for: 40% }, { everyone: true } ]
  capacity:
    blended:
      voice: { max: 1, notWhile: [ { chat: 1 } ] }
      chat: { max: 3, notWhile: { voice: 1 } }
      email: { max: 1, interruptedBy: [ voice ] }
      workitem: { max: 2 }
    units: { total: 6, weights: { voice: 100%, chat: 2, email: 2, workitem: 1 }, holdBackFor: [ voice ], afterHold: items }

shifts:
  early: { mon-fri: 08:00-16:00, breaks: [ { at: 12:00, for: 30m, paid: true, reason: Lunch, returns: onTime } ] }
  night: { daily: [ 00:30-02:00, 22:00-06:00+1 ] }

workforce:
  - group: seniors
    agents: { early: 8, night: 2 }
    between: { early: [ 4, 12 ] }
    cost: 38
    skills: { Voice: 7, 'Sales: new': 2 }
    capacity: blended
    speed: { skill: Voice, levels: { 1: 0.8, 9: 1.1 } }
    shrinkage: { share: 8%, spells: 10m, reason: Coaching }
    absence: 3%
    offers: { answerIn: 5s, noAnswer: 3%, ringFor: 20s, thenNotReady: 2m, whileRinging: takesNothing }
  - { group: juniors, agents: 4, shift: early, between: [ 2, 6 ], skills: { Voice: 2 }, capacity: units, speed: 0.9, shrinkage: 5% }
  - { group: weekend, onDuty: { file: duty.csv }, skills: { Voice: 3 }, capacity: blended }
  - { group: counted, onDuty: { interval: 4h, from: 08:00, agents: { mon-fri: [ 2, 3 ] } }, skills: { Voice: 3 }, capacity: blended }
  - { group: logged, presence: logins.csv, skills: { Voice: 3 }, capacity: blended }
  - { roster: agents.csv, presence: presence.csv, capacity: blended, cost: 30 }

goals:
  - { serviceLevel: { channel: voice, within: 20s }, atLeast: 80% }
  - { slaAttainment: { process: gold }, atLeast: 95%, onDays: 90% }
  - { wait: { process: live, quantile: 90% }, atMost: 60s }
  - { abandonment: { attribute: { segment: Gold } }, atMost: 5% }
  - { occupancy: { group: seniors }, atMost: 88% }
  - { backlog: { source: cases, at: 3d }, atMost: 50 }

x-anything: [ 1, 2 ]
`;

export const FILES = {
  'centre/billing.csv': 'weekday,start,count\nmon-fri,08:00,4\nmon-fri,08:30,5.5\nsat,09:00,2\n',
  'centre/patience.csv': 'seconds\n20\n45\n200\n',
  'centre/cases.csv':
    'number,status,media,opened_on,queued_at,taken_at,effort,left,ended,patience_s,owner,due_at,source_priority,wait_s,result,department,segment,score,prio,since\n',
  'centre/backlog.csv': 'at\n2026-02-27T10:00\n',
  'centre/duty.csv': 'weekday,start,agents\nsat,09:00,2\nsat,09:30,3\n',
  'centre/logins.csv': 'agent,from,to\nBob,2026-03-02 09:00,2026-03-02 17:00\n',
  'centre/agents.csv': 'name,group,shift,Voice\nAnn,seniors,early,9\nCid,extra,,4\n',
  'centre/presence.csv': 'agent,from,to,Voice\nCid,2026-03-03 09:00,2026-03-03 17:00,6\n',
};
