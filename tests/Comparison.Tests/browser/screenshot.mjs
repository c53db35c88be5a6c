// The picture of the report that README shows: the verdict, and below it the first conversation that a file search is in.
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const [file, picture] = process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1180, height: 760 }, colorScheme: 'light' });
await page.goto(pathToFileURL(file).href);
const session = page.locator('.session', { has: page.locator('.bubble.tool', { hasText: 'file search' }) }).first();
await session.evaluate(details => { details.open = true; });
await session.evaluate(details => details.scrollIntoView({ block: 'start' }));
await page.screenshot({ path: picture });
await browser.close();
console.log(JSON.stringify({ picture }));
