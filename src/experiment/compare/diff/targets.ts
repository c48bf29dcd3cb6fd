import {formatDuration} from '../../../language/duration.ts';
import type {DistributionRule, Span} from '../../../routing/eligibility/spec.ts';
import {type Change, namedChanges} from './change.ts';
import {differences, instead} from './values.ts';

/** Who may take items: targets in their order, how long each stands alone, who is chosen among several agents. */
export function targetChanges(
  before: Readonly<Record<string, DistributionRule>>,
  after: Readonly<Record<string, DistributionRule>>,
): Change[] {
  return namedChanges('targets', 'distribution', before, after, ruleDifferences);
}

function ruleDifferences(before: DistributionRule, after: DistributionRule): string[] {
  const count = Math.max(before.targets.length, after.targets.length);
  const targets = Array.from({length: count}, (_, k) => k).flatMap((k) => {
    const [was, now] = [before.targets[k], after.targets[k]];
    if (was === undefined) return now === undefined ? [] : [`target ${k + 1} added: ${now.text}`];
    if (now === undefined) return [`target ${k + 1} removed: ${was.text}`];
    const [wasFor, nowFor] = [was.for, now.for].map(spanText);
    return [
      ...(JSON.stringify(was.who) === JSON.stringify(now.who)
        ? []
        : [`target ${k + 1} is ${instead(now.text, was.text)}`]),
      ...(wasFor === nowFor ? [] : [`target ${k + 1} stands alone ${instead(nowFor, wasFor)}`]),
    ];
  });
  const preferred = [before, after].map(({preferredAgent}) =>
    preferredAgent === null
      ? null
      : `${spanText(preferredAgent.for)}, ${preferredAgent.ifAway === 'wait' ? 'waited for when away' : 'skipped when away'}`,
  );
  return [
    ...targets,
    ...(preferred[0] === preferred[1] ? [] : [`preferred agent ${instead(preferred[1], preferred[0])}`]),
    ...differences(before, after, {
      name: null,
      targets: null,
      preferredAgent: null,
      agent: 'agent chosen by',
      prefer: 'agents preferred:',
    }),
  ];
}

function spanText(span: Span | null): string {
  if (span === null) return 'to the end';
  const parts = [
    ...(span.ms > 0 || span.share === 0 ? [formatDuration(span.ms)] : []),
    ...(span.share > 0 ? [`${Number((span.share * 100).toFixed(2))}% of the time allowed`] : []),
  ];
  return parts.join(' and ');
}
