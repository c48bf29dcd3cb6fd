// Where and with what something was measured.
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {availableParallelism, cpus, loadavg, totalmem, type} from 'node:os';
import {here} from './measuring.mjs';

export function machine() {
  const {version} = JSON.parse(readFileSync(here('../package.json'), 'utf8'));
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: {
      processor: cpus()[0].model.trim(),
      cores: availableParallelism(),
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: type(),
      // of the last minute, as the bench ended: what it was itself, and what else ran
      load: Number(loadavg()[0].toFixed(2)),
    },
    versions: {preroute: version, commit: commit(), node: process.version, v8: process.versions.v8},
  };
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: here('.'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}
