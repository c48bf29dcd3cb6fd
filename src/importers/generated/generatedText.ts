import {formatDuration} from '../../language/duration.ts';
import type {Findings} from '../findings.ts';
import {lawText, percent} from './lawText.ts';
import type {Busyness} from './rates.ts';
import type {Fitted, Twin, TwinSource} from './twin.ts';

/** What the twin was made of, for whoever doubts it: days, busyness, and each law with how well it fits. */
export function generatedText({options}: Findings, twin: Twin): string {
  return [
    `# ${options.name}, generated`,
    '',
    '`generated.yaml` has contacts like those of the log, drawn anew in each replication; `scenario.yaml` has the',
    'very contacts of the log. Run both: where they differ, the laws below are not the whole truth.',
    '',
    '## Days',
    '',
    daysText(twin),
    busynessText(twin.busyness),
    '',
    '## Handle times',
    '',
    ...tableOf(twin, ({handleTime}) => handleTime),
    ...hoursText(twin),
    '',
    ...wrapUps(twin),
    '## Patience',
    '',
    'Fitted with those who were answered as waits that were cut short: they would have waited at least as long.',
    'A mean far beyond the longest wait is only a way of saying that hardly anybody hangs up.',
    '',
    ...tableOf(twin, ({patience}) => patience),
    '',
    ...redialsText(twin),
    ...batchesText(twin),
  ].join('\n');
}

const UNUSUAL = {nothing: 'nothing came in', less: 'far less than usual', more: 'far more than usual'} as const;

function daysText({days}: Twin): string {
  const lines = days.flatMap(({date, weekday, count, unusual}) =>
    unusual === null ? [] : [`- ${date} (${weekday}): ${count} contacts, ${UNUSUAL[unusual]}`],
  );
  const usual = days.length - lines.length;
  if (lines.length === 0) return `Rates are means over all ${days.length} days, by weekday and half hour.`;
  return `Rates are means over ${usual} of ${days.length} days, by weekday and half hour. Holidays and other days far from their weekday's median are left out:\n\n${lines.join('\n')}\n`;
}

function busynessText(busyness: Busyness | null): string {
  if (busyness === null) return 'How whole days vary cannot be said: no two days of one weekday are in the log.';
  if (busyness.kind === 'own')
    return 'Whole days vary for each source by itself: `busyness` has the cv of each beyond Poisson chance.';
  const {cv, low, high, degrees} = busyness.variation;
  const interval = `cv ${low.toFixed(3)} to ${high.toFixed(3)} (95 %, ${degrees} degrees of freedom)`;
  return cv === 0
    ? `Whole days vary no more than Poisson chance has it: ${interval}.`
    : `Whole days vary beyond Poisson chance, all sources together: cv ${cv.toFixed(3)}, ${interval}.`;
}

function tableOf({sources}: Twin, of: (source: TwinSource) => Fitted | null): string[] {
  const rows = sources.flatMap((source) => {
    const fitted = of(source);
    return fitted ? [`| ${source.name} | ${cellsOf(fitted).join(' | ')} |`] : [];
  });
  if (rows.length === 0) return ['Nothing in the log says it.'];
  return [
    '| source | seen whole | cut short | law | distance | next best | to know |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    'Distance: the greatest between the distribution function of the law and that of the log (Kolmogorov). Next best: by how much its BIC is worse.',
  ];
}

function cellsOf({fit, isPooled, byHour}: Fitted): string[] {
  const next = fit.candidates.find(({name}) => name !== fit.name);
  const notes = [
    ...(isPooled ? ['of all together: too few of its own'] : []),
    ...(byHour ? ['by time of day, see below'] : []),
    ...(fit.missesMoments ? ['no family keeps mean and spread'] : []),
    ...(fit.note === null ? [] : [fit.note]),
  ];
  return [
    String(fit.whole),
    String(fit.cut),
    `\`${lawText(fit)}\``,
    percent(fit.distance),
    next === undefined
      ? ''
      : `${next.name} ${next.missesMoments ? 'misses the mean' : `+${(next.bic - fit.bic).toFixed(0)}`}`,
    notes.join('; '),
  ];
}

function hoursText({sources}: Twin): string[] {
  const lines = sources.flatMap(({name, handleTime}) =>
    handleTime?.byHour && !handleTime.isPooled
      ? [
          `- ${name}: ${handleTime.byHour.map(({fromMs, fit}) => `from ${fromMs / 3_600_000}:00 mean ${formatDuration(Math.round(fit.law.mean / 1000) * 1000)}`).join(', ')}`,
        ]
      : [],
  );
  return lines.length === 0
    ? []
    : ['', 'By time of day, where the likelihood gains more than the laws cost:', '', ...lines];
}

function wrapUps(twin: Twin): string[] {
  return twin.sources.some(({wrapUp}) => wrapUp !== null)
    ? ['## Wrap-up', '', ...tableOf(twin, ({wrapUp}) => wrapUp), '']
    : [];
}

function redialsText({sources}: Twin): string[] {
  const lines = sources.flatMap(({name, redial}) => {
    if (redial === null) return [];
    const {share, shareAnswered, delaysMs, mostAttempts} = redial.seen;
    return [
      `- ${name}: ${percent(share)} of those who hung up called again within an hour (of those answered ${percent(shareAnswered)}), ${delaysMs.length} in all, ${mostAttempts} times at most; after \`${lawText(redial.after)}\``,
    ];
  });
  return lines.length === 0
    ? []
    : ['## Who calls again', '', ...lines, '', 'These attempts are no part of the rates.', ''];
}

function batchesText({sources}: Twin): string[] {
  const lines = sources.flatMap(({name, batches}) =>
    batches.map(
      ({localMs, sizes}) =>
        `- ${name}: ${sizes.length} batches at ${formatDuration(localMs)} after midnight, ${Math.min(...sizes)} to ${Math.max(...sizes)} items`,
    ),
  );
  return lines.length === 0 ? [] : ['## Batches', '', ...lines, ''];
}
