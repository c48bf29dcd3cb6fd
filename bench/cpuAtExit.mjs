// `node --import ./bench/cpuAtExit.mjs program`: the last line of stderr is CPU time (user and system) and peak memory.
import {writeSync} from 'node:fs';
import {isMainThread} from 'node:worker_threads';

process.on('exit', () => {
  if (!isMainThread) return;
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage();
  writeSync(2, `\n${JSON.stringify({cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024})}\n`);
});
