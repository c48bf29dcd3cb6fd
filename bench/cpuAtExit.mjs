// `node --import ./bench/cpuAtExit.mjs program`: the last line of stderr is the CPU time of the process, user and system, ms.
import {writeSync} from 'node:fs';

process.on('exit', () => {
  const {user, system} = process.cpuUsage();
  writeSync(2, `\n${(user + system) / 1000}\n`);
});
