import { asyncScheduler, lastValueFrom, take } from 'rxjs'
import type { Devnet } from '../devnet/devnet.ts'
import { createNameBook } from '../names/name-book.ts'
import { createNode } from '../node/create-node.ts'
import { showBlocks } from './show-blocks.ts'

/** Runs a node against a devnet that has started and shows its blocks, until the signal or, if given, for so many blocks. */
export async function followDevnet(
  devnet: Devnet,
  signal: AbortSignal,
  blocks?: number,
  format?: 'json' | 'pretty',
): Promise<void> {
  const { network } = devnet
  const node = createNode({ network, from: 'genesis', signal })
  const listening = devnet.addresses.map(({ host, port }) => `${host}:${port}`).join(', ')
  const shown$ = showBlocks(node, {
    title: `rx-bitshares devnet · ${listening} · chain ${devnet.chainId.slice(0, 8)}…`,
    chainSeconds: network.chainSeconds ?? (() => asyncScheduler.now() / 1000),
    names: createNameBook({ network }),
    format,
  })
  await lastValueFrom(blocks === undefined ? shown$ : shown$.pipe(take(blocks)), { defaultValue: undefined })
}
