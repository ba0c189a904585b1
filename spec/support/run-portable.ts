import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const PORTABLE = new URL('../../lib/platform/portable.js', import.meta.url)

// Runs in the loader of the child process: the package's own name for what differs means the portable form there, and
// Node's modules do not exist, as in a browser.
const HOOKS = `
export async function resolve (specifier, context, next) {
  if (specifier === '#platform') return { url: ${JSON.stringify(PORTABLE.href)}, shortCircuit: true }
  const found = await next(specifier, context)
  if (found.url.startsWith('node:')) throw new Error(specifier + ' is asked for by ' + context.parentURL)
  return found
}`
const REGISTER = `
import { register } from 'node:module'
register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(HOOKS)}))`

/**
 * Runs an entry point of the package as a browser would get it, and returns what `body` returns there, as JSON.
 *
 * `body` is the text of a function body in which `entry` is the module `lib/${entry}.js`.
 */
export async function runPortable(entry: string, body: string): Promise<unknown> {
  const url = new URL(`../../lib/${entry}.js`, import.meta.url)
  const script = `
    const entry = await import(${JSON.stringify(url.href)})
    const result = await (async () => { ${body} })()
    globalThis.process.stdout.write(JSON.stringify(result))`
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(REGISTER)}`,
    '--input-type=module',
    '--eval',
    script,
  ])
  return JSON.parse(stdout)
}
