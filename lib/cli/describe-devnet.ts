import type { Devnet, DevnetBlock } from '../devnet/devnet.ts'
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

/** A block that was made, as JSON. */
export function devnetBlockLine(block: DevnetBlock): string {
  return JSON.stringify({
    event: 'block',
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

/** A block that was made, for people. */
export function describeDevnetBlock({
  number,
  id,
  timestamp,
  witness,
  transactions,
  raw,
}: DevnetBlock): string {
  const size = `${(raw.length / 1000).toFixed(1)} kB`.padStart(9)
  const count = `${String(transactions).padStart(4)} trx`
  return `${`#${number}`.padEnd(11)} ${toTime(timestamp)}Z  ${witness.padEnd(8)} ${count} ${size}  ${id}`
}

function toTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19)
}
