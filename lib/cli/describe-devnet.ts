import type { Devnet, DevnetBlock, DevnetEvent } from '../devnet/devnet.ts'
import { formatAddress } from '../transport/peer-address.ts'

/** What runs and where, as JSON. `chain_seconds` is the time on the chain now. */
export function listeningLine(devnet: Devnet, intervalMs: number): string {
  const { network, head, addresses } = devnet
  return JSON.stringify({
    event: 'listening',
    addresses: addresses.map(formatAddress),
    chain_id: devnet.chainId,
    head_block_num: head.number,
    head_block_id: head.id,
    interval_ms: intervalMs,
    block_interval_seconds: network.blockIntervalSeconds,
    chain_seconds: network.chainSeconds?.(),
  })
}

/** What happens to the chain of a devnet. */
export type DevnetChainEvent = Extract<DevnetEvent, { readonly type: 'blockMade' | 'forked' | 'joined' }>

export function isChainEvent(event: DevnetEvent): event is DevnetChainEvent {
  return event.type === 'blockMade' || event.type === 'forked' || event.type === 'joined'
}

/**
 * A block that was made, a split or its end, as JSON. `branch` is there while there are two: 0 is that of the nodes with even
 * numbers.
 */
export function chainEventLine(event: DevnetChainEvent): string {
  switch (event.type) {
    case 'blockMade':
      return blockLine(event.block)
    case 'forked':
      return JSON.stringify({
        event: 'fork',
        block_num: event.after.number,
        block_id: event.after.id,
      })
    case 'joined': {
      const { winner, undone, applied } = event
      const head = applied.at(-1)
      return JSON.stringify({
        event: 'switch',
        winner,
        undone: undone.length,
        applied: applied.length,
        block_num: head?.number,
        block_id: head?.id,
      })
    }
  }
}

/** The same for people. */
export function describeChainEvent(event: DevnetChainEvent): string {
  switch (event.type) {
    case 'blockMade':
      return describeBlock(event.block)
    case 'forked':
      return `two branches after #${event.after.number} ${event.after.id}`
    case 'joined': {
      const { winner, undone, applied } = event
      const head = applied.at(-1)
      const undoneBlocks = undone.length === 1 ? '1 block' : `${undone.length} blocks`
      return `branch ${winner} is longer: ${undoneBlocks} undone, ${applied.length} applied, the head is #${head?.number ?? 0} ${head?.id ?? ''}`
    }
  }
}

function blockLine(block: DevnetBlock): string {
  return JSON.stringify({
    event: 'block',
    ...(block.branch === undefined ? {} : { branch: block.branch }),
    block_num: block.number,
    block_id: block.id,
    timestamp: toTime(block.timestamp),
    witness: block.witness,
    transactions: block.transactions,
    bytes: block.raw.length,
  })
}

/** What runs and where, for people. */
export function describeListening({ addresses, chainId, head }: Devnet): string {
  const where = addresses.map(formatAddress).join(' ')
  return [
    `listening at ${where}, chain ${chainId}, ${head.number} blocks so far`,
    `follow it: rx-bitshares stream --chain-id ${chainId} --peer ${where.split(' ').join(' --peer ')}`,
  ].join('\n')
}

function describeBlock({ number, id, timestamp, witness, transactions, raw, branch }: DevnetBlock): string {
  const size = `${(raw.length / 1000).toFixed(1)} kB`.padStart(9)
  const count = `${String(transactions).padStart(4)} trx`
  const where = branch === undefined ? '' : `  branch ${branch}`
  return `${`#${number}`.padEnd(11)} ${toTime(timestamp)}Z  ${witness.padEnd(8)} ${count} ${size}  ${id}${where}`
}

function toTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19)
}
