import {test} from 'vitest';
import {ORDERED} from '../../src/floor/agentOrder.ts';
import {PHASES} from '../../src/floor/phaseLine.ts';
import {randomCentre} from './randomCentre.ts';
import {difference, storyOf, told} from './rescan/compare.ts';
import {sideBySide} from './rescan/shrinking.ts';

test('x', () => {
  PHASES.buckets = Number(process.env.SEED) % 3 === 0 ? 2 : 256;
  ORDERED.fromProfiles = Number(process.env.SEED) % 3 === 1 ? 1 : 64;
  const spec = randomCentre(Number(process.env.SEED), Number(process.env.ITEMS ?? 20));
  const a = storyOf(spec),
    b = told(spec);
  const d = difference(a, b);
  if (!d) {
    console.log('agree');
    return;
  }
  console.log(sideBySide(d));
  const who = new RegExp(process.env.WHO ?? 'zzzz');
  console.log(
    a
      .slice(0, d.at + 6)
      .filter((l) => who.test(l))
      .join('\n'),
  );
  console.log(
    'ENGINE\n' +
      b
        .slice(0, d.at + 6)
        .filter((l) => who.test(l))
        .join('\n'),
  );
  console.log(
    JSON.stringify(spec.sources[0].life?.outcomes),
    JSON.stringify(spec.routes),
    JSON.stringify(spec.sources.map((s) => s.commands)),
  );
});
