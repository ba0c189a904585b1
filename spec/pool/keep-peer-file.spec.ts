import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { firstValueFrom, Subject } from 'rxjs'
import { createAddressBook } from '../../lib/pool/address-book.ts'
import { keepPeerFile, loadPeerFile, type PeerFileEvent } from '../../lib/pool/keep-peer-file.ts'
import { printPeerFile } from '../../lib/pool/peer-file.ts'
import { createVirtualTime } from '../support/virtual-time.ts'

const CHAIN_ID = '0f'.repeat(32)
const text = printPeerFile(createAddressBook([{ host: 'a.example', port: 1 }], []), CHAIN_ID, 0)

async function folderOf(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  return folder
}

test('writes every five minutes, and once more when it is unsubscribed', async (t) => {
  const path = join(await folderOf(t), 'new', 'peers.json')
  const time = createVirtualTime()
  const event$ = new Subject<PeerFileEvent>()
  const last: PeerFileEvent[] = []
  let version = 0
  const kept$ = keepPeerFile(path, {
    print: () => `version ${(version += 1)}`,
    scheduler: time.scheduler,
    onLast: (event) => last.push(event),
  })
  const subscription = kept$.subscribe(event$)
  time.advance(299_999)
  t.is(version, 0)
  for (const expected of [1, 2]) {
    const written = firstValueFrom(event$)
    time.advance(300_000)
    // While one writing is under way the next turn is left out.
    time.advance(300_000)
    t.is(version, expected)
    t.deepEqual(await written, { type: 'peersWritten', path })
    t.is(await readFile(path, 'utf8'), `version ${expected}`)
  }
  subscription.unsubscribe()
  t.is(await readFile(path, 'utf8'), 'version 3')
  t.deepEqual(last, [{ type: 'peersWritten', path }])
  t.is(time.timers, 0)
  t.deepEqual(await readdir(dirname(path)), ['peers.json'])
  if (process.platform !== 'win32') t.is((await stat(path)).mode & 0o777, 0o600)
})

test('a writing under way when it is unsubscribed does not replace what was written last', async (t) => {
  const path = join(await folderOf(t), 'peers.json')
  const time = createVirtualTime()
  let version = 0
  const subscription = keepPeerFile(path, {
    print: () => `version ${(version += 1)}`,
    scheduler: time.scheduler,
  }).subscribe()
  time.advance(300_000)
  subscription.unsubscribe()
  t.is(await readFile(path, 'utf8'), 'version 2')
  // The first writing ends by taking its own file away.
  while ((await readdir(dirname(path))).length > 1);
  t.is(await readFile(path, 'utf8'), 'version 2')
})

test('where it cannot write it says so each time, and goes on', async (t) => {
  const folder = await folderOf(t)
  const path = join(folder, 'peers.json')
  await mkdir(path)
  await writeFile(join(path, 'something'), '')
  const time = createVirtualTime()
  const event$ = new Subject<PeerFileEvent>()
  const last: PeerFileEvent[] = []
  const options = {
    print: () => 'x',
    scheduler: time.scheduler,
    onLast: (event: PeerFileEvent) => last.push(event),
  }
  const subscription = keepPeerFile(path, options).subscribe(event$)
  for (let turn = 0; turn < 2; turn += 1) {
    const failed = firstValueFrom(event$)
    time.advance(300_000)
    const event = await failed
    t.is(event.type, 'peersNotWritten')
    t.regex(
      event.type === 'peersNotWritten' ? event.message : '',
      /^cannot write the peers to .*peers\.json: \w+/,
    )
  }
  subscription.unsubscribe()
  t.is(last[0]?.type, 'peersNotWritten')
})

test('a file of our chain is read', async (t) => {
  const path = join(await folderOf(t), 'peers.json')
  await writeFile(path, text)
  const { content, notice } = loadPeerFile(path, CHAIN_ID)
  t.is(content?.rows.length, 1)
  t.is(notice, undefined)
})

test('where there is no file there is nothing to say', async (t) => {
  t.deepEqual(loadPeerFile(join(await folderOf(t), 'peers.json'), CHAIN_ID), {
    content: undefined,
    notice: undefined,
  })
})

test('a broken file is set aside with a sentence, and not lost', async (t) => {
  const folder = await folderOf(t)
  const path = join(folder, 'peers.json')
  await writeFile(path, text.slice(0, 100))
  const { content, notice } = loadPeerFile(path, CHAIN_ID)
  t.is(content, undefined)
  t.is(
    notice,
    `the peers in ${path} are not used: it is not JSON, or only a part of it; the file was set aside as ${path}.broken`,
  )
  t.deepEqual(await readdir(folder), ['peers.json.broken'])
  t.is(await readFile(`${path}.broken`, 'utf8'), text.slice(0, 100))
})

test('a file of another chain is set aside under the name of that chain', async (t) => {
  const folder = await folderOf(t)
  const path = join(folder, 'peers.json')
  await writeFile(path, text)
  const { content, notice } = loadPeerFile(path, 'ab'.repeat(32))
  t.is(content, undefined)
  t.regex(notice ?? '', /its peers are those of another chain; the file was set aside as .*chain-0f0f0f0f$/)
  t.deepEqual(await readdir(folder), ['peers.json.chain-0f0f0f0f'])
})

test('a file that is far too large is not read', async (t) => {
  const path = join(await folderOf(t), 'peers.json')
  await writeFile(path, text)
  await truncate(path, 9 * 1024 * 1024)
  t.regex(loadPeerFile(path, CHAIN_ID).notice ?? '', /far too large; the file was set aside/)
})

test('rows that cannot be read are counted', async (t) => {
  const path = join(await folderOf(t), 'peers.json')
  await writeFile(path, text.replace('a.example:1', 'a b'))
  const { content, notice } = loadPeerFile(path, CHAIN_ID)
  t.is(content?.rows.length, 0)
  t.is(notice, `1 rows of ${path} could not be read and are left out`)
})

test('what cannot be read at all is said, and nothing is moved', async (t) => {
  const path = join(await folderOf(t), 'peers.json')
  await mkdir(path)
  t.regex(loadPeerFile(path, CHAIN_ID).notice ?? '', /^cannot read the peers in .*: EISDIR/)
})
