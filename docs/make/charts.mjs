/** The scenario each chart of the gallery is of, and what to look for in it. One entry a chart, no more, no less. */
export const GALLERY = {
  'service-level': [
    'staffed-day',
    'Share answered within the promised time, by interval of arrival, with the goal as a dashed line. An average near the goal mostly hides hours far from it.',
  ],
  'sla-attainment': [
    'blended-desk',
    'Share completed by the due date, of the items that fell due then: by cohort of due date, so that a growing backlog cannot flatter it. Few items fall due in an interval; over days it is by day.',
  ],
  'late-time': [
    'back-office',
    'Whose the time of late items was, in all and past due: waiting and handling in front and behind, the customer, and the hours in which nobody was there. What comes last is not always what took longest.',
  ],
  milestones: [
    'case-desk',
    'What was to be reached with items on each day, milestone by milestone: met or violated. Those of the last days may still be open.',
  ],
  leads: [
    'lead-desk',
    'Share of contacts that converted, by the lead’s age then, and deal values won and lost to waiting. Where the line falls steeply, an hour is worth a colleague; where it rises again, a promotion has.',
  ],
  volumes: ['staffed-day', 'What came, and what became of it, by interval of arrival.'],
  week: [
    'blended-desk',
    'Each headline metric by weekday and half-hour: which hours of which days are short of people, whatever the average says. Of all weeks and replications together.',
  ],
  waits: [
    'blended-desk',
    'Share that waited at most so long, to answer or to hanging up. Read it at the promised time, or across at 90 %.',
  ],
  'wait-parts': [
    'blended-desk',
    'What the mean wait of each process was made of. Nobody there: shifts; busy with its own kind: hire; busy with other work: a curve, or cross-training; not open: a timeout; capacity rule: that rule.',
  ],
  'wait-parts-by-interval': [
    'staffed-day',
    'The same by time of arrival, all processes together: what stands in the way at nine is not what does at six.',
  ],
  backlog: [
    'blended-desk',
    'What is not finished: not started above in hand, and how much of it is overdue. Mondays show here. Where items have a life after handling, by stage.',
  ],
  'stage-flow': [
    'inbox',
    'How many items went from stage to stage: as wide as they are many, what goes on from left to right, what goes back as a loop below. Beside each stage how long a stay was.',
  ],
  'stage-time': [
    'inbox',
    'Where the time of an item goes: waiting, in hand, with the customer. Only stays that have ended count.',
  ],
  'personal-backlog': [
    'inbox',
    'What agents have of their own, not in hand: parked in their workbins, and in their inboxes. It uses none of their capacity, and nobody else can help.',
  ],
  agents: [
    'staffed-day',
    'Agents on duty, busy and needed. Breaks, absence and peaks show as distance between the lines.',
  ],
  occupancy: ['staffed-day', 'Busy ÷ (busy + ready), by group. Near 100 % queues grow without end.'],
  fairness: [
    'blended-desk',
    'Lorenz curves of offers and of load among agents of one group with the same skills, and Gini’s coefficient: the further below the straight line, the less evenly work came to them.',
  ],
  'routing-flow': [
    'overflow',
    'What was answered, from channel through process and target (the preferred agent, the primary target, those that open later) to the group that took it. A wide band to a late target says that the early ones are short of people.',
  ],
  'priority-curves': [
    'priority-curves',
    'Every curve against age on its own clock, and where one passes another at equal age: who goes before whom, and from when.',
  ],
  'recorded-by-hour': [
    'replay',
    'Simulated against recorded by hour of the day, of a replay whose log has waits or outcomes.',
  ],
  'recorded-by-interval': ['replay', 'The same by interval, in order of time.'],
  'recorded-by-process': [
    'blended-desk',
    'The same by process and channel: where a changed rule made waits shorter or longer.',
  ],
};

/** docs/charts.md: every chart of a report, with an example out of reports/gallery. */
export function chartsPage(charts) {
  const keys = charts.map(({key}) => key);
  const odd = [
    ...keys.filter((key) => !(key in GALLERY)),
    ...Object.keys(GALLERY).filter((key) => !keys.includes(key)),
  ];
  if (charts.length === 0 || odd.length > 0)
    throw new Error(`docs/make/charts.mjs and the charts differ in ${odd.join(', ')}`);
  return [
    '# Charts',
    '<!-- Made by `npm run docs` out of src/report/charts and docs/make/charts.mjs: change those. -->',
    `\`preroute run\` writes each chart that has something to show as Vega-Lite (\`.vl.json\`), \`.svg\` and \`.png\` into \`charts/\` of its folder,
and all of them into \`report.html\`. \`--charts none\` leaves them out, \`--charts svg\` writes one form. Bands are 95 % intervals over
replications. Colours differ in lightness and dashes, so that they can be told apart in grey.`,
    ...charts.map(({key, title}) => {
      const [scenario, note] = GALLERY[key];
      return `## ${title}\n\n\`${key}\`. ${note}\n\n![${title}, of ${scenario}](../reports/gallery/${key}.svg)\n\n*Of [scenarios/${scenario}](../scenarios/${scenario}).*`;
    }),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
