import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { UsageError } from '../errors.ts'
import type { Answer } from './answer.ts'

/** A file of the page, ready to be sent. */
export interface PageFile {
  readonly plain: Answer
  readonly compressed: Answer
}

/** The files of the page by the path they are served at. The page itself is `/index.html`. */
export interface PageFiles {
  readonly files: ReadonlyMap<string, PageFile>
  /** Changes when a file does, so that an open page notices that another one is served now. */
  readonly version: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}

/** Where the build puts the page: beside `dist/lib`. */
const FOLDER = fileURLToPath(new URL('../../web', import.meta.url))

/** Reads the page once; it is served from memory. Rejects with {@link UsageError} `BAD_OPTION` when it was not built. */
export async function readPageFiles(folder: string = FOLDER): Promise<PageFiles> {
  const files = new Map<string, PageFile>()
  const hash = createHash('sha256')
  for (const path of await filesBelow(folder)) {
    const name = `/${relative(folder, path).split(sep).join('/')}`
    const type = TYPES[extname(path)]
    if (type === undefined) continue
    const body = await readFile(path)
    hash.update(`${name}\0`).update(body)
    // Names in `assets` change with their contents.
    const cache = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const headers = { 'content-type': type, 'cache-control': cache }
    files.set(name, {
      plain: { status: 200, headers, body },
      compressed: {
        status: 200,
        headers: { ...headers, 'content-encoding': 'gzip' },
        body: await promisify(gzip)(body, { level: 9 }),
      },
    })
  }
  if (!files.has('/index.html')) {
    throw new UsageError('BAD_OPTION', `there is no page in ${folder}: it is made by npm run build`)
  }
  return { files, version: hash.digest('hex').slice(0, 12) }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch {
    return []
  }
}
