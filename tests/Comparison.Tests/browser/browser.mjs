// Debian's Chromium, or the one that CHROMIUM names; prints why there is none.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function launch() {
  const executablePath = places.find(place => place && existsSync(place));
  if (!executablePath) {
    console.log(JSON.stringify({ skipped: 'Chromium is not installed: the report was not opened in a browser.' }));
    process.exit(0);
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

export function check(condition, what) {
  if (!condition) throw new Error(`failed: ${what}`);
}
