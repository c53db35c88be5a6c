// The picture of the report that README shows: the verdict, the sessions, and the first conversation that has tools in it.
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const [file, picture] = process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, colorScheme: 'light' });
await page.goto(pathToFileURL(file).href);
const session = page.locator('.session', { has: page.locator('.bubble.tool', { hasText: 'code interpreter' }) }).first();
await session.evaluate(details => { details.open = true; });
await session.locator('.bubble.tool').first().evaluate(bubble => bubble.scrollIntoView({ block: 'center' }));
await page.screenshot({ path: picture });
await browser.close();
console.log(JSON.stringify({ picture }));
