import { parseArgs } from 'node:util'
import {
  createDevnet,
  type Devnet,
  type DevnetOptions,
  type NodeOptions,
  privateNetwork,
} from '../lib/index.ts'

/** What a demo follows, and for how long. */
export interface DemoNetwork {
  readonly options: NodeOptions
  /** After so many blocks it ends: `--blocks`. */
  readonly blocks: number
  /** Where a demo keeps things: `--file`. */
  readonly file: string | undefined
  readonly devnet?: Devnet
  readonly close: () => void
}

const FLAGS = {
  blocks: { type: 'string' },
  interval: { type: 'string', default: '1000' },
  file: { type: 'string' },
  mainnet: { type: 'boolean' },
  peer: { type: 'string', multiple: true, default: [] as string[] },
  'chain-id': { type: 'string' },
} as const

/** The network that the command line names (`--mainnet`, or `--peer` with `--chain-id`), else a devnet in this process. */
export async function openNetwork(devnetOptions: DevnetOptions = {}): Promise<DemoNetwork> {
  const { peer: peers, 'chain-id': chainId, file, mainnet, ...values } = parseArgs({ options: FLAGS }).values
  const common = { blocks: Number(values.blocks ?? Infinity), file, close: (): void => undefined }
  if (chainId !== undefined) return { ...common, options: { network: privateNetwork(chainId), peers } }
  if (mainnet === true || peers.length > 0) return { ...common, options: { peers } }
  // Some blocks to begin with, so that accounts have something to send.
  const devnet = createDevnet({ intervalMs: Number(values.interval), history: 20, ...devnetOptions })
  await devnet.start()
  return { ...common, options: { network: devnet.network }, devnet, close: () => void devnet.close() }
}
