import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function check(condition, what) {
  if (!condition) throw new Error(`failed: ${what}`);
}

// Where the test finds it, to look at it.
export async function savePicture(response) {
  return saveBytes(Buffer.from(await response.arrayBuffer()));
}

export async function saveBytes(bytes) {
  const path = join(tmpdir(), `gateway-tests-${process.pid}.png`);
  await writeFile(path, bytes);
  return path;
}
