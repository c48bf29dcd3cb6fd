import type {Results} from '../../measure/results.ts';

const VERDICTS = [
  ['missed', '\u2717', 'missed'],
  ['undecided', '?', 'undecided'],
  ['nothing to judge', '\u2013', 'nothing'],
  ['met', '\u2713', 'met'],
] as const;

/** How many goals of each verdict: the first thing on the page. */
export function verdictsHtml(results: Results): string {
  if (results.goals.length === 0) return '<p>No goals are set in this scenario.</p>';
  const items = VERDICTS.map(([verdict, sign, name]) => {
    const count = results.goals.filter((goal) => goal.verdict === verdict).length;
    return count === 0 ? '' : `<li class="${name}">${sign} ${count} ${verdict}</li>`;
  });
  return `<ul class="verdicts" aria-label="Goals">${items.join('')}</ul>`;
}
