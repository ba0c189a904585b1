import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const require = createRequire(import.meta.url)
/** What becomes part of the page; each asks for its notice to be passed on. */
const BUNDLED = ['preact', '@preact/signals', '@preact/signals-core', 'uplot']

/** `licenses.txt` beside the page. */
const licenses = {
  name: 'licenses',
  generateBundle() {
    const notices = BUNDLED.map((name) => {
      const folder = require.resolve(name).split(`node_modules/${name}/`)[0]
      return `${name}\n\n${readFileSync(join(folder, 'node_modules', name, 'LICENSE'), 'utf8').trim()}\n`
    })
    this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: notices.join('\n\n') })
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [licenses],
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // All of it is a few dozen kilobytes: one file is one request.
    cssCodeSplit: false,
    // Both would be inline, which the page's policy does not allow.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: true,
  },
})
