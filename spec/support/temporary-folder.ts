import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExecutionContext } from 'ava'

/** The path of a file in a folder of this test, which goes with it. */
export async function temporaryFolder(t: ExecutionContext): Promise<(name: string) => string> {
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  return (name) => join(folder, name)
}
