import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** A project of one source file beside the real script, with everything installed. */
function createProject(t: ExecutionContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'ensure-built-'))
  t.teardown(() => {
    rmSync(folder, { recursive: true })
  })
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts/ensure-built.mjs']) {
    cpSync(join(root, file), join(folder, file))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  mkdirSync(join(folder, 'lib'))
  writeFileSync(join(folder, 'lib/kept.ts'), 'export const answer = 42\n')
  return folder
}

function ensureBuilt(folder: string): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'scripts/ensure-built.mjs')], {
    encoding: 'utf8',
  })
  return { status, said: `${stdout}${stderr}` }
}

test('compiles what changed and is quiet when nothing did', (t) => {
  const folder = createProject(t)
  const output = join(folder, 'dist/lib/kept.js')
  t.deepEqual(ensureBuilt(folder), { status: 0, said: 'Compiling …\n' })
  t.regex(readFileSync(output, 'utf8'), /answer = 42/)

  // A time that compiling again would change.
  utimesSync(output, 1000, 1000)
  t.deepEqual(ensureBuilt(folder), { status: 0, said: '' })
  t.is(statSync(output).mtimeMs, 1_000_000)

  writeFileSync(join(folder, 'lib/kept.ts'), 'export const answer = 43\n')
  t.deepEqual(ensureBuilt(folder), { status: 0, said: '' })
  t.regex(readFileSync(output, 'utf8'), /answer = 43/)
})

test('takes away what a deleted source left behind', (t) => {
  const folder = createProject(t)
  const gone = ['js', 'js.map', 'd.ts', 'd.ts.map'].map((ending) =>
    join(folder, `dist/spec/gone.spec.${ending}`),
  )
  mkdirSync(join(folder, 'dist/spec'), { recursive: true })
  for (const file of gone) writeFileSync(file, '')
  t.is(ensureBuilt(folder).status, 0)
  t.false(existsSync(join(folder, 'dist/spec')))
  t.true(existsSync(join(folder, 'dist/lib/kept.js')))
})

test('fails with what the compiler says, and again until it is mended', (t) => {
  const folder = createProject(t)
  writeFileSync(join(folder, 'lib/kept.ts'), 'export const answer: string = 42\n')
  for (const attempt of [1, 2]) {
    const { status, said } = ensureBuilt(folder)
    t.is(status, 1, `attempt ${attempt}`)
    t.regex(said, /lib\/kept\.ts\(1,14\): error TS2322.*\n.*The sources do not compile\./s)
  }
})

test('bundles the page when something of it changed, and leaves it alone otherwise', (t) => {
  const folder = createProject(t)
  for (const path of ['lib/web', 'lib/view/read-nodes.ts']) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  // A page of one line, with the settings of the real one.
  writeFileSync(
    join(folder, 'lib/web/main.tsx'),
    "import { readNodes } from '../view/read-nodes.ts'\ndocument.title = String(readNodes([]))\n",
  )
  for (const part of ['app.tsx', 'router.ts', 'format.ts', 'charts', 'live', 'map', 'pages', 'parts']) {
    rmSync(join(folder, 'lib/web', part), { recursive: true })
  }
  const stamp = join(folder, 'dist/.page')
  const page = join(folder, 'dist/web/index.html')
  t.deepEqual(ensureBuilt(folder), { status: 0, said: 'Compiling …\n' })
  t.regex(readFileSync(page, 'utf8'), /src="\/assets\/index-[\w-]+\.js"/)
  t.false(existsSync(join(folder, 'dist/lib/web')))
  const { mtimeMs } = statSync(stamp)
  writeFileSync(join(folder, 'lib/kept.ts'), 'export const answer = 44\n')
  t.is(ensureBuilt(folder).status, 0)
  t.is(statSync(stamp).mtimeMs, mtimeMs)
  t.true(existsSync(page))
  writeFileSync(
    join(folder, 'lib/view/read-nodes.ts'),
    'export const readNodes = (list: string): string => list\n',
  )
  const { status, said } = ensureBuilt(folder)
  t.is(status, 1)
  t.regex(said, /lib\/web\/main\.tsx.*error TS2345.*\n.*The page does not compile\./s)
})
