// Makes `npm start` and `npm test` work as the first command after `git clone`: installs what the lock file names, compiles
// what changed, takes away what a deleted source left behind. Says nothing when there is nothing to do.
//
// It runs before anything is installed, so it uses Node alone. All it says goes to stderr: stdout belongs to what follows.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const stamp = join(dist, '.sources')
/** The page that `serve` hands out is bundled on its own, and only when something of it changed. */
const pageSources = join(root, 'lib/web')
const page = join(dist, 'web')
const pageStamp = join(dist, '.page')
/** What the compiler remembers of its last run, so that it only looks again at what changed. */
const memory = join(dist, '.tsbuildinfo')
const lock = join(root, 'package-lock.json')
const INPUT_FOLDERS = ['lib', 'spec', 'demos', 'scripts', 'bench']
const INPUT_FILES = ['tsconfig.json', 'package.json', 'package-lock.json']
const PAGE_FOLDERS = ['lib/web', 'lib/view']
const PAGE_FILES = ['package-lock.json']
const OUTPUT = /\.(?:d\.ts|js)(?:\.map)?$/

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : []

/** Compared by content, not by time: a checkout of another commit touches the lock file without changing it. */
function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  if (!existsSync(lock)) return true
  const { packages: there } = JSON.parse(readFileSync(installed, 'utf8'))
  const { packages: wanted } = JSON.parse(readFileSync(lock, 'utf8'))
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || there[path]?.version === version || (optional === true && there[path] === undefined),
  )
}

function install() {
  console.error('Installing the dependencies, which takes a moment the first time …')
  // `include`: TypeScript is a development dependency and is needed where NODE_ENV says production, too.
  const args = [
    existsSync(lock) ? 'ci' : 'install',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const { npm_execpath: npm } = process.env
  const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  run(command, [...before, ...args], 'The dependencies could not be installed; npm said why above.')
}

function run(command, args, complaint) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (status === 0) return
  console.error(error === undefined ? complaint : `${complaint} (${error.message})`)
  process.exit(1)
}

/** Everything a compiled form depends on, as one hash. */
function hashInputs(names, sources) {
  const hash = createHash('sha256')
  const settings = names.map((name) => join(root, name)).filter((file) => existsSync(file))
  for (const file of [...settings, ...sources]) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Whether what is compiled is what the stamp says, and nobody compiled something else since. */
function isBuilt(sources, hash) {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) return false
  const { mtimeMs } = statSync(stamp)
  return sources.every((file) => {
    const output = outputOf(file)
    return existsSync(output) && statSync(output).mtimeMs <= mtimeMs
  })
}

const outputOf = (source) => join(dist, relative(root, source)).replace(/\.ts$/, '.js')
const sourceOf = (output) => join(root, relative(dist, output)).replace(OUTPUT, '.ts')

/** What is left of deleted or renamed sources must not run: a spec in `dist` would. */
function removeStale() {
  const folders = new Set()
  for (const file of filesBelow(dist)) {
    if (isBelow(page, file) || !OUTPUT.test(file) || existsSync(sourceOf(file))) continue
    rmSync(file)
    folders.add(join(file, '..'))
  }
  for (const folder of folders) removeEmpty(folder)
}

const isBelow = (folder, file) => !relative(folder, file).startsWith('..')

function removeEmpty(folder) {
  if (folder === dist || readdirSync(folder).length > 0) return
  rmdirSync(folder)
  removeEmpty(join(folder, '..'))
}

if (!isInstalled()) install()
const sources = INPUT_FOLDERS.flatMap((folder) => filesBelow(join(root, folder)))
  .filter((file) => file.endsWith('.ts') && !isBelow(pageSources, file))
  .sort()
const hash = hashInputs(INPUT_FILES, sources)
removeStale()
if (!isBuilt(sources, hash)) {
  if (!existsSync(dist)) console.error('Compiling …')
  rmSync(stamp, { force: true })
  // The compiler takes outputs that somebody deleted for still there.
  if (!sources.every((file) => existsSync(outputOf(file)))) rmSync(memory, { force: true })
  compile(root, 'The sources do not compile.')
  writeFileSync(stamp, hash)
}
if (existsSync(pageSources)) ensurePage()

function compile(project, complaint) {
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], complaint)
}

function ensurePage() {
  const files = PAGE_FOLDERS.flatMap((folder) => filesBelow(join(root, folder))).sort()
  const wanted = hashInputs(PAGE_FILES, files)
  const isThere = existsSync(join(page, 'index.html')) && existsSync(pageStamp)
  if (isThere && readFileSync(pageStamp, 'utf8') === wanted) return
  rmSync(pageStamp, { force: true })
  compile(pageSources, 'The page does not compile.')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  run(
    process.execPath,
    [vite, 'build', pageSources, '--logLevel', 'warn'],
    'The page could not be bundled; it is said above why.',
  )
  writeFileSync(pageStamp, wanted)
}
