// npm run test:web -- [--install] [FILE…]: the specs that look at the page in a browser, and pictures of it in artifacts/web.
//
// They take the Chromium that is there, or the one that CHROMIUM names. Without one they are left out, or it is installed
// from Debian first where `--install` says so.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const [, , ...args] = process.argv
const files = args.filter((arg) => arg !== '--install')

const findBrowser = () => [process.env.CHROMIUM, ...BROWSERS].find((path) => path && existsSync(path))

function run(command, commandArgs, env = process.env) {
  const { status, error } = spawnSync(command, commandArgs, { cwd: root, stdio: 'inherit', env })
  if (error !== undefined) console.error(`${command}: ${error.message}`)
  return status ?? 1
}

function install() {
  console.error('Installing Chromium from Debian …')
  return run('apt-get', ['update', '-qq']) === 0 && run('apt-get', ['install', '-y', '-qq', 'chromium']) === 0
}

let browser = findBrowser()
if (browser === undefined && args.includes('--install') && install()) browser = findBrowser()
if (browser === undefined) {
  console.error(
    'The page was not looked at: there is no Chromium. Name one with CHROMIUM, or give --install.',
  )
  process.exit(0)
}
const ava = join(root, 'node_modules/ava/entrypoints/cli.mjs')
const env = { ...process.env, CHROMIUM: browser }
process.exit(run(process.execPath, [ava, '--config', 'spec/web/ava.config.mjs', ...files], env))
