// Builds the pages of the console: `node console/build.mjs [FOLDER]`, dist/console without one. The file names hold hashes,
// so that a browser may cache them forever; the two documents name them and are never cached.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const sources = fileURLToPath(new URL('.', import.meta.url));

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
    plugins: [withoutForeignWords],
  });
  const outputs = Object.entries(metafile.outputs);
  const madeOf = (entry) => outputs.find(([, { entryPoint }]) => entryPoint === entry);
  const [style] = madeOf('style.css');
  for (const { file, entry, title } of documents) {
    const [script, { imports }] = madeOf(`${entry}.tsx`);
    const chunks = imports.filter(({ kind }) => kind !== 'dynamic-import').map(({ path }) => basename(path));
    // In one move, because someone may be reading the existing one.
    const written = join(folder, `${file}.${process.pid}`);
    await writeFile(written, html(title, basename(script), basename(style), chunks));
    await rename(written, join(folder, file));
  }
}

await buildConsole(resolve(process.argv[2] ?? join(sources, '..', 'dist', 'console')));
