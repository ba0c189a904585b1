import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { generatePrivateKey } from '../crypto/generate-private-key.ts'
import { isPrivateKey } from '../crypto/key-text.ts'
import { fromHex } from '../wire/hex.ts'
import { toHex } from '#platform'
import { CliError } from './exit-codes.ts'

/** What a node keeps, each in its place. */
export interface DataDirectory {
  readonly blocks: string
  readonly peersFile: string
  /** 32 bytes: who this node is, the same in every run. */
  readonly nodeKey: Uint8Array
}

/** The directory of a chain where none is named. */
export function defaultDataDirectory(chainId: string): string {
  return join(homedir(), '.rx-bitshares', chainId.slice(0, 8))
}

/** Opens a directory, makes it where there is none, and reads the node's key or makes one. Throws {@link CliError} in one sentence. */
export function openDataDirectory(directory: string): DataDirectory {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    return {
      blocks: join(directory, 'blocks'),
      peersFile: join(directory, 'peers.json'),
      nodeKey: openNodeKey(join(directory, 'node.key')),
    }
  } catch (error) {
    if (error instanceof CliError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new CliError(`cannot use ${directory} for the node's data: ${reason}; choose another with --data`)
  }
}

function openNodeKey(path: string): Uint8Array {
  const text = readIfThere(path)?.trim()
  if (text === undefined) {
    const key = generatePrivateKey()
    writeFileSync(path, `${toHex(key)}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(path, 0o600)
    return key
  }
  const key = /^[0-9a-f]{64}$/.test(text) ? fromHex(text) : new Uint8Array(0)
  if (!isPrivateKey(key))
    throw new CliError(`${path} does not hold the key of a node; move it away to get a new one`)
  return key
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
