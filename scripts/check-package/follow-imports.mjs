// What an entry point drags in, found as a bundler finds it.
import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Follows the imports of a specifier, as seen from a folder where packages are installed.
 *
 * Returns the files that it reaches, and for each module of Node among them the first file that asked for it. Packages
 * without ES modules are reached and not looked into.
 *
 * @param conditions those that hold in `exports` and `imports` of package.json, such as `browser`, `import`, `default`
 */
export function followImports(folder, specifier, conditions) {
  const files = new Set()
  const builtins = new Map()
  const visit = (file) => {
    if (files.has(file)) return
    files.add(file)
    for (const wanted of importsOf(readFileSync(file, 'utf8'))) {
      if (isBuiltin(wanted)) builtins.set(wanted, builtins.get(wanted) ?? file)
      else visit(resolve(wanted, file, folder, conditions))
    }
  }
  visit(resolve(specifier, join(folder, 'index.js'), folder, conditions))
  return { files, builtins }
}

const isBuiltin = (specifier) => specifier.startsWith('node:') || builtinModules.includes(specifier)

function importsOf(source) {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
  const found = code.matchAll(/(?:\bfrom|^\s*import|\bimport\s*\()\s*(['"])([^'"\n]+)\1/gm)
  return [...found].map((match) => match[2])
}

function resolve(specifier, from, folder, conditions) {
  if (specifier.startsWith('.')) return withExtension(join(dirname(from), specifier))
  if (specifier.startsWith('#')) {
    const home = packageFolderOf(from)
    return join(home, choose(manifestOf(home).imports[specifier], conditions))
  }
  const [, packageName, rest] = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(specifier)
  const home = join(folder, 'node_modules', packageName)
  const { exports, main } = manifestOf(home)
  const entry = exports?.[`.${rest ?? ''}`] ?? (rest === undefined ? (exports ?? main) : undefined)
  const target = choose(entry, conditions)
  if (target === undefined) throw new Error(`${from} imports ${specifier}, which is not exported`)
  return join(home, target)
}

/** Bundlers take imports without `.js`, and some packages are built for them. */
function withExtension(file) {
  return (
    [file, `${file}.js`, join(file, 'index.js')].find((path) => path.endsWith('.js') && existsSync(path)) ??
    file
  )
}

/** The file an entry of `exports` or `imports` names under these conditions. */
function choose(entry, conditions) {
  if (entry === undefined || typeof entry === 'string') return entry
  const condition = Object.keys(entry).find((key) => conditions.includes(key))
  return choose(entry[condition], conditions)
}

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const packageFolderOf = (file) =>
  existsSync(join(file, 'package.json')) ? file : packageFolderOf(dirname(file))
