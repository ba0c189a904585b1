import { parseArgs } from 'node:util'
import { createDevnet, type DevnetOptions, type NodeOptions, privateNetwork } from '../lib/index.ts'

/** What a demo follows, and for how long. */
export interface DemoNetwork {
  readonly options: NodeOptions
  /** After so many blocks it ends: `--blocks`. */
  readonly blocks: number
  /** Ends the devnet, where it is one. */
  readonly close: () => void
}

/**
 * The network that the command line names, else a devnet in this process.
 *
 *     node dist/demos/print-blocks.js
 *     node dist/demos/print-blocks.js --blocks 10 --interval 200
 *     node dist/demos/print-blocks.js --mainnet
 *     node dist/demos/print-blocks.js --peer 127.0.0.1:1776 --chain-id 2821abbb…
 */
export async function openNetwork(devnetOptions: DevnetOptions = {}): Promise<DemoNetwork> {
  const { values } = parseArgs({
    options: {
      blocks: { type: 'string' },
      interval: { type: 'string', default: '1000' },
      mainnet: { type: 'boolean' },
      peer: { type: 'string', multiple: true, default: [] },
      'chain-id': { type: 'string' },
    },
  })
  const { peer: peers, 'chain-id': chainId } = values
  const blocks = Number(values.blocks ?? Infinity)
  const close = (): void => undefined
  if (chainId !== undefined) return { options: { network: privateNetwork(chainId), peers }, blocks, close }
  if (values.mainnet === true || peers.length > 0) return { options: { peers }, blocks, close }
  // Some blocks to begin with, so that accounts have something to send.
  const devnet = createDevnet({ intervalMs: Number(values.interval), history: 20, ...devnetOptions })
  await devnet.start()
  return { options: { network: devnet.network }, blocks, close: () => void devnet.close() }
}
