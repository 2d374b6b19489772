// Exports pages and looks at them in headless Chromium as axe-core (https://github.com/dequelabs/axe-core) does: no
// violation of WCAG 2.2 AA or of its best practice, in light and dark, on a wide panel and at 320 pixels, with and
// without changes. Then what axe-core cannot tell: that the style sheet passed the content security policy, that
// nothing has to be scrolled sideways, and where the keyboard leads.
//   node check.mjs SIGHTLINE FOLDER-OF-THE-PACKAGES CHROMIUM

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [sightline, packages, chromium] = process.argv.slice(2);
const require = createRequire(join(resolve(packages), 'package.json'));
const driver = require('playwright-core').chromium;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

const folder = mkdtempSync(join(tmpdir(), 'sightline-page-'));
let failures = 0;

function fail(where, what) {
  failures += 1;
  console.log(`FAILED ${where}: ${what}`);
}

function make(name, ...words) {
  const file = join(folder, `${name}.html`);
  execFileSync(sightline, ['export', ...words, '-o', file]);
  return { name, file };
}

/// A sample as a council's own snapshot, from the sample's sources: with nothing to compare it with.
function makeUnchanged(name) {
  const samples = resolve(fileURLToPath(import.meta.url), '../../../assets/samples');
  const snapshot = join(folder, 'snapshot.db');
  execFileSync(sightline, ['import', join(samples, name), '-o', snapshot]);
  return make(`${name} without changes`, snapshot, '--as-of', '2026-06-14');
}

async function checkRules(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), rules);
  for (const violation of found.violations) {
    fail(where, `${violation.id}: ${violation.help} (${violation.nodes.length} times)`);
    console.log(`  ${violation.nodes[0].html.slice(0, 300)}\n  ${violation.nodes[0].failureSummary}`);
  }
  // Rules that passed show that there was something to look at.
  if (found.passes.length < 30) fail(where, `only ${found.passes.length} rules had anything to check`);
}

async function checkLayout(page, where) {
  const seen = await page.evaluate(() => ({
    styled: getComputedStyle(document.querySelector('.skip')).position === 'absolute',
    sideways: document.documentElement.scrollWidth - window.innerWidth,
  }));
  if (!seen.styled) fail(where, 'the style sheet was not let in');
  if (seen.sideways > 0) fail(where, `${seen.sideways} pixels have to be scrolled sideways`);
}

/// Text as widely spaced as WCAG 2.2 (1.4.12) asks a page to bear. Comes last: it stays.
async function checkSpacing(page, where) {
  const sideways = await page.evaluate(() => {
    document.styleSheets[0]?.insertRule(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }');
    return document.documentElement.scrollWidth - window.innerWidth;
  });
  if (sideways > 0) fail(where, `with wide spacing, ${sideways} pixels have to be scrolled sideways`);
}

/// The first Tab shows the skip link, Enter leads to the content, and every further Tab to a link that can be seen.
async function checkKeyboard(page, where) {
  await page.keyboard.press('Tab');
  const skip = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    return document.activeElement.className === 'skip' && box.left >= 0 && box.right <= window.innerWidth;
  });
  if (!skip) fail(where, 'the first Tab does not show the skip link');
  await page.keyboard.press('Enter');
  if (await page.evaluate(() => document.activeElement.tagName) !== 'MAIN') fail(where, 'the skip link leads nowhere');
  await page.keyboard.press('Tab');
  const link = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return document.activeElement.closest('main a') !== null && style.outlineStyle === 'solid' &&
      parseFloat(style.outlineWidth) >= 2;
  });
  if (!link) fail(where, 'the next Tab does not show its focus on a link of the content');
}

async function checkPage(context, file, name, width, colorScheme) {
  const where = `${name}, ${width} pixels, ${colorScheme}`;
  const page = await context.newPage();
  page.on('console', (message) => fail(where, message.text()));
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  await page.goto(`file://${file}`);
  await checkLayout(page, where);
  await checkKeyboard(page, where);
  await checkRules(page, where);
  await checkSpacing(page, where);
  await page.close();
}

const profile = join(folder, 'profile');
const context = await driver.launchPersistentContext(profile, { executablePath: chromium, headless: true, args: flags });
try {
  const pages = [make('dorset', '--sample', 'dorset'), make('northmoor', '--sample', 'northmoor'),
    makeUnchanged('northmoor')];
  let looks = 0;
  for (const { name, file } of pages)
    for (const width of [1280, 320])
      for (const scheme of ['light', 'dark']) {
        await checkPage(context, file, name, width, scheme);
        looks += 1;
      }
  console.log(`${looks} pages looked at with axe-core ${require('axe-core').version}, ${failures} failures.`);
} finally {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failures === 0 ? 0 : 1);
