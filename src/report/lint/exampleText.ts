import {printable} from '../../language/show.ts';
import type {CounterExample} from '../../lint/finding.ts';

/** What shows that a finding is true, as one sentence; null where the message says it already. */
export function exampleText(example: CounterExample): string | null {
  switch (example.kind) {
    case 'item': {
      const {item, matches, taken} = example;
      const attributes = Object.entries(item.attributes)
        .filter(([name, value]) => value !== null && name !== 'channel' && name !== 'source')
        .map(([name, value]) => `${name} ${value}`);
      const what = [`a ${item.channel} of ${item.source}`, ...attributes].join(', ');
      const rows = matches.length === 0 ? 'no row' : `row${matches.length === 1 ? '' : 's'} ${matches.join(', ')}`;
      const goes = matches.includes(taken) ? `row ${taken}` : 'otherwise';
      return printable(`${what}: matches ${rows}, taken by ${goes}`);
    }
    case 'agent': {
      const {agent, group, skills, lacks} = example;
      const levels = Object.entries(skills).map(([skill, level]) => `${skill} ${level}`);
      const has = `${agent === group ? agent : `${agent} of ${group}`}${levels.length > 0 ? ` (${levels.join(', ')})` : ''}`;
      return printable(
        lacks ? `${has}: with ${lacks.skill} ${lacks.needs} instead of ${lacks.has} the target would have him` : has,
      );
    }
    case 'load':
      return printable(
        `in hand under ${example.rule}: ${Object.entries(example.load)
          .map(([channel, count]) => `${count} ${channel}`)
          .join(', ')}`,
      );
    case 'ages':
    case 'windows':
    case 'times':
      return null;
  }
}
