#!/usr/bin/env node
// The command `dcm`. In a checkout that is not built yet, it says what to do.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('dist/cli/main.js', import.meta.url);
const here = fileURLToPath(new URL('.', import.meta.url));
const commands = '  npm ci --include=dev --ignore-scripts\n  npm run build';

const notBuilt = {
  en: `dcm: not built yet. Run in ${here}:
${commands}
The package that users install (npm pack) and the archive (npm run archive) need no build.`,
  uk: `dcm: програму ще не зібрано. Виконайте в теці ${here}:
${commands}
Пакет для користувачів (npm pack) і архів (npm run archive) збирати не потрібно.`,
};

if (existsSync(main)) await import(main);
else {
  const ukrainian = process.env.DCM_LANG === 'uk' || / --lang[ =]uk\b/.test(process.argv.join(' '));
  console.error(ukrainian ? notBuilt.uk : notBuilt.en);
  process.exitCode = 2;
}
