import {afterEach, expect, test, vi} from 'vitest';
import {startProgress} from '../../src/cli/progress.ts';
import {plain} from '../../src/report/text/style.ts';

afterEach(() => void vi.useRealTimers());

test('where nobody watches, a plain line every ten seconds', async () => {
  vi.useFakeTimers({now: 0});
  const said: string[] = [];
  const terminal = {out() {}, err: (text: string) => void said.push(text), outStyle: plain, errStyle: plain};
  const progress = await startProgress(3, {...terminal, watched: false});
  const at = (seconds: number, complete: number, share: number) => {
    vi.setSystemTime(seconds * 1000);
    progress.at(complete, share);
  };
  at(9, 0, 0.1);
  at(11, 0, 0.125);
  at(15, 1, 0);
  at(75, 2, 0.5);
  at(99, 3, 0);
  progress.stop();
  expect(said).toEqual([
    '0 of 3 replications (the first at 12%) after 11s\n',
    '2 of 3 replications after 1m15s, 15s left\n',
  ]);
});
