#!/usr/bin/env node
// The command `dcm`. In a checkout that is not built yet, it says what to do.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('dist/cli/main.js', import.meta.url);

if (existsSync(main)) await import(main);
else {
  const here = fileURLToPath(new URL('.', import.meta.url));
  console.error(`dcm: not built yet. Run in ${here}:
  npm ci --include=dev --ignore-scripts
  npm run build
The package that users install (npm pack) and the archive (npm run archive) need no build.`);
  process.exitCode = 2;
}
