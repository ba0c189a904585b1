import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import test, { type ExecutionContext } from 'ava'
import { readPageFiles } from '../../lib/serve/page-files.ts'

async function folderWith(t: ExecutionContext, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

test('files are kept plain and compressed, by the path they are served at', async (t) => {
  const { files } = await readPageFiles(
    await folderWith(t, { 'index.html': 'page', 'assets/a-1.js': 'script', 'a.exe': '' }),
  )
  t.deepEqual([...files.keys()].sort(), ['/assets/a-1.js', '/index.html'])
  const page = files.get('/index.html')
  t.is(page?.plain.headers['content-type'], 'text/html; charset=utf-8')
  t.is(page?.plain.headers['cache-control'], 'no-cache')
  t.is(page?.compressed.headers['content-encoding'], 'gzip')
  t.is(gunzipSync(page?.compressed.body ?? new Uint8Array(0)).toString(), 'page')
  t.is(files.get('/assets/a-1.js')?.plain.headers['cache-control'], 'public, max-age=31536000, immutable')
})

test('the version changes with what is in a file', async (t) => {
  const version = async (text: string) =>
    (await readPageFiles(await folderWith(t, { 'index.html': text }))).version
  t.is(await version('a'), await version('a'))
  t.not(await version('a'), await version('b'))
})

test('without a page it says how it is made', async (t) => {
  const folder = await folderWith(t, {})
  await t.throwsAsync(readPageFiles(folder), {
    code: 'BAD_OPTION',
    message: `there is no page in ${folder}: it is made by npm run build`,
  })
  await t.throwsAsync(readPageFiles(join(folder, 'nowhere')), { code: 'BAD_OPTION' })
})
