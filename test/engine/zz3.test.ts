import {writeSync} from 'node:fs';
import {test} from 'vitest';
import {ORDERED} from '../../src/floor/agentOrder.ts';
import {PHASES} from '../../src/floor/phaseLine.ts';
import {randomCentre} from './randomCentre.ts';
import {difference, storyOf, told} from './rescan/compare.ts';

test('x', () => {
  for (let seed = Number(process.env.FROM); seed <= Number(process.env.TO); seed++) {
    PHASES.buckets = seed % 3 === 0 ? 2 : 256;
    ORDERED.fromProfiles = seed % 3 === 1 ? 1 : 64;
    const b = told(randomCentre(seed));
    const a = storyOf(randomCentre(seed));
    if (difference(a, b)) writeSync(2, `differs ${seed}\n`);
    if (seed % 100 === 0) writeSync(2, `${seed}\n`);
  }
}, 300000);
