// After `npm ci` in a checkout: builds. Without the packages that building needs, it says what to do.
import { existsSync } from 'node:fs';

const needed = ['esbuild', 'typescript'].filter(
  (name) => !existsSync(new URL(`../node_modules/${name}/package.json`, import.meta.url)),
);

if (needed.length === 0) await import('./build.mjs');
else {
  console.error(`dcm-conformance: a checkout has to be built, and ${needed.join(' and ')} are not installed, \
because NODE_ENV=production or --omit=dev leaves them out. Run:
  npm ci --include=dev
To install the product without building, use the package (npm pack, in a built checkout) or the archive (npm run archive).`);
  process.exitCode = 1;
}
