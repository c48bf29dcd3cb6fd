import {formatTimeOfDay} from '../../calendar/index.ts';
import {csvLine} from '../../csv/write.ts';
import type {FileEntry} from '../../files/index.ts';
import {formatDuration} from '../../language/duration.ts';
import {DEFAULT_HANDLE_MS, type Findings} from '../findings.ts';
import {scenarioText} from '../scenarioText.ts';
import {yamlWord} from '../yamlWord.ts';
import {generatedText} from './generatedText.ts';
import {fittedText, lawText, percent, sharesText} from './lawText.ts';
import {INTERVAL_MS} from './rates.ts';
import type {Batches, Twin, TwinSource} from './twin.ts';

/** The generated twin as files: `generated.yaml` beside the replayed scenario, and the rates of each source. */
export function twinFiles(findings: Findings, twin: Twin): FileEntry[] {
  const generated = twin.sources.filter(({rates}) => rates.length > 0);
  return [
    {path: 'generated.yaml', content: scenarioText(findings, demandText(findings, twin))},
    {path: 'generated.md', content: generatedText(findings, twin)},
    ...generated.map((source) => ({path: rateFile(twin, source), content: ratesText(source)})),
  ];
}

function demandText(findings: Findings, twin: Twin): string {
  const named = twin.days.filter(({unusual}) => unusual !== null).map(({date}) => date);
  return [
    '# Generated: the same contacts as laws, fitted to the log; see generated.md for each.',
    ...(named.length > 0 ? [`# Days that rates are not taken from: ${named.join(', ')}`] : []),
    'demand:',
    ...twin.sources.flatMap((source, i) => sourceLines(findings, twin, source, i)),
    '',
  ].join('\n');
}

function sourceLines({wrapUpMs}: Findings, twin: Twin, source: TwinSource, index: number): string[] {
  const {name, stream, rates, batches, handleTime, wrapUp, patience} = source;
  const rest = [
    ...attributeLines(source),
    `    handleTime: ${handleTime ? fittedText(handleTime) : `{exponential: {mean: ${formatDuration(DEFAULT_HANDLE_MS)}}}`}`,
    `    wrapUp: ${wrapUp ? fittedText(wrapUp) : formatDuration(wrapUpMs)}`,
    ...(patience ? [`    patience: ${fittedText(patience)}`, ...redialLines(source)] : []),
  ];
  const sourceOf = (called: string, arrivals: readonly string[]) => [
    `  - source: ${yamlWord(called)}`,
    `    channel: ${yamlWord(stream.channel)}`,
    ...arrivals,
    ...rest,
  ];
  return [
    ...(rates.length > 0
      ? sourceOf(name, [
          '    arrivals:',
          `      perInterval: {file: ${yamlWord(rateFile(twin, source))}, interval: ${formatDuration(INTERVAL_MS)}}`,
          ...busynessLines(twin, index),
        ])
      : []),
    ...batches.flatMap((batch, i) => sourceOf(`${name} batch ${i + 1}`, batchLines(batch))),
  ];
}

function busynessLines({busyness}: Twin, index: number): string[] {
  if (busyness === null) return [];
  const variation = busyness.kind === 'shared' ? busyness.variation : busyness.variations[index];
  if (variation === null || variation === undefined || variation.cv === 0) return [];
  const sharedBy = busyness.kind === 'shared' ? ', sharedBy: everybody' : '';
  return [`      busyness: {gamma: {cv: ${Number(variation.cv.toFixed(3))}}${sharedBy}}`];
}

function redialLines({redial}: TwinSource): string[] {
  if (redial === null) return [];
  const {share, mostAttempts} = redial.seen;
  return [`    redial: {share: ${percent(share)}, after: ${lawText(redial.after)}, atMost: ${mostAttempts}}`];
}

function batchLines({localMs, weekdays, sizes}: Batches): string[] {
  const days = weekdays.length === 7 ? '' : `, on: '${weekdays.join(',')}'`;
  const size = `{empirical: {values: [${[...sizes].sort((a, b) => a - b).join(', ')}]}}`;
  return ['    arrivals:', `      batch: {every: 1d, at: '${formatTimeOfDay(localMs)}'${days}, size: ${size}}`];
}

function attributeLines({stream: {fixed, drawn}}: TwinSource): string[] {
  const lines = Object.entries(fixed).map(([name, value]) => `      ${yamlWord(name)}: ${JSON.stringify(value)}`);
  if (drawn) lines.push(`      ${yamlWord(drawn.name)}: ${drawnText(drawn.counts)}`);
  return lines.length === 0 ? [] : ['    attributes:', ...lines];
}

function drawnText(counts: ReadonlyMap<string, number>): string {
  const values = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const total = values.reduce((sum, [, count]) => sum + count, 0);
  const shares = sharesText(values.map(([, count]) => count / total));
  const [only] = values;
  if (values.length === 1 && only) return JSON.stringify(only[0]);
  return `{${values.map(([value], i) => `${JSON.stringify(value)}: ${shares[i]}`).join(', ')}}`;
}

/** `rates/1-queue-30175.csv`: numbered, so that no two names become the same file. */
function rateFile({sources}: Twin, source: TwinSource): string {
  const word = source.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return `rates/${sources.indexOf(source) + 1}-${word.toLowerCase()}.csv`;
}

function ratesText({rates}: TwinSource): string {
  return [
    csvLine(['weekday', 'start', 'count']),
    ...rates.map(({weekday, fromMs, mean}) => csvLine([weekday, formatTimeOfDay(fromMs), Number(mean.toPrecision(5))])),
  ].join('');
}
