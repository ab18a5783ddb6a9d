// Builds the pages of the console: `node console/build.mjs [FOLDER]`, dist/console without one. The file names hold hashes,
// so that a browser may cache them forever; the two documents name them and are never cached.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const sources = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(await readFile(join(sources, '..', 'package.json'), 'utf8'));

/** Documents by their entry; the path of assets is that of the served site. */
const documents = [
  { file: 'index.html', entry: 'app', title: 'DCM console' },
  { file: 'backoffice.html', entry: 'backoffice', title: 'DCM backoffice' },
];
const assets = '/console/assets';
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%231d6b62'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='%23fff' stroke-width='1.6' stroke-linecap='round'/%3E%3C/svg%3E";

/** Zod's messages in fifty languages, which the pages never show. */
const withoutForeignWords = {
  name: 'without-foreign-words',
  setup: ({ onLoad }) => onLoad({ filter: /zod.v4.locales.index\.js$/ }, () => ({ contents: 'export {};' })),
};

/** Of Zod only what the sources use: an import of the namespace is taken apart, one of the object `z` is not. */
const withoutUnused = {
  name: 'without-unused',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/(?:contract|console)\/.*\.tsx?$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        "import { z } from 'zod';",
        "import * as z from 'zod';",
      ),
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    })),
};

/** The values that all pages of the project share, as the sheet that `style.css` imports. */
const sharedLook = {
  name: 'shared-look',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^look\.css$/ }, ({ path }) => ({ path, namespace: 'look' }));
    onLoad({ filter: /.*/, namespace: 'look' }, async () => {
      const { outputFiles } = await build({
        entryPoints: [join(sources, '..', 'contract', 'look.ts')],
        format: 'esm',
        write: false,
      });
      const script = Buffer.from(outputFiles[0].contents).toString('base64');
      const { lookStyle } = await import(`data:text/javascript;base64,${script}`);
      return { contents: lookStyle(), loader: 'css' };
    });
  },
};

/** The document that loads an entry; the policy forbids inline scripts and styles. */
const html = (title, script, style, chunks) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${assets}/${style}">
${chunks.map((chunk) => `<link rel="modulepreload" href="${assets}/${chunk}">\n`).join('')}<script type="module" src="${assets}/${script}"></script>
</head>
<body>
<div id="root"></div>
<noscript>This page needs JavaScript. Everything it shows is also served by the control API: /control/v1/openapi.json</noscript>
</body>
</html>
`;

async function buildConsole(folder) {
  await mkdir(folder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: sources,
    entryPoints: ['app.tsx', 'backoffice.tsx', 'style.css'],
    outdir: join(folder, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [withoutForeignWords, withoutUnused, sharedLook],
    define: { dcmVersion: JSON.stringify(version) },
  });
  const outputs = Object.entries(metafile.outputs);
  const madeOf = (entry) => outputs.find(([, { entryPoint }]) => entryPoint === entry);
  const [style] = madeOf('style.css');
  for (const { file, entry, title } of documents) {
    const [script, { imports }] = madeOf(`${entry}.tsx`);
    // What is loaded later is named by the scripts.
    const chunks = imports
      .filter(({ kind }) => kind === 'import-statement')
      .map(({ path }) => basename(path));
    // In one move, because someone may be reading the existing one.
    const written = join(folder, `${file}.${process.pid}`);
    await writeFile(written, html(title, basename(script), basename(style), chunks));
    await rename(written, join(folder, file));
  }
}

await buildConsole(resolve(process.argv[2] ?? join(sources, '..', 'dist', 'console')));
