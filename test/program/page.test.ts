// The page as a reader opens it: in Chromium, from a file, offline. Skipped where there is no Chromium; CI installs it.
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {expect, test} from 'vitest';
import {emptyFolder, preroute, ROOT} from './preroute.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
if (!CHROMIUM) console.warn('no Chromium here: the page is not opened');

test.skipIf(!CHROMIUM)('the page stands alone, says nothing on the console and fits a telephone', async () => {
  const folder = emptyFolder();
  const scenario = join(ROOT, 'scenarios/quick-start/scenario.yaml');
  const ended = await preroute(['run', scenario, '--replications', '3', '--out', 'out'], folder);
  expect(ended.code, ended.stderr).toBe(0);

  const browser = await chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  try {
    const page = await browser.newPage({viewport: {width: 1280, height: 900}});
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
    const url = pathToFileURL(join(folder, 'out/report.html')).href;
    await page.goto(url);
    expect(asked.filter((address) => address !== url && !address.startsWith('data:'))).toEqual([]);
    expect(said).toEqual([]);
    expect(await page.title()).toContain('Quick start');
    expect(await page.locator('svg').count()).toBeGreaterThanOrEqual(4);
    expect(await page.locator('table').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('body').textContent()).toMatch(/Service level of support at least 80/i);
    await page.setViewportSize({width: 400, height: 800});
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(400);
  } finally {
    await browser.close();
  }
});
