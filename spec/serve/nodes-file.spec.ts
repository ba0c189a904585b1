import { mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { MAX_NODES_FILE_BYTES } from '../../lib/serve/limits.ts'
import { createNodesReader } from '../../lib/serve/nodes-file.ts'

test('the file is read again when it has changed', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const path = join(folder, 'nodes.json')
  const read = createNodesReader(path, ['192.0.2.1:1776'])
  t.deepEqual(await read(), { problem: 'The file of nodes is not there yet.' })

  await writeFile(path, '[{"address":"192.0.2.1:1776","reachable":true}]')
  const first = await read()
  t.is('map' in first ? first.map.nodes[0]?.address : '', '192.0.2.1:1776')
  t.true('map' in first && first.map.nodes[0]?.isSeed)
  t.is(await read(), first)

  await writeFile(path, '{')
  await utimes(path, 1, 1)
  t.deepEqual(await read(), { problem: 'The file of nodes cannot be read.' })

  await writeFile(path, '{"other":1}')
  await utimes(path, 2, 2)
  t.deepEqual(await read(), { problem: 'The file of nodes has no list of nodes in it.' })

  await truncate(path, MAX_NODES_FILE_BYTES + 1)
  await utimes(path, 3, 3)
  t.deepEqual(await read(), { problem: 'The file of nodes is too large to be shown.' })
})
