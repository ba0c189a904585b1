import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import test from 'ava'
import { VirtualTimeScheduler } from 'rxjs'
import { createNamesSaver } from '../../lib/cli/names-saver.ts'
import { checkWritable, writeAtomically } from '../../lib/cli/write-atomically.ts'
import { learnNames } from '../../lib/names/learn-names.ts'
import { createNameBook, type NameBook } from '../../lib/names/name-book.ts'
import { ChainModel } from '../names/chain-model.ts'
import { blockId } from '../support/blocks.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const learn = (names: NameBook, number: number): void =>
  learnNames(names, { number, id: blockId(number), timestamp: 0, transactions: [] })

/** A saver whose time is set by hand, and what it tells. */
function saverOf(path: string, names: NameBook) {
  const told: string[] = []
  const scheduler = new VirtualTimeScheduler()
  return { told, scheduler, ...createNamesSaver(path, names, (text) => told.push(text), scheduler) }
}

const headIn = async (path: string): Promise<unknown> =>
  (JSON.parse(await readFile(path, 'utf8')) as { readonly head: unknown }).head

test('saves what is new every five minutes, and at the end', async (t) => {
  const at = await temporaryFolder(t)
  const path = at('names.json')
  const names = createNameBook({ genesis: ChainModel.genesis })
  const { told, scheduler, save, finish } = saverOf(path, names)
  learn(names, 1)
  scheduler.frame = 299_999
  await save()
  t.deepEqual(await readdir(at('')), [])
  scheduler.frame = 300_000
  await save()
  t.is(await headIn(path), 1)
  learn(names, 2)
  await save()
  t.is(await headIn(path), 1)
  await finish()
  t.is(await headIn(path), 2)
  t.deepEqual(told, [`Names up to block 2 are in ${path}. To go on: --names ${path} --from 2:${blockId(2)}`])
  const again = createNameBook({ names: JSON.parse(await readFile(path, 'utf8')) as unknown })
  t.is(JSON.stringify(again), JSON.stringify(names))
})

test('writes nothing where nothing was learnt', async (t) => {
  const at = await temporaryFolder(t)
  const { told, scheduler, save, finish } = saverOf(at('names.json'), createNameBook())
  scheduler.frame = 1_000_000
  await save()
  await finish()
  t.deepEqual([told, await readdir(at(''))], [[], []])
})

test('a failure in between is told, one at the end is thrown', async (t) => {
  const at = await temporaryFolder(t)
  const names = createNameBook({ genesis: ChainModel.genesis })
  const { told, scheduler, save, finish } = saverOf(at('no/names.json'), names)
  learn(names, 1)
  scheduler.frame = 300_000
  await save()
  t.regex(told.join('\n'), /^cannot write .*no\/names\.json: ENOENT[^\n]*$/)
  await t.throwsAsync(finish(), { message: /^cannot write .*no\/names\.json: ENOENT/ })
})

test('a file is the old one or the whole new one', async (t) => {
  const at = await temporaryFolder(t)
  const path = at('file')
  await writeFile(path, 'old')
  const failing = function* (): Generator<string> {
    yield 'half of the '
    throw new Error('no more')
  }
  await t.throwsAsync(writeAtomically(path, failing()), { message: `cannot write ${path}: no more` })
  t.deepEqual([await readFile(path, 'utf8'), await readdir(at(''))], ['old', ['file']])
  await writeAtomically(path, ['new ', 'one'])
  t.deepEqual([await readFile(path, 'utf8'), await readdir(at(''))], ['new one', ['file']])
})

test('whether a file can be written is known before there is anything to write', async (t) => {
  const at = await temporaryFolder(t)
  await writeFile(at('file'), 'old')
  await checkWritable(at('file'))
  t.deepEqual([await readFile(at('file'), 'utf8'), await readdir(at(''))], ['old', ['file']])
  await mkdir(at('folder'))
  await t.throwsAsync(checkWritable(at('folder')), { message: /folder: it is a folder$/ })
  await t.throwsAsync(checkWritable(at('none/file')), { message: /^cannot write .*none\/file: ENOENT/ })
})
