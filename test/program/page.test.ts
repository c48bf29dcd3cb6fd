// The page as a reader opens it: in Chromium, from a file, offline. Skipped where there is no Chromium; CI installs it.
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {type Browser, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {sortKey} from '../../src/report/page/browser/sortKey.ts';
import {emptyFolder, folderWith, preroute, ROOT} from './preroute.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
if (!CHROMIUM) console.warn('no Chromium here: the page is not opened');

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Run in the page. */
const VIOLATIONS = `({violations}) => violations.map(({id, nodes}) => id + ': ' + nodes[0].html)`;

const LONG = `${'x'.repeat(100)} \u{202e}مرحبا ${'y'.repeat(90)}`;
/** Names with markup, a formula, right-to-left text, two hundred characters, a picture. */
const HOSTILE = `name: "<script>alert(1)</script> مرحبا 🎉"
from: 2026-03-02
to: 2026-03-03
replications: 1
demand:
  - { source: "<img src=x onerror=alert(1)>", channel: "chat<b>", arrivals: { perHour: 9 }, handleTime: 5m }
  - { source: other, channel: voice, arrivals: { perHour: 9 }, handleTime: 5m }
routing:
  segmentation:
    columns: [source]
    rules: [{ if: [other], then: "${LONG}" }]
    otherwise: "=cmd|/c"
  processes:
    "=cmd|/c": { answerWithin: 20s, distribute: all }
    "${LONG}": { answerWithin: 20s, distribute: all }
  distribution: { all: { targets: [{ groups: ["🎉 </script>"] }] } }
workforce: [{ group: "🎉 </script>", agents: 3 }]
`;

describe.skipIf(!CHROMIUM)('report.html in Chromium', () => {
  let browser: Browser;
  let url: string;
  /** One for all but those that look at how it appears. */
  let page: Page;
  const said: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    const folder = emptyFolder();
    const scenario = join(ROOT, 'scenarios/staffed-day/scenario.yaml');
    const ended = await preroute(['run', scenario, '--replications', '3', '--out', 'out', '--charts', 'svg'], folder);
    expect(ended.code, ended.stderr).toBe(0);
    url = pathToFileURL(join(folder, 'out/report.html')).href;
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    page = await opened({acceptDownloads: true});
  });
  afterAll(() => browser?.close());

  /** The page with every chart seen, and so alive. */
  const opened = async (options: Parameters<Browser['newPage']>[0]): Promise<Page> => {
    const page = await browser.newPage({viewport: {width: 1280, height: 900}, ...options});
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(url);
    const figures = page.locator('figure');
    for (let i = 0; i < (await figures.count()); i++) {
      await figures.nth(i).scrollIntoViewIfNeeded();
      await figures.nth(i).locator('.live canvas').waitFor();
    }
    return page;
  };
  const windowOf = () =>
    page
      .locator('input[type=datetime-local]')
      .evaluateAll((all) => all.map((each) => (each as {value?: string}).value));

  test('stands alone, says nothing on the console and fits a telephone', async () => {
    expect(asked.filter((address) => address !== url && !/^(data|blob):/.test(address))).toEqual([]);
    expect(said).toEqual([]);
    expect(await page.title()).toContain('Preroute');
    expect(await page.locator('.live canvas').count()).toBeGreaterThanOrEqual(4);
    expect(await page.locator('table').count()).toBeGreaterThanOrEqual(3);
    await page.setViewportSize({width: 400, height: 800});
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    await page.setViewportSize({width: 1280, height: 900});
  });

  test('a stretch brushed in one chart is the window of all, and is taken back', async () => {
    const whole = await windowOf();
    const canvas = page.locator('#chart-service-level .live canvas');
    await canvas.evaluate((it) =>
      (it as unknown as {scrollIntoView(how: object): void}).scrollIntoView({block: 'center'}),
    );
    const box = await canvas.boundingBox();
    if (!box) throw new Error('the chart is not there');
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.4);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.4, {steps: 4});
    await page.mouse.up();
    await expect.poll(() => windowOf()).not.toEqual(whole);
    const [from = '', to = ''] = await windowOf();
    expect((whole[0] ?? '') < (from ?? '') && (from ?? '') < (to ?? '') && (to ?? '') < (whole[1] ?? '')).toBe(true);
    await page.getByRole('button', {name: 'Whole horizon'}).click();
    expect(await windowOf()).toEqual(whole);
  });

  test('tables sort by any column, both ways', async () => {
    const table = page.locator('#groups table');
    const column = async () => (await table.locator('tbody tr td:first-child').allTextContents()).join('|');
    await table.locator('button.sort').first().click();
    const rising = await column();
    await table.locator('button.sort').first().click();
    const falling = await column();
    expect(rising.split('|').length).toBeGreaterThan(1);
    expect(falling.split('|')).toEqual(rising.split('|').reverse());
  });

  test('a report of many rows has only those in sight in the page; it is sorted and searched', async () => {
    const folder = emptyFolder();
    const scenario = join(ROOT, 'scenarios/staffed-day/scenario.yaml');
    const words = ['run', scenario, '--replications', '1', '--items', '--out', 'out', '--charts', 'json'];
    expect((await preroute(words, folder)).code).toBe(0);
    const page = await browser.newPage({viewport: {width: 1280, height: 900}, bypassCSP: true});
    await page.goto(pathToFileURL(join(folder, 'out/report.html')).href);
    const tasks = page.locator('#report-task-detail');
    const lines = tasks.locator('tr.cells');
    const first = lines.first();
    expect(await tasks.getByRole('status').textContent()).toMatch(/^1,\d{3} rows$/);
    expect(await lines.count()).toBeLessThan(80);
    const atTop = await first.textContent();
    const region = tasks.locator('.rows');
    await region.focus();
    await page.keyboard.press('End');
    await expect.poll(() => first.textContent()).not.toBe(atTop);
    expect(await lines.count()).toBeLessThan(80);
    const handle = tasks.locator('th button', {hasText: /^handle$/});
    await handle.click();
    await handle.click();
    const handled = (await lines.locator('td:nth-child(16)').allTextContents()).slice(0, 20).map(sortKey);
    expect(handled).toEqual([...handled].sort((a, b) => Number(b) - Number(a)));
    expect(new Set(handled).size).toBeGreaterThan(5);
    await tasks.getByRole('searchbox').fill('ABANDONED');
    const found = await lines.allTextContents();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((text) => text.includes('abandoned'))).toBe(true);
    expect(await tasks.getByRole('status').textContent()).toMatch(/^\d+ found of 1,\d{3} rows$/);
    await page.addScriptTag({path: AXE});
    expect(await page.evaluate(`axe.run('#reports').then(${VIOLATIONS})`)).toEqual([]);
    await page.emulateMedia({media: 'print'});
    expect(await region.isVisible()).toBe(false);
    expect(await tasks.locator('.still tr').count()).toBe(13);
    await page.close();
  });

  test('a chart is taken away as a picture, as data and as its specification', async () => {
    for (const [kind, begins] of [
      ['SVG', '<svg'],
      ['PNG', '\u2030PNG'],
      ['CSV', 'panel,at,'],
      ['Vega-Lite', '{'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', {name: new RegExp(`^Save Service level.* as ${kind}$`)}).click();
      const path = await (await download).path();
      expect(
        readFileSync(path, kind === 'PNG' ? 'latin1' : 'utf8')
          .replace('\x89', '\u2030')
          .slice(0, begins.length),
      ).toBe(begins);
    }
    await page.locator('#chart-service-level details.data summary').click();
    await page.locator('#chart-service-level details.data tbody tr').nth(10).waitFor();
  });

  test('processes and groups are chosen, in every chart; what is taken away is what is shown', async () => {
    const chooser = page.locator('details.names');
    await chooser.locator('summary').click();
    expect(await chooser.locator('label').allTextContents()).toEqual(
      ['billing', 'technical', 'billing-team', 'specialists', 'students'].map((name) => ` ${name}`),
    );
    await chooser.getByLabel('technical').uncheck();
    await page.locator('input[type=datetime-local]').first().fill('2026-03-10T12:00');
    const download = page.waitForEvent('download');
    await page.getByRole('button', {name: /^Save Service level.* as CSV$/}).click();
    const [, ...rows] = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\r\n');
    const over = rows.filter((row) => row.includes('2026-03-'));
    expect(over.length).toBeGreaterThan(10);
    for (const row of over) expect(row).toMatch(/^billing \(voice\),2026-03-1(0T1[2-9]|0T2|1T00)/);
    await chooser.getByRole('button', {name: 'Show all'}).click();
    await chooser.locator('summary').click();
    await page.getByRole('button', {name: 'Whole horizon'}).click();
  });

  test('a picture taken from a dark page is for paper', async () => {
    const dark = await opened({colorScheme: 'dark', acceptDownloads: true});
    const download = dark.waitForEvent('download');
    await dark.getByRole('button', {name: /^Save Service level.* as SVG$/}).click();
    const svg = readFileSync(await (await download).path(), 'utf8');
    expect(svg).toContain('fill="#ffffff"');
    expect(svg).toContain('#0063a6');
    await dark.close();
  });

  test('the keyboard reaches every control', async () => {
    const page = await opened({});
    const controls = 'button:not(:disabled), input, summary, a[href], [tabindex="0"]';
    const wanted = await page
      .locator(controls)
      .evaluateAll((all) => all.filter((each) => each.checkVisibility()).length);
    await page.evaluate('window.scrollTo(0, 0)');
    let steps = 0;
    for (; steps < 8 * wanted; steps++) {
      await page.keyboard.press('Tab');
      if (
        await page.evaluate(`(() => {
        const it = document.activeElement;
        if (!it || it === document.body) return true;
        it.dataset.reached = '1';
        return false;
      })()`)
      )
        break;
    }
    expect(await page.locator('[data-reached]').count()).toBe(wanted);
    await page.close();
  });

  test('dark and on paper: no accessibility rule is broken, drawings stand in place of live charts', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await opened({colorScheme, bypassCSP: true});
      await page.addScriptTag({path: AXE});
      const violations = await page.evaluate(`axe.run().then(${VIOLATIONS})`);
      expect(violations).toEqual([]);
      await page.emulateMedia({media: 'print'});
      expect(await page.locator('.live').first().isVisible()).toBe(false);
      expect(await page.locator('.still svg').first().isVisible()).toBe(true);
      await page.close();
    }
  });

  test('hostile names are text in the page, in its charts and in what is taken away', async () => {
    const folder = folderWith({'hostile.yaml': HOSTILE});
    const ended = await preroute(['run', 'hostile.yaml', '--out', 'out', '--charts', 'svg'], folder);
    expect(ended.code, ended.stderr).toBe(0);
    const hostile = await browser.newPage({acceptDownloads: true});
    const heard: string[] = [];
    hostile.on('console', (message) => heard.push(message.text()));
    hostile.on('pageerror', (error) => heard.push(error.message));
    hostile.on('dialog', (dialog) => heard.push(dialog.message()));
    await hostile.goto(pathToFileURL(join(folder, 'out/report.html')).href);
    const figures = hostile.locator('figure');
    expect(await figures.count()).toBeGreaterThan(3);
    for (let i = 0; i < (await figures.count()); i++) {
      await figures.nth(i).scrollIntoViewIfNeeded();
      await figures.nth(i).locator('.live canvas').waitFor();
    }
    expect(await hostile.locator('h1').textContent()).toBe('<script>alert(1)</script> مرحبا 🎉');
    expect(await hostile.locator('main img, main b').count()).toBe(0);
    await hostile.locator('#chart-waits details.data summary').click();
    await hostile.locator('#chart-waits details.data tbody tr').first().waitFor();
    expect(await hostile.locator('#chart-waits').textContent()).toContain('=cmd|/c (chat<b>)');
    const download = hostile.waitForEvent('download');
    await hostile.getByRole('button', {name: /^Save How long items waited as CSV$/}).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv).toContain("'=cmd|/c");
    expect(csv).not.toMatch(/(^|,)"?[=+@]/m);
    expect(heard).toEqual([]);
    await hostile.close();
  });
});
