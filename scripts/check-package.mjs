// Checks what a user gets: packs the tarball, installs it into empty folders, imports it, type-checks against it, runs the
// command, and follows the imports of the browser's entry points. A line a check; exit code 1 when one fails.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { followImports } from './check-package/follow-imports.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'rx-bitshares-package-'))
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
/** No step may hang. */
const TIMEOUT_MS = 180_000
const OPTIONAL = 'secp256k1'
const QUIET = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
/** A `transfer` of 1 unit of the core asset from 1.2.17 to 1.2.18, packed. */
const TRANSFER = '000000000000000000001112010000000000000000' + '0000'

const CONSUMER = `import { createNode, decode, type Block, type Operation } from 'rx-bitshares'
import { toJson } from 'rx-bitshares/codec'
import { publicKeyFromText } from 'rx-bitshares/crypto'
const node = createNode({ peers: ['127.0.0.1:1776'], only: true, from: 'genesis' })
export const subscription = node.block$.subscribe((block: Block) => console.log(block.number, block.id))
export function receiverOf(operation: Operation): string | undefined {
  return operation.type === 'transfer' ? \`\${operation.to} \${operation.amount.amount + 1n}\` : undefined
}
export const json: unknown = toJson('operation', decode('operation', new Uint8Array(30)))
export const key: Uint8Array = publicKeyFromText('BTS')
// @ts-expect-error -- a number is no peer
createNode({ peers: [1] })
`

let failures = 0
const check = (title, run) => {
  try {
    const detail = run()
    console.log(`✔ ${title}${detail === undefined ? '' : `: ${detail}`}`)
  } catch (error) {
    failures += 1
    console.log(`✖ ${title}\n    ${String(error.message).trim().replaceAll('\n', '\n    ')}`)
  }
}

const expect = (isTrue, complaint) => {
  if (!isTrue) throw new Error(complaint)
}

const npmPath = process.env.npm_execpath
const npm = (args, options) =>
  npmPath?.endsWith('.js') ? run(process.execPath, [npmPath, ...args], options) : run('npm', args, options)

function run(command, args, { cwd = work, input = '' } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    input,
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
  })
  if (status !== 0) {
    throw new Error(
      `${[command, ...args].join(' ')}: ${error?.message ?? `exit code ${status}`}\n${stdout}${stderr}`,
    )
  }
  return stdout.trim()
}

const evaluate = (folder, script) =>
  run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder })

function pack() {
  const [packed] = JSON.parse(
    npm(['pack', '--json', '--pack-destination', work, '--loglevel=error'], { cwd: root }),
  )
  return packed
}

function installInto(folder, tarball, ...flags) {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  npm(['install', ...QUIET, ...flags, tarball], { cwd: folder })
}

/** The first TypeScript in the README, which has to be right as well. */
function readmeExample() {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))
  return code
}

try {
  const packed = pack()
  const tarball = join(work, packed.filename)
  const folder = join(work, 'with')
  const without = join(work, 'without')
  const installed = join(folder, 'node_modules', name)
  const cli = join(folder, 'node_modules/.bin', name)

  check('the tarball has what it should and nothing else', () => {
    const paths = packed.files.map(({ path }) => path)
    for (const path of [
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
      'dist/lib/index.js',
      'dist/lib/index.d.ts',
      'lib/index.ts',
      'dist/lib/workers/recover-thread.js',
      'dist/web/index.html',
      'dist/web/licenses.txt',
    ]) {
      expect(paths.includes(path), `${path} is missing`)
    }
    const strays = paths.filter(
      (path) =>
        !/^(?:dist\/lib\/|dist\/web\/|lib\/|(?:README|CHANGELOG)\.md$|LICENSE$|package\.json$)/.test(path),
    )
    expect(strays.length === 0, `strays: ${strays.join(', ')}`)
    const stale = paths.filter((path) => path.startsWith('dist/lib/') && !paths.includes(sourceOf(path)))
    expect(stale.length === 0, `without a source: ${stale.join(', ')}`)
    return `${paths.length} files, ${Math.round(packed.size / 1024)} kB`
  })
  check('it installs into an empty folder', () => installInto(folder, tarball))
  check('its entry points can be imported', () => {
    const script = `const names = []
      for (const entry of ['${name}', '${name}/codec', '${name}/crypto']) names.push(Object.keys(await import(entry)).length)
      console.log(names.join(', '))`
    return `${evaluate(folder, script)} names`
  })
  check('it can be required, too', () => {
    const args = ['--input-type=commonjs', '--eval', `console.log(typeof require('${name}').createNode)`]
    expect(run(process.execPath, args, { cwd: folder }) === 'function', 'createNode is no function')
  })
  check('nothing but the listed entry points can be imported', () => {
    const script = `try { await import('${name}/dist/lib/index.js') } catch (error) { console.log(error.code) }`
    expect(evaluate(folder, script) === 'ERR_PACKAGE_PATH_NOT_EXPORTED', 'a file inside can be imported')
  })
  check('importing starts nothing', () => {
    const script = `await import('${name}')
      console.log(process.getActiveResourcesInfo().filter((kind) => /TCP|UDP|Timeout|Worker/.test(kind)).length)`
    expect(evaluate(folder, script) === '0', `active resources: ${evaluate(folder, script)}`)
  })
  check('importing does not load what only the command needs', () => {
    const { files } = followImports(folder, name, ['node', 'import', 'default'])
    const strays = [...files].filter((file) => /node_modules\/(?:commander|winston)\//.test(file))
    expect(strays.length === 0, `it loads ${strays[0]}`)
    return `${files.size} files`
  })
  check('keys are recovered in threads', () => {
    const script = `const { createRecoveryPool } = await import('${name}')
      const { packSignatures, signatures } = await import('${name}/crypto')
      const digest = new Uint8Array(32).fill(1)
      const signed = { digest, signature: signatures.sign(digest, digest) }
      const pool = createRecoveryPool()
      pool.recover(packSignatures([signed])).subscribe((keys) => {
        const { where, backend, reason = '' } = pool.status
        console.log(keys.hexAt(0)?.length, where, backend, reason)
      })`
    const printed = evaluate(folder, script)
    expect(/^66 threads /.test(printed), `it printed ${printed}`)
    return printed.slice(3)
  })
  check(`npx ${name} --version prints the version`, () => {
    const printed = npm(['exec', '--no', '--loglevel=error', '--', name, '--version'], { cwd: folder })
    expect(printed === version, `it printed ${printed}`)
    return printed
  })
  check('the command decodes and encodes a line', () => {
    const json = run(cli, ['decode', 'operation'], { input: `${TRANSFER}\n` })
    expect(JSON.parse(json)[1].to === '1.2.18', `it printed ${json}`)
    const hex = run(cli, ['encode', 'operation'], { input: `${json}\n` })
    expect(hex === TRANSFER, `it printed ${hex}`)
  })
  check('a bad line gives exit code 1', () => {
    const { status } = spawnSync(cli, ['decode', 'operation'], { input: '00\n', encoding: 'utf8' })
    expect(status === 1, `it was ${status}`)
  })
  check('the command follows a devnet', () => {
    const lines = run(cli, [
      'devnet',
      '--follow',
      '--interval',
      '100',
      '--blocks',
      '3',
      '--format',
      'json',
    ]).split('\n')
    expect(lines.length === 3, `${lines.length} lines`)
  })
  check('the command serves the page', () => {
    const script = `const { spawn } = await import('node:child_process')
      const { createInterface } = await import('node:readline')
      const args = ['serve', '--network', 'devnet', '--port', '0', '--format', 'json']
      const child = spawn(${JSON.stringify(cli)}, args, { stdio: ['ignore', 'pipe', 'inherit'] })
      for await (const line of createInterface({ input: child.stdout })) {
        const { url } = JSON.parse(line)
        const [page, status] = await Promise.all([fetch(url), fetch(url + 'api/status')])
        const [, path] = /src="\\/(assets[^"]+)"/.exec(await page.text())
        console.log(page.status, status.status, (await fetch(url + path)).status)
        break
      }
      child.kill()`
    expect(evaluate(folder, script) === '200 200 200', evaluate(folder, script))
  })
  check('its types work for a consumer and for the example of the README', () => {
    writeFileSync(join(folder, 'consumer.ts'), CONSUMER)
    writeFileSync(join(folder, 'readme.ts'), readmeExample())
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node']
    const roots = ['--typeRoots', join(root, 'node_modules/@types')]
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    run(
      process.execPath,
      [tsc, ...options, ...roots, '--skipLibCheck', 'false', 'consumer.ts', 'readme.ts'],
      {
        cwd: folder,
      },
    )
  })
  for (const entry of ['codec', 'crypto']) {
    check(`${name}/${entry} bundles for a browser`, () => {
      const { files, builtins } = followImports(folder, `${name}/${entry}`, ['browser', 'import', 'default'])
      for (const [module, file] of builtins) throw new Error(`${file} imports ${module}`)
      return `${files.size} files, none of Node`
    })
  }
  check('the main entry point does not, so the check can tell', () => {
    const { builtins } = followImports(folder, name, ['browser', 'import', 'default'])
    expect(builtins.has('node:net'), `only ${[...builtins.keys()].join(', ')}`)
  })
  check(`without ${OPTIONAL} it works as well`, () => {
    installInto(without, tarball, '--omit=optional')
    expect(!existsSync(join(without, 'node_modules', OPTIONAL)), `${OPTIONAL} was installed`)
    const script = `await import('${name}'); console.log((await import('${name}/crypto')).signatures.name)`
    return `signatures by ${evaluate(without, script)}`
  })
  check('what is shipped is small next to what it needs', () => {
    const own = packed.unpackedSize
    expect(statSync(installed).isDirectory() && own < 8 * 1024 * 1024, `${own} bytes`)
    return `${(own / 1024 / 1024).toFixed(1)} MB unpacked`
  })
} finally {
  rmSync(work, { recursive: true, force: true })
}
console.log(`package: ${failures === 0 ? 'all is well' : `${failures} checks failed`}`)
process.exitCode = failures === 0 ? 0 : 1

function sourceOf(path) {
  return path.replace(/^dist\//, '').replace(/(?:\.d\.ts|\.js)(?:\.map)?$/, '.ts')
}
