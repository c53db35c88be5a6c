// Opens a report as people do: reads the verdict, goes through the differences, looks behind a bubble, turns on the dark.
import { pathToFileURL } from 'node:url';
import { check, launch } from './browser.mjs';

const [file, folder] = process.argv.slice(2);
const browser = await launch();
const problems = [];

async function open(colorScheme, width) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  page.on('console', message => { if (message.type() === 'error') problems.push(message.text()); });
  page.on('pageerror', error => problems.push(String(error)));
  page.on('request', request => { if (!/^(file|data):/.test(request.url())) problems.push(`loads ${request.url()}`); });
  await page.goto(pathToFileURL(file).href);
  return page;
}

const page = await open('light', 1280);
check(/1 of 2 sessions differs/.test(await page.textContent('h1')), 'verdict');
check(await page.locator('.session.equal').getAttribute('open') === null, 'an equal session is folded');

// Difference by difference, and around.
const differing = await page.locator('.row.differs').count();
check(differing >= 2, `${differing} differing rows`);
await page.click('#next');
check((await page.textContent('#place')) === `1 of ${differing}`, await page.textContent('#place'));
await page.keyboard.press('n');
check((await page.textContent('#place')) === `2 of ${differing}`, 'key n');
check(await page.locator('.row.current').count() === 1 && await page.locator('.row.current').isVisible(), 'current row');
await page.click('#previous');
check((await page.textContent('#place')) === `1 of ${differing}`, 'previous');

// The wire behind a bubble: one click there, one click back.
const wire = page.locator('.row.current button.wire').first();
await wire.click();
const exchange = page.locator('.row.current .exchange').first();
check(await exchange.isVisible() && /POST|GET/.test(await exchange.textContent()), 'wire');
check(await wire.getAttribute('aria-expanded') === 'true', 'expanded');
await wire.click();
check(await page.locator('.row.current .exchange').count() === 0, 'wire closed');

// Images are drawn, and their loss is shown.
check(await page.locator('.session.different img').first().evaluate(image => image.complete && image.naturalWidth > 100), 'image');
check(await page.locator('.lost').count() === 1, 'place of the lost image');

// The same by the keyboard.
await wire.focus();
await page.keyboard.press('Enter');
check(await exchange.isVisible(), 'wire by the keyboard');
await page.keyboard.press('Enter');

// What differs is named on top, and a click leads there.
check((await page.locator('.kinds a').allTextContents()).includes('1 × lost image'), 'kinds of differences');
await page.click('.kinds a:has-text("lost image")');
check(await page.locator('.row.current .lost').isVisible(), 'the way to a kind');

// Every image and every side has words for those who do not see them.
check(await page.locator('img:not([alt]), img[alt=""], .cell:not([aria-label])').count() === 0, 'words for images and sides');

// Only differences.
const all = await page.locator('.row:visible').count();
await page.click('#only');
check(await page.locator('.row:visible').count() === differing && differing < all, 'only differences');
await page.click('#only');

// What a model says stays text.
check(await page.evaluate(() => window.hacked === undefined), 'hostile text ran');
check((await page.textContent('body')).includes('<script>window.hacked'), 'hostile text is shown');

// Light and dark, by the system and by hand, wide and narrow, and nothing sticks out.
const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const light = await background();
await page.click('#theme');
check(await background() !== light, 'theme');
for (const [scheme, width] of [['light', 1280], ['dark', 1280], ['light', 400], ['dark', 400]]) {
  const view = await open(scheme, width);
  check(await view.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${scheme} ${width}: wider than the window`);
  await view.click('#next');
  await view.screenshot({ path: `${folder}/${scheme}-${width}.png` });
}
check(problems.length === 0, problems.join('\n'));
await browser.close();
console.log(JSON.stringify({ differing, all }));
