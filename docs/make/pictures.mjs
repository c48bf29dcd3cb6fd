import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {GALLERY} from './charts.mjs';

/** Runs shipped scenarios and takes pictures out of their reports: the one of the README, and the gallery. */
export function takePictures(root, main) {
  const report = (scenario, charts, take) => {
    const out = mkdtempSync(join(tmpdir(), 'preroute-docs-'));
    const file = join(root, 'scenarios', scenario, 'scenario.yaml');
    execFileSync(process.execPath, [main, 'run', file, '--charts', charts, '--out', out], {stdio: 'ignore'});
    take(join(out, 'charts'));
    rmSync(out, {recursive: true});
  };
  const [images, gallery] = [join(root, 'docs/images'), join(root, 'reports/gallery')];
  for (const folder of [images, gallery]) mkdirSync(folder, {recursive: true});
  report('quick-start', 'png', (charts) =>
    copyFileSync(join(charts, 'service-level.png'), join(images, 'service-level.png')),
  );
  for (const scenario of new Set(Object.values(GALLERY).map(([of]) => of)))
    report(scenario, 'svg', (charts) => {
      for (const [key, [of]] of Object.entries(GALLERY))
        if (of === scenario) copyFileSync(join(charts, `${key}.svg`), join(gallery, `${key}.svg`));
    });
}
