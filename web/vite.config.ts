/** How the browser's side is built: web/ to dist/web, as files that a page with a strict Content-Security-Policy may load. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

const config: UserConfig = defineConfig({
  root: here,
  base: '/',
  publicDir: join(here, 'public'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: join(dirname(here), 'dist/web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    // A data: address in place of a small file would need a hole in the policy.
    assetsInlineLimit: 0,
    // Every browser that runs the rest knows modulepreload.
    modulePreload: { polyfill: false },
    target: 'es2023',
    // Preact, sigma and others are part of what is handed on, and their licences ask to go with them.
    license: { fileName: 'licenses.md' },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 200,
    rolldownOptions: {
      output: {
        // What most pages share comes with the first of them: a chunk for each small part would be thirty questions.
        codeSplitting: { groups: [{ name: 'shared', test: /\/web\/(parts|text|data|shell)\/|\/preact\// }] },
      },
    },
  },
});

// Vite looks for a default export; the file itself has a name for it.
export { config as default };
