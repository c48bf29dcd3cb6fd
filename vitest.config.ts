import {availableParallelism} from 'node:os';
import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/temporaryFolder.ts',
    // Files share a process: loading the program anew for each took a third of the time.
    isolate: false,
    // as many as there are cores: by itself it leaves one idle, which of two is half
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
});
